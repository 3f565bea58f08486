-- Pictures. The bytes lie in the picture store under the id; a row that nothing took within a day is swept with its bytes.

CREATE TABLE photos (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL REFERENCES persons (id),
  -- SHA-256 of the kept picture, hex.
  digest text NOT NULL,
  width integer NOT NULL CHECK (width BETWEEN 1 AND 2048),
  height integer NOT NULL CHECK (height BETWEEN 1 AND 2048),
  bytes integer NOT NULL CHECK (bytes > 0),
  created_at timestamptz NOT NULL,
  -- What took it (report, avatar), and when; null: nothing yet. 'sweep': given up, its files are to be deleted.
  taken_by text,
  taken_at timestamptz,
  CHECK ((taken_by IS NULL) = (taken_at IS NULL))
);
CREATE INDEX photos_untaken ON photos (created_at) WHERE taken_at IS NULL;
CREATE INDEX photos_untaken_of ON photos (owner_id) WHERE taken_at IS NULL;
CREATE INDEX photos_given_up ON photos (taken_at) WHERE taken_by = 'sweep';
ALTER TABLE persons ADD FOREIGN KEY (avatar_photo_id) REFERENCES photos (id);
