-- Boards: definitions as data, figures on their way, and what has been published, which never changes.

-- Village companies and enterprises; all other ranked units are kept by the services they belong to.
CREATE TABLE board_units (
  town_code text NOT NULL REFERENCES towns (code),
  kind text NOT NULL CHECK (kind IN ('village_company', 'enterprise')),
  code text NOT NULL CHECK (code ~ '^[A-Za-z0-9_-]{1,40}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  -- The villagers' committee whose records count for a village company.
  area_code text,
  PRIMARY KEY (town_code, kind, code),
  FOREIGN KEY (town_code, area_code) REFERENCES areas (town_code, code)
);

-- Every unit that a board may rank, but persons, whom only their own word lists.
CREATE VIEW board_ranked_units AS
  SELECT 'area' AS kind, town_code, code, short_name AS name FROM areas
  UNION ALL SELECT 'compound', town_code, code, name FROM compounds
  UNION ALL SELECT kind, town_code, code, name FROM board_units
  UNION ALL SELECT 'department', town_code, code, name FROM units
    -- A committee is ranked as its area.
    WHERE kind = 'department' AND serves IS DISTINCT FROM 'neighborhood'
  UNION ALL SELECT 'station', town_code, code, name FROM study_sites
    WHERE kind IN ('party_station', 'practice_center', 'practice_station', 'practice_space')
  UNION ALL SELECT 'branch', town_code, code, name FROM branches;

CREATE TABLE board_definitions (
  town_code text NOT NULL REFERENCES towns (code),
  code text NOT NULL CHECK (code ~ '^[A-Z][A-Z0-9.]{1,31}$'),
  version integer NOT NULL CHECK (version > 0),
  parent_code text,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  position integer NOT NULL CHECK (position BETWEEN 0 AND 999),
  unit_kind text CHECK (unit_kind IN ('area', 'compound', 'village_company', 'enterprise', 'department', 'station', 'branch', 'person')),
  reach text NOT NULL CHECK (reach IN ('town', 'district', 'city')),
  source text NOT NULL CHECK (source IN ('written', 'records')),
  mode text NOT NULL CHECK (mode IN ('top', 'progress')),
  better text NOT NULL CHECK (better IN ('higher', 'lower')),
  score_unit text NOT NULL CHECK (length(score_unit) BETWEEN 1 AND 8),
  decimals integer NOT NULL CHECK (decimals BETWEEN 0 AND 4),
  -- Arrays of contract BoardPart and BoardVeto.
  parts jsonb NOT NULL,
  vetoes jsonb NOT NULL,
  period_kinds text[] NOT NULL CHECK (period_kinds <@ '{month,quarter,half}'),
  long_period text NOT NULL CHECK (long_period IN ('mean', 'own')),
  tie_order text NOT NULL CHECK (tie_order IN ('code', 'name')),
  minimum_sample integer NOT NULL CHECK (minimum_sample >= 0),
  red_line numeric,
  black_line numeric,
  formula text NOT NULL CHECK (length(formula) <= 600),
  changed_by uuid REFERENCES persons (id),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (town_code, code),
  FOREIGN KEY (town_code, parent_code) REFERENCES board_definitions (town_code, code),
  CHECK (parent_code <> code),
  -- A group ranks nothing; the black list is never one of persons.
  CHECK (unit_kind IS NOT NULL OR parent_code IS NULL),
  CHECK (unit_kind IS NULL OR cardinality(period_kinds) > 0),
  CHECK (unit_kind IS DISTINCT FROM 'person' OR black_line IS NULL)
);

-- Who wrote which version; the definitions hold the present.
CREATE TABLE board_definition_events (
  town_code text NOT NULL REFERENCES towns (code),
  code text NOT NULL,
  version integer NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid REFERENCES persons (id),
  definition jsonb NOT NULL,
  PRIMARY KEY (town_code, code, version)
);
CREATE TRIGGER board_definition_events_append_only BEFORE UPDATE OR DELETE ON board_definition_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A period of a board: revision 1, and a further one for each correction.
CREATE TABLE board_editions (
  town_code text NOT NULL REFERENCES towns (code),
  board_code text NOT NULL,
  period text NOT NULL CHECK (period ~ '^20\d\d-(0[1-9]|1[0-2]|Q[1-4]|H[12])$'),
  revision integer NOT NULL CHECK (revision > 0),
  id uuid NOT NULL UNIQUE,
  -- Texts of one kind sort as their periods follow each other.
  period_kind text NOT NULL GENERATED ALWAYS AS (CASE substr(period, 6, 1) WHEN 'Q' THEN 'quarter' WHEN 'H' THEN 'half' ELSE 'month' END) STORED,
  state text NOT NULL CHECK (state IN ('draft', 'in_review', 'returned', 'published')),
  -- The definition it was handed in with.
  definition jsonb,
  -- Why it corrects the revision before, what that changed (contract Correction), and the reviewer's word when it came back.
  reason text CHECK (length(reason) <= 200),
  changes jsonb,
  changed_units integer,
  note text CHECK (length(note) <= 200),
  opened_by uuid REFERENCES persons (id),
  opened_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  submitted_by uuid REFERENCES persons (id),
  submitted_at timestamptz,
  published_by uuid REFERENCES persons (id),
  published_at timestamptz,
  ranked integer,
  apart integer,
  -- SHA-256 of the canonical text of definition, figures and rows.
  digest text,
  PRIMARY KEY (town_code, board_code, period, revision),
  FOREIGN KEY (town_code, board_code) REFERENCES board_definitions (town_code, code),
  CHECK ((state = 'published') = (published_at IS NOT NULL)),
  CHECK (state NOT IN ('in_review', 'published') OR (definition IS NOT NULL AND submitted_at IS NOT NULL AND digest IS NOT NULL)),
  CHECK (state <> 'published' OR (ranked IS NOT NULL AND apart IS NOT NULL)),
  CHECK (state <> 'published' OR revision = 1 OR (reason IS NOT NULL AND changes IS NOT NULL AND changed_units IS NOT NULL)),
  -- A second person publishes.
  CHECK (published_by <> submitted_by)
);
CREATE UNIQUE INDEX board_editions_open ON board_editions (town_code, board_code, period) WHERE state <> 'published';
CREATE INDEX board_editions_drafts ON board_editions (town_code, changed_at DESC, id DESC) WHERE state <> 'published';
CREATE INDEX board_editions_out ON board_editions (town_code, board_code, period_kind, period DESC, revision DESC) WHERE state = 'published';
CREATE TRIGGER board_editions_published BEFORE UPDATE OR DELETE ON board_editions
  FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION refuse_change();

-- Who did what to an edition; who put figures into it does not publish it.
CREATE TABLE board_edition_events (
  town_code text NOT NULL REFERENCES towns (code),
  id uuid NOT NULL,
  edition_id uuid NOT NULL REFERENCES board_editions (id),
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('opened', 'entered', 'removed', 'imported', 'submitted', 'returned', 'published')),
  actor_id uuid REFERENCES persons (id),
  unit_code text,
  note text,
  PRIMARY KEY (town_code, id)
);
CREATE INDEX board_edition_events_edition ON board_edition_events (edition_id, actor_id);
CREATE TRIGGER board_edition_events_append_only BEFORE UPDATE OR DELETE ON board_edition_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A unit's figures in an edition, by key of the part; decimals as text, as they were written.
CREATE TABLE board_entries (
  town_code text NOT NULL REFERENCES towns (code),
  edition_id uuid NOT NULL REFERENCES board_editions (id),
  unit_code text NOT NULL,
  figures jsonb NOT NULL,
  sample integer CHECK (sample >= 0),
  vetoes text[] NOT NULL DEFAULT '{}',
  reason text CHECK (length(reason) <= 200),
  note text CHECK (length(note) <= 200),
  entered_by uuid REFERENCES persons (id),
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (town_code, edition_id, unit_code)
);

