-- People, their sessions and roles, messages to them, and the keys that make a repeated POST harmless.

CREATE TABLE persons (
  id uuid PRIMARY KEY,
  -- The town the person lives or serves in; null until a home area is chosen.
  town_code text REFERENCES towns (code),
  wechat_openid text UNIQUE,
  demo_persona text UNIQUE,
  nickname text NOT NULL,
  avatar_photo_id uuid,
  -- Sealed with AES-256-GCM (server/shared/seal.ts).
  phone_sealed text,
  home_area_code text REFERENCES areas (code),
  home_compound_code text,
  home_building text,
  home_room_sealed text,
  elder_mode boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  CHECK (home_area_code IS NULL OR town_code IS NOT NULL),
  FOREIGN KEY (town_code, home_compound_code) REFERENCES compounds (town_code, code)
);
CREATE INDEX persons_town ON persons (town_code, nickname, id);

CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES persons (id),
  -- SHA-256 of the refresh token; the one before it still works for a minute, for an answer lost on the way.
  refresh_hash text NOT NULL UNIQUE,
  previous_hash text UNIQUE,
  rotated_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX sessions_person ON sessions (person_id) WHERE revoked_at IS NULL;

CREATE TABLE grants (
  town_code text NOT NULL REFERENCES towns (code),
  id uuid NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES persons (id),
  role text NOT NULL CHECK (role IN ('party_member', 'secretary', 'site_host', 'grid_worker', 'grid_leader', 'property',
    'department', 'canteen_staff', 'board_editor', 'board_reviewer', 'admin')),
  scope_code text NOT NULL,
  scope_name text NOT NULL,
  granted_by uuid REFERENCES persons (id),
  granted_at timestamptz NOT NULL,
  PRIMARY KEY (town_code, id),
  UNIQUE (person_id, role, scope_code)
);
CREATE INDEX grants_scope ON grants (town_code, role, scope_code);

-- Who gave or took back which role, and when; the grants hold the present.
CREATE TABLE grant_events (
  town_code text NOT NULL REFERENCES towns (code),
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('given', 'taken')),
  actor_id uuid NOT NULL REFERENCES persons (id),
  person_id uuid NOT NULL REFERENCES persons (id),
  role text NOT NULL,
  scope_code text NOT NULL,
  PRIMARY KEY (town_code, id)
);

CREATE TABLE messages (
  person_id uuid NOT NULL REFERENCES persons (id),
  id uuid NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  link text,
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX messages_newest ON messages (person_id, created_at DESC, id DESC);
CREATE INDEX messages_unread ON messages (person_id) WHERE read_at IS NULL;

-- Who read whose personal data, when, and for which matter.
CREATE TABLE access_log (
  town_code text NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  reader_id uuid NOT NULL REFERENCES persons (id),
  subject_id uuid NOT NULL REFERENCES persons (id),
  what text NOT NULL,
  matter text NOT NULL,
  PRIMARY KEY (town_code, id)
);

CREATE TABLE idempotency_keys (
  person_id uuid NOT NULL REFERENCES persons (id),
  key text NOT NULL,
  fingerprint text NOT NULL,
  answer text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
