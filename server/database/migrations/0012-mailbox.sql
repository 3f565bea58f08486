-- 红色邮筒: cards that people write where they checked in, and the wall they hang on after review.

CREATE TABLE mailbox_cards (
  town_code text NOT NULL,
  id uuid NOT NULL UNIQUE,
  site_code text NOT NULL,
  check_in_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES persons (id),
  -- With the writer's nickname; anonymous otherwise.
  named boolean NOT NULL,
  text text CHECK (length(text) BETWEEN 1 AND 300),
  written_at timestamptz NOT NULL,
  day date NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'shown', 'returned', 'taken_back')),
  decided_by uuid REFERENCES persons (id),
  decided_at timestamptz,
  word text CHECK (length(word) BETWEEN 1 AND 100),
  PRIMARY KEY (town_code, id),
  FOREIGN KEY (town_code, site_code) REFERENCES study_sites (town_code, code),
  FOREIGN KEY (town_code, check_in_id) REFERENCES study_check_ins (town_code, id),
  -- What was taken back is gone.
  CHECK ((state = 'taken_back') = (text IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK (CASE state WHEN 'waiting' THEN decided_by IS NULL WHEN 'taken_back' THEN true ELSE decided_by IS NOT NULL END),
  CHECK (state <> 'returned' OR word IS NOT NULL),
  CHECK (decided_by <> person_id)
);
-- A check-in carries one; whose card came back may write another.
CREATE UNIQUE INDEX mailbox_cards_once ON mailbox_cards (town_code, check_in_id) WHERE state IN ('waiting', 'shown');
CREATE INDEX mailbox_cards_wall ON mailbox_cards (decided_at DESC, id DESC) WHERE state = 'shown';
CREATE INDEX mailbox_cards_wall_town ON mailbox_cards (town_code, decided_at DESC, id DESC) WHERE state = 'shown';
CREATE INDEX mailbox_cards_person ON mailbox_cards (person_id, written_at DESC, id DESC);
CREATE INDEX mailbox_cards_queue ON mailbox_cards (town_code, written_at, id) WHERE state = 'waiting';
CREATE INDEX mailbox_cards_queue_site ON mailbox_cards (town_code, site_code, written_at, id) WHERE state = 'waiting';
