-- Study sites: where one learns, who was there, and what that is worth. Branches of the party come with them.

CREATE TABLE branches (
  town_code text NOT NULL REFERENCES towns (code),
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  PRIMARY KEY (town_code, code)
);

CREATE TABLE study_sites (
  town_code text NOT NULL REFERENCES towns (code),
  code text NOT NULL UNIQUE CHECK (code ~ '^[A-Za-z0-9_-]{1,32}$'),
  kind text NOT NULL CHECK (kind IN ('study_corner', 'study_point_road', 'study_point_building', 'study_point_mall', 'red_site',
    'red_mailbox', 'party_station', 'practice_center', 'practice_station', 'practice_space')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  address text,
  lng double precision NOT NULL CHECK (lng BETWEEN -180 AND 180),
  lat double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
  story text CHECK (length(story) <= 5000),
  audio_url text,
  directions text,
  lights_on_minute integer CHECK (lights_on_minute BETWEEN 0 AND 1439),
  lights_off_minute integer CHECK (lights_off_minute BETWEEN 1 AND 1440),
  -- How one checks in here: screen, fixed, host.
  ways text[] NOT NULL CHECK (ways <@ '{screen,fixed,host}' AND cardinality(ways) > 0),
  fence_m integer NOT NULL DEFAULT 100 CHECK (fence_m BETWEEN 20 AND 2000),
  changed_by uuid REFERENCES persons (id),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (town_code, code),
  CHECK ((lights_on_minute IS NULL) = (lights_off_minute IS NULL)),
  CHECK (lights_off_minute > lights_on_minute)
);

-- Hours of every week; weekday 1 is Monday. Minutes count from midnight, Shanghai time; 1440 is the end of the day.
CREATE TABLE study_hours (
  town_code text NOT NULL,
  site_code text NOT NULL,
  weekday integer NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  opens_minute integer NOT NULL CHECK (opens_minute BETWEEN 0 AND 1439),
  closes_minute integer NOT NULL CHECK (closes_minute BETWEEN 1 AND 1440),
  PRIMARY KEY (town_code, site_code, weekday, opens_minute),
  FOREIGN KEY (town_code, site_code) REFERENCES study_sites (town_code, code),
  CHECK (closes_minute > opens_minute)
);

-- A day unlike the others; without minutes it is closed.
CREATE TABLE study_hours_exceptions (
  town_code text NOT NULL,
  site_code text NOT NULL,
  day date NOT NULL,
  opens_minutes integer[] NOT NULL,
  closes_minutes integer[] NOT NULL,
  note text,
  PRIMARY KEY (town_code, site_code, day),
  FOREIGN KEY (town_code, site_code) REFERENCES study_sites (town_code, code),
  CHECK (cardinality(opens_minutes) = cardinality(closes_minutes))
);

CREATE TABLE study_site_photos (
  town_code text NOT NULL,
  site_code text NOT NULL,
  position integer NOT NULL CHECK (position BETWEEN 1 AND 9),
  photo_id uuid NOT NULL UNIQUE REFERENCES photos (id),
  PRIMARY KEY (town_code, site_code, position),
  FOREIGN KEY (town_code, site_code) REFERENCES study_sites (town_code, code)
);

CREATE TABLE study_routes (
  town_code text NOT NULL REFERENCES towns (code),
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  about text,
  PRIMARY KEY (town_code, code)
);

CREATE TABLE study_route_stops (
  town_code text NOT NULL,
  route_code text NOT NULL,
  position integer NOT NULL CHECK (position BETWEEN 1 AND 20),
  site_code text NOT NULL,
  PRIMARY KEY (town_code, route_code, position),
  UNIQUE (town_code, route_code, site_code),
  FOREIGN KEY (town_code, route_code) REFERENCES study_routes (town_code, code),
  FOREIGN KEY (town_code, site_code) REFERENCES study_sites (town_code, code)
);
CREATE INDEX study_route_stops_site ON study_route_stops (town_code, site_code);

CREATE TABLE study_check_ins (
  town_code text NOT NULL,
  id uuid NOT NULL UNIQUE,
  site_code text NOT NULL,
  person_id uuid NOT NULL REFERENCES persons (id),
  -- When the code was read, by the server's clock, and the Shanghai day of it.
  at timestamptz NOT NULL,
  day date NOT NULL,
  received_at timestamptz NOT NULL,
  way text NOT NULL CHECK (way IN ('screen', 'fixed', 'host')),
  state text NOT NULL CHECK (state IN ('counted', 'pending', 'refused')),
  marks text[] NOT NULL CHECK (marks <@ '{too_far,no_position,closed,too_fast,shared_device,code_far_apart,late}'),
  -- The interval of the screen's code.
  step integer,
  lng double precision,
  lat double precision,
  accuracy_m double precision,
  -- SHA-256 of what the phone calls itself.
  device text,
  -- The host by whose hand it was.
  host_id uuid REFERENCES persons (id),
  thought text CHECK (length(thought) <= 500),
  minutes integer CHECK (minutes BETWEEN 1 AND 480),
  decided_by uuid REFERENCES persons (id),
  decided_at timestamptz,
  decision_note text,
  PRIMARY KEY (town_code, id),
  FOREIGN KEY (town_code, site_code) REFERENCES study_sites (town_code, code),
  CHECK ((way = 'screen') = (step IS NOT NULL)),
  CHECK ((way = 'host') = (host_id IS NOT NULL)),
  CHECK ((lng IS NULL) = (lat IS NULL) AND (lng IS NULL) = (accuracy_m IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  -- What nothing speaks against counts; the rest waits for a decision of somebody else.
  CHECK (CASE state WHEN 'pending' THEN cardinality(marks) > 0 AND decided_by IS NULL
    WHEN 'counted' THEN cardinality(marks) = 0 OR decided_by IS NOT NULL ELSE decided_by IS NOT NULL END),
  CHECK (decided_by <> person_id AND host_id <> person_id AND decided_by <> host_id)
);
-- Once per person, site and day. One that was refused frees the day: whoever comes in person afterwards is not shut out.
CREATE UNIQUE INDEX study_check_ins_once ON study_check_ins (town_code, site_code, person_id, day) WHERE state <> 'refused';
-- My path, my list, a branch's month: all go by the person, and need not look at the rows.
CREATE INDEX study_check_ins_person ON study_check_ins (person_id, at DESC, id DESC)
  INCLUDE (town_code, site_code, day, state, minutes);
CREATE INDEX study_check_ins_device ON study_check_ins (town_code, device, at) WHERE device IS NOT NULL;
CREATE INDEX study_check_ins_code ON study_check_ins (town_code, site_code, step) WHERE step IS NOT NULL;
CREATE INDEX study_check_ins_doubtful ON study_check_ins (town_code, at, id) WHERE state = 'pending';
CREATE INDEX study_check_ins_doubtful_site ON study_check_ins (town_code, site_code, at, id) WHERE state = 'pending';
CREATE INDEX study_check_ins_doubtful_person ON study_check_ins (person_id, at, id) WHERE state = 'pending';

CREATE TABLE study_check_in_photos (
  town_code text NOT NULL,
  check_in_id uuid NOT NULL,
  position integer NOT NULL CHECK (position BETWEEN 1 AND 3),
  photo_id uuid NOT NULL UNIQUE REFERENCES photos (id),
  PRIMARY KEY (town_code, check_in_id, position),
  FOREIGN KEY (town_code, check_in_id) REFERENCES study_check_ins (town_code, id)
);

-- Check-ins of a site that count, added up over sixteen rows so that a crowd does not queue for one of them.
CREATE TABLE study_counts (
  town_code text NOT NULL,
  site_code text NOT NULL,
  slot integer NOT NULL CHECK (slot BETWEEN 0 AND 15),
  counted integer NOT NULL CHECK (counted > 0),
  PRIMARY KEY (town_code, site_code, slot),
  FOREIGN KEY (town_code, site_code) REFERENCES study_sites (town_code, code)
);

-- What a thing is worth: so many points for every `unit` of it (minutes; characters of a thought are to be at least that many), and how
-- many points of it a day has at most.
CREATE TABLE study_point_rules (
  town_code text NOT NULL REFERENCES towns (code),
  kind text NOT NULL CHECK (kind IN ('check_in', 'thought', 'minutes', 'route')),
  points integer NOT NULL CHECK (points > 0),
  unit integer NOT NULL DEFAULT 1 CHECK (unit > 0),
  per_day integer CHECK (per_day > 0),
  PRIMARY KEY (town_code, kind)
);

-- Append-only: what a person has is the sum.
CREATE TABLE study_points (
  town_code text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES persons (id),
  at timestamptz NOT NULL,
  -- The day it is of, for the caps: that of the check-in.
  day date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('check_in', 'thought', 'minutes', 'route', 'correction')),
  points integer NOT NULL CHECK (points <> 0 AND (points > 0 OR kind = 'correction')),
  why text NOT NULL,
  check_in_id uuid,
  route_code text,
  PRIMARY KEY (town_code, id),
  FOREIGN KEY (town_code, check_in_id) REFERENCES study_check_ins (town_code, id),
  CHECK ((kind = 'route') = (route_code IS NOT NULL)),
  CHECK (kind = 'correction' OR check_in_id IS NOT NULL)
);
CREATE INDEX study_points_person ON study_points (person_id, at DESC, id DESC) INCLUDE (points, kind, day);
CREATE UNIQUE INDEX study_points_once ON study_points (town_code, check_in_id, kind) WHERE kind IN ('check_in', 'thought');
CREATE UNIQUE INDEX study_points_route ON study_points (town_code, person_id, route_code) WHERE kind = 'route';
CREATE INDEX study_points_check_in ON study_points (town_code, check_in_id) INCLUDE (points);
CREATE TRIGGER study_points_append_only BEFORE UPDATE OR DELETE ON study_points
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Earned when the metric of what counts in the town comes to the threshold.
CREATE TABLE study_badges (
  town_code text NOT NULL REFERENCES towns (code),
  code text NOT NULL UNIQUE,
  position integer NOT NULL,
  name text NOT NULL,
  about text NOT NULL,
  metric text NOT NULL CHECK (metric IN ('check_ins', 'sites', 'streak', 'kinds', 'routes', 'minutes')),
  threshold integer NOT NULL CHECK (threshold > 0),
  PRIMARY KEY (town_code, code)
);

CREATE TABLE study_earned_badges (
  town_code text NOT NULL,
  person_id uuid NOT NULL REFERENCES persons (id),
  badge_code text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (town_code, person_id, badge_code),
  FOREIGN KEY (town_code, badge_code) REFERENCES study_badges (town_code, code)
);
CREATE INDEX study_earned_badges_person ON study_earned_badges (person_id);

-- A host looks for people by the beginning of their name.
CREATE INDEX persons_nickname ON persons (town_code, nickname text_pattern_ops);
