-- What one learns from elsewhere, by link; and five questions a day.

CREATE TABLE learning_items (
  town_code text NOT NULL REFERENCES towns (code),
  id uuid NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('article', 'video')),
  theme text NOT NULL CHECK (theme IN ('party_history', 'new_china', 'reform', 'socialism', 'theory', 'local', 'other')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 60),
  url text NOT NULL CHECK (url ~ '^https://' AND length(url) <= 500),
  source text CHECK (length(source) BETWEEN 1 AND 40),
  added_at timestamptz NOT NULL,
  changed_by uuid REFERENCES persons (id),
  PRIMARY KEY (town_code, id),
  UNIQUE (town_code, url)
);
CREATE INDEX learning_items_list ON learning_items (town_code, added_at DESC, id DESC);

-- The bank. A question that was asked stays; one that is no longer asked is retired.
CREATE TABLE learning_questions (
  town_code text NOT NULL REFERENCES towns (code),
  code text NOT NULL CHECK (code ~ '^[A-Za-z0-9_-]{1,32}$'),
  theme text NOT NULL CHECK (theme IN ('party_history', 'new_china', 'reform', 'socialism', 'theory', 'local', 'other')),
  text text NOT NULL,
  options text[] NOT NULL CHECK (cardinality(options) BETWEEN 2 AND 6),
  -- The place of the right one in options, from 0.
  answer integer NOT NULL CHECK (answer >= 0),
  explanation text NOT NULL,
  retired boolean NOT NULL DEFAULT false,
  PRIMARY KEY (town_code, code),
  CHECK (answer < cardinality(options))
);

CREATE TABLE learning_quizzes (
  town_code text NOT NULL REFERENCES towns (code),
  id uuid NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES persons (id),
  day date NOT NULL,
  at timestamptz NOT NULL,
  -- What was asked, in order, and what was chosen.
  question_codes text[] NOT NULL CHECK (cardinality(question_codes) = 5),
  chosen integer[] NOT NULL CHECK (cardinality(chosen) = 5),
  right_count integer NOT NULL CHECK (right_count BETWEEN 0 AND 5),
  passed boolean NOT NULL,
  PRIMARY KEY (town_code, id)
);
-- Once a day, wherever one lives meanwhile.
CREATE UNIQUE INDEX learning_quizzes_once ON learning_quizzes (person_id, day DESC);

-- A quiz that was passed is a line of the ledger.
ALTER TABLE study_point_rules DROP CONSTRAINT study_point_rules_kind_check;
ALTER TABLE study_point_rules ADD CONSTRAINT study_point_rules_kind_check
  CHECK (kind IN ('check_in', 'thought', 'minutes', 'route', 'quiz'));
ALTER TABLE study_points ADD COLUMN quiz_id uuid;
ALTER TABLE study_points ADD FOREIGN KEY (town_code, quiz_id) REFERENCES learning_quizzes (town_code, id);
ALTER TABLE study_points DROP CONSTRAINT study_points_kind_check;
ALTER TABLE study_points ADD CONSTRAINT study_points_kind_check
  CHECK (kind IN ('check_in', 'thought', 'minutes', 'route', 'quiz', 'correction'));
ALTER TABLE study_points DROP CONSTRAINT study_points_check2;
ALTER TABLE study_points ADD CONSTRAINT study_points_check2
  CHECK (kind IN ('quiz', 'correction') OR check_in_id IS NOT NULL);
ALTER TABLE study_points ADD CHECK ((kind = 'quiz') = (quiz_id IS NOT NULL));
CREATE UNIQUE INDEX study_points_quiz ON study_points (town_code, quiz_id) WHERE quiz_id IS NOT NULL;