-- Evidence of an entry; a correction shows the pictures of the revision before again, so a picture may stand twice.
CREATE TABLE board_entry_photos (
  town_code text NOT NULL REFERENCES towns (code),
  edition_id uuid NOT NULL REFERENCES board_editions (id),
  unit_code text NOT NULL,
  photo_id uuid NOT NULL REFERENCES photos (id),
  position integer NOT NULL,
  PRIMARY KEY (town_code, edition_id, unit_code, photo_id)
);

-- Figures stand still once they are published; only what publishes them, in the same transaction, may still add what belongs to it.
CREATE FUNCTION refuse_change_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM board_editions WHERE id = coalesce(OLD.edition_id, NEW.edition_id) AND state = 'published'
      AND (TG_OP <> 'INSERT' OR xmin <> pg_current_xact_id()::xid)
  ) THEN
    RAISE EXCEPTION '% of a published edition never change', TG_TABLE_NAME;
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER board_entries_published BEFORE INSERT OR UPDATE OR DELETE ON board_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER board_entry_photos_published BEFORE INSERT OR UPDATE OR DELETE ON board_entry_photos
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();

-- The published snapshot, row by row as it stands on the board.
CREATE TABLE board_rows (
  town_code text NOT NULL REFERENCES towns (code),
  edition_id uuid NOT NULL REFERENCES board_editions (id),
  position integer NOT NULL CHECK (position > 0),
  unit_code text NOT NULL,
  name text NOT NULL,
  -- Without tones and spaces, and the initials, for the search.
  pinyin text NOT NULL,
  initials text NOT NULL,
  standing text NOT NULL CHECK (standing IN ('ranked', 'newcomer', 'no_figures', 'few')),
  rank integer CHECK (rank > 0),
  score numeric,
  change numeric,
  rank_change integer,
  mark text CHECK (mark IN ('red', 'black')),
  reason text,
  -- What each part adds to the score, by key.
  adds jsonb NOT NULL,
  PRIMARY KEY (town_code, edition_id, position),
  UNIQUE (town_code, edition_id, unit_code),
  CHECK ((standing = 'ranked') = (rank IS NOT NULL)),
  CHECK (mark IS DISTINCT FROM 'black' OR reason IS NOT NULL)
);
CREATE TRIGGER board_rows_published BEFORE INSERT ON board_rows
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER board_rows_append_only BEFORE UPDATE OR DELETE ON board_rows
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A file that is read and looked at before its figures go into drafts; swept after a day.
CREATE TABLE board_imports (
  town_code text NOT NULL REFERENCES towns (code),
  id uuid NOT NULL UNIQUE,
  board_code text NOT NULL,
  -- The definition its rows were checked against.
  board_version integer NOT NULL,
  state text NOT NULL CHECK (state IN ('reading', 'ready', 'refused', 'kept')),
  rows integer NOT NULL DEFAULT 0,
  -- The first fifty; fault_count counts all.
  faults jsonb NOT NULL DEFAULT '[]',
  fault_count integer NOT NULL DEFAULT 0,
  made_by uuid NOT NULL REFERENCES persons (id),
  made_at timestamptz NOT NULL,
  -- When the reader was last heard of; one that is silent has died.
  beat_at timestamptz NOT NULL,
  PRIMARY KEY (town_code, id),
  FOREIGN KEY (town_code, board_code) REFERENCES board_definitions (town_code, code)
);
CREATE INDEX board_imports_age ON board_imports (made_at);

