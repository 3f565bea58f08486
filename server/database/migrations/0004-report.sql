-- Reports of nuisances: the row holds the present, the events what happened.

CREATE TABLE report_categories (
  town_code text NOT NULL REFERENCES towns (code),
  code text NOT NULL,
  parent_code text,
  name text NOT NULL,
  position integer NOT NULL,
  limit_minutes integer CHECK (limit_minutes > 0),
  handler_kind text CHECK (handler_kind IN ('grid_worker', 'property', 'neighborhood', 'city_mgmt', 'housing_office', 'petition_office')),
  evidence text CHECK (evidence IN ('none', 'photo_optional', 'photo')),
  privacy text CHECK (privacy IN ('normal', 'masked', 'private', 'staff_only')),
  by_residents boolean NOT NULL DEFAULT true,
  stopper_text text,
  stopper_phone text,
  PRIMARY KEY (town_code, code),
  FOREIGN KEY (town_code, parent_code) REFERENCES report_categories (town_code, code),
  -- A group has no limit of its own; a leaf has them all.
  CHECK ((parent_code IS NULL) = (limit_minutes IS NULL)),
  CHECK (parent_code IS NULL OR (handler_kind IS NOT NULL AND evidence IS NOT NULL AND privacy IS NOT NULL)),
  CHECK ((stopper_text IS NULL) = (stopper_phone IS NULL))
);

-- Numbers of reports: one row a town and month, counted up in the statement that inserts the report.
CREATE TABLE report_counters (
  town_code text NOT NULL REFERENCES towns (code),
  month text NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (town_code, month)
);

-- How many reports a person has sent on a Shanghai day.
CREATE TABLE report_quotas (
  person_id uuid NOT NULL REFERENCES persons (id),
  day date NOT NULL,
  used integer NOT NULL CHECK (used > 0),
  PRIMARY KEY (person_id, day)
);

CREATE TABLE reports (
  town_code text NOT NULL REFERENCES towns (code),
  id uuid NOT NULL,
  number text NOT NULL,
  reporter_id uuid NOT NULL REFERENCES persons (id),
  anonymous boolean NOT NULL,
  category_code text NOT NULL,
  group_code text NOT NULL,
  privacy text NOT NULL CHECK (privacy IN ('normal', 'masked', 'private', 'staff_only')),
  text text NOT NULL CHECK (length(text) <= 2000),
  area_code text NOT NULL,
  compound_code text NOT NULL,
  building text,
  floor text,
  spot text,
  lng double precision,
  lat double precision,
  -- Square of 0.0025 degrees that the place falls into (server/shared/geo.ts); the compound's place where none was given.
  cell bigint,
  cover_photo_id uuid REFERENCES photos (id),
  happened_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('submitted', 'accepted', 'filed', 'dispatched', 'handling', 'handled', 'verified', 'closed',
    'returned', 'suspended', 'rejected', 'merged', 'reopened')),
  -- The shelf of the worklist that the state stands on.
  shelf text NOT NULL GENERATED ALWAYS AS (CASE
    WHEN state IN ('handled', 'verified') THEN 'verify'
    WHEN state = 'suspended' THEN 'suspended'
    WHEN state IN ('closed', 'rejected', 'merged') THEN 'done'
    ELSE 'todo' END) STORED,
  grid_code text NOT NULL,
  lead_code text NOT NULL,
  accepted_by uuid REFERENCES persons (id),
  handled_by uuid REFERENCES persons (id),
  due_at timestamptz NOT NULL,
  close_due_at timestamptz NOT NULL,
  -- The limit that runs now: due_at until handled, then close_due_at; the end of the suspension while suspended.
  clock_at timestamptz NOT NULL,
  handled_at timestamptz,
  closed_at timestamptz,
  -- When it left the worklist: closed, rejected or merged.
  ended_at timestamptz,
  suspended_at timestamptz,
  suspended_until timestamptz,
  suspended_from text,
  overdue_at timestamptz,
  supervised_at timestamptz,
  reopened_count integer NOT NULL DEFAULT 0 CHECK (reopened_count BETWEEN 0 AND 1),
  merged_into uuid,
  supporters integer NOT NULL DEFAULT 0 CHECK (supporters >= 0),
  stars integer CHECK (stars BETWEEN 1 AND 5),
  rating_text text,
  last_seq integer NOT NULL CHECK (last_seq > 0),
  last_digest text NOT NULL,
  PRIMARY KEY (town_code, id),
  UNIQUE (town_code, number),
  FOREIGN KEY (town_code, category_code) REFERENCES report_categories (town_code, code),
  FOREIGN KEY (town_code, area_code) REFERENCES areas (town_code, code),
  FOREIGN KEY (town_code, compound_code) REFERENCES compounds (town_code, code),
  FOREIGN KEY (town_code, grid_code) REFERENCES units (town_code, code),
  FOREIGN KEY (town_code, lead_code) REFERENCES units (town_code, code),
  FOREIGN KEY (town_code, merged_into) REFERENCES reports (town_code, id),
  CHECK ((state = 'suspended') = (suspended_at IS NOT NULL AND suspended_until IS NOT NULL AND suspended_from IS NOT NULL)),
  CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
  CHECK (merged_into IS NULL OR merged_into <> id),
  CHECK ((shelf = 'done') = (ended_at IS NOT NULL)),
  CHECK (stars IS NULL OR state = 'closed')
);
CREATE INDEX reports_mine ON reports (reporter_id, created_at DESC, id DESC);
CREATE INDEX reports_near_area ON reports (town_code, area_code, created_at DESC, id DESC)
  WHERE privacy IN ('normal', 'masked') AND state NOT IN ('rejected', 'merged');
