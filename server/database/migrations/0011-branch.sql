-- What a member says they have in 学习强国, month by month, and what their secretary has confirmed of it. Nothing is fetched from there.

CREATE TABLE branch_xuexi (
  town_code text NOT NULL REFERENCES towns (code),
  id uuid NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES persons (id),
  month text NOT NULL CHECK (month ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  -- What was said last, and whether it has been looked at.
  total integer NOT NULL CHECK (total BETWEEN 0 AND 9999999),
  state text NOT NULL CHECK (state IN ('pending', 'confirmed', 'returned')),
  -- What counts of the month; stays while a higher total waits.
  confirmed integer,
  -- The screenshot; a file of the branch has none.
  photo_id uuid UNIQUE REFERENCES photos (id),
  said_by uuid NOT NULL REFERENCES persons (id),
  said_at timestamptz NOT NULL,
  decided_by uuid REFERENCES persons (id),
  decided_at timestamptz,
  note text CHECK (length(note) <= 200),
  PRIMARY KEY (town_code, person_id, month),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK ((state = 'pending') = (decided_by IS NULL)),
  CHECK (state <> 'confirmed' OR confirmed = total),
  CHECK (confirmed <= total),
  -- Nobody confirms their own.
  CHECK (decided_by <> person_id)
);
CREATE INDEX branch_xuexi_pending ON branch_xuexi (person_id, said_at, id) WHERE state = 'pending';

-- Who said, confirmed or sent back what, and when; the rows above hold the present.
CREATE TABLE branch_xuexi_events (
  town_code text NOT NULL REFERENCES towns (code),
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('said', 'confirmed', 'returned', 'imported')),
  actor_id uuid NOT NULL REFERENCES persons (id),
  person_id uuid NOT NULL REFERENCES persons (id),
  month text NOT NULL,
  total integer NOT NULL,
  note text,
  PRIMARY KEY (town_code, id)
);
CREATE TRIGGER branch_xuexi_events_append_only BEFORE UPDATE OR DELETE ON branch_xuexi_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