CREATE TABLE board_import_rows (
  town_code text NOT NULL,
  import_id uuid NOT NULL,
  period text NOT NULL,
  unit_code text NOT NULL,
  line integer NOT NULL,
  figures jsonb NOT NULL,
  sample integer,
  vetoes text[] NOT NULL,
  reason text,
  note text,
  PRIMARY KEY (town_code, import_id, period, unit_code),
  FOREIGN KEY (town_code, import_id) REFERENCES board_imports (town_code, id)
);

CREATE TABLE board_appeals (
  town_code text NOT NULL REFERENCES towns (code),
  id uuid NOT NULL UNIQUE,
  board_code text NOT NULL,
  period text NOT NULL,
  unit_code text NOT NULL,
  person_id uuid NOT NULL REFERENCES persons (id),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
  created_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'accepted', 'declined')),
  answer text CHECK (length(answer) <= 500),
  answered_by uuid REFERENCES persons (id),
  answered_at timestamptz,
  PRIMARY KEY (town_code, id),
  FOREIGN KEY (town_code, board_code) REFERENCES board_definitions (town_code, code),
  CHECK ((state = 'open') = (answer IS NULL)),
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE UNIQUE INDEX board_appeals_open ON board_appeals (town_code, board_code, period, unit_code) WHERE state = 'open';
CREATE INDEX board_appeals_unit ON board_appeals (town_code, board_code, period, unit_code, created_at);
CREATE INDEX board_appeals_queue ON board_appeals (town_code, created_at, id) WHERE state = 'open';

CREATE TABLE board_appeal_photos (
  town_code text NOT NULL REFERENCES towns (code),
  appeal_id uuid NOT NULL REFERENCES board_appeals (id),
  photo_id uuid NOT NULL UNIQUE REFERENCES photos (id),
  position integer NOT NULL,
  PRIMARY KEY (town_code, appeal_id, position)
);

CREATE TABLE board_follows (
  town_code text NOT NULL REFERENCES towns (code),
  unit_kind text NOT NULL,
  unit_code text NOT NULL,
  person_id uuid NOT NULL REFERENCES persons (id),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (town_code, unit_kind, unit_code, person_id)
);
CREATE INDEX board_follows_person ON board_follows (person_id, created_at);
