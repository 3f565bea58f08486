-- A card that hung on the wall and was taken down again: told apart from one that never hung there.

ALTER TABLE mailbox_cards
  ADD COLUMN taken_down_by uuid REFERENCES persons (id),
  ADD COLUMN taken_down_at timestamptz,
  DROP CONSTRAINT mailbox_cards_state_check,
  ADD CONSTRAINT mailbox_cards_state_check CHECK (state IN ('waiting', 'shown', 'returned', 'taken_down', 'taken_back')),
  -- The word is then that of who took it down; who showed it stays in decided_by.
  ADD CONSTRAINT mailbox_cards_taken_down CHECK (state <> 'taken_down' OR (word IS NOT NULL AND taken_down_by IS NOT NULL)),
  ADD CONSTRAINT mailbox_cards_taken_down_at CHECK ((taken_down_by IS NULL) = (taken_down_at IS NULL)),
  ADD CONSTRAINT mailbox_cards_taken_down_state CHECK (taken_down_by IS NULL OR state IN ('taken_down', 'taken_back')),
  ADD CONSTRAINT mailbox_cards_taken_down_by CHECK (taken_down_by <> person_id);