CREATE INDEX reports_near_cell ON reports (town_code, cell, created_at DESC, id DESC)
  WHERE privacy IN ('normal', 'masked') AND state NOT IN ('rejected', 'merged');
-- A neighbour asks most for what is still open, which is a small part of all.
CREATE INDEX reports_near_area_open ON reports (town_code, area_code, created_at DESC, id DESC)
  WHERE privacy IN ('normal', 'masked') AND ended_at IS NULL;
CREATE INDEX reports_near_cell_open ON reports (town_code, cell, created_at DESC, id DESC)
  WHERE privacy IN ('normal', 'masked') AND ended_at IS NULL;
CREATE INDEX reports_similar ON reports (town_code, compound_code, category_code, created_at DESC)
  WHERE ended_at IS NULL;
CREATE INDEX reports_grid_shelf ON reports (town_code, grid_code, shelf, clock_at, id) WHERE ended_at IS NULL;
CREATE INDEX reports_lead_shelf ON reports (town_code, lead_code, shelf, clock_at, id) WHERE ended_at IS NULL;
CREATE INDEX reports_town_shelf ON reports (town_code, shelf, clock_at, id) WHERE ended_at IS NULL;
CREATE INDEX reports_grid_done ON reports (town_code, grid_code, ended_at DESC, id DESC) WHERE ended_at IS NOT NULL;
CREATE INDEX reports_lead_done ON reports (town_code, lead_code, ended_at DESC, id DESC) WHERE ended_at IS NOT NULL;
CREATE INDEX reports_town_done ON reports (town_code, ended_at DESC, id DESC) WHERE ended_at IS NOT NULL;
CREATE INDEX reports_clock ON reports (clock_at) WHERE ended_at IS NULL AND (overdue_at IS NULL OR state = 'suspended');
CREATE INDEX reports_merged ON reports (town_code, merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE report_helpers (
  town_code text NOT NULL,
  report_id uuid NOT NULL,
  unit_code text NOT NULL,
  -- When the report ended; null: still to be helped with.
  ended_at timestamptz,
  PRIMARY KEY (town_code, report_id, unit_code),
  FOREIGN KEY (town_code, report_id) REFERENCES reports (town_code, id),
  FOREIGN KEY (town_code, unit_code) REFERENCES units (town_code, code)
);
CREATE INDEX report_helpers_open ON report_helpers (town_code, unit_code) WHERE ended_at IS NULL;
CREATE INDEX report_helpers_done ON report_helpers (town_code, unit_code, ended_at DESC) WHERE ended_at IS NOT NULL;

-- Append-only: each event carries the digest of the one before it and of its pictures.
CREATE TABLE report_events (
  town_code text NOT NULL,
  report_id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  at timestamptz NOT NULL,
  kind text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  actor_id uuid REFERENCES persons (id),
  -- In which capacity: reporter, resident, system, admin, or role and unit: grid_worker:XH-01, property:WY-1.
  actor_as text NOT NULL,
  note text,
  -- Codes of the units it was handed to, id of the report it was merged with, end of a suspension, stars.
  target text,
  previous text NOT NULL,
  digest text NOT NULL,
  PRIMARY KEY (town_code, report_id, seq),
  FOREIGN KEY (town_code, report_id) REFERENCES reports (town_code, id)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER report_events_append_only BEFORE UPDATE OR DELETE ON report_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE report_photos (
  town_code text NOT NULL,
  report_id uuid NOT NULL,
  event_seq integer NOT NULL,
  position integer NOT NULL CHECK (position BETWEEN 1 AND 9),
  photo_id uuid NOT NULL UNIQUE REFERENCES photos (id),
  digest text NOT NULL,
  PRIMARY KEY (town_code, report_id, event_seq, position),
  FOREIGN KEY (town_code, report_id, event_seq) REFERENCES report_events (town_code, report_id, seq)
);
CREATE TRIGGER report_photos_append_only BEFORE UPDATE OR DELETE ON report_photos
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE report_supporters (
  town_code text NOT NULL,
  report_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES persons (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (town_code, report_id, person_id),
  FOREIGN KEY (town_code, report_id) REFERENCES reports (town_code, id)
);

CREATE TABLE report_followers (
  town_code text NOT NULL,
  report_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES persons (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (town_code, report_id, person_id),
  FOREIGN KEY (town_code, report_id) REFERENCES reports (town_code, id)
);
CREATE INDEX report_followers_person ON report_followers (person_id, at DESC, report_id DESC);
