-- What visitors think of a site they have been to: one word a person, site and month; a later one takes its place.

CREATE TABLE study_site_ratings (
  town_code text NOT NULL,
  site_code text NOT NULL,
  month text NOT NULL CHECK (month ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  person_id uuid NOT NULL REFERENCES persons (id),
  stars integer NOT NULL CHECK (stars BETWEEN 1 AND 5),
  text text CHECK (length(text) <= 200),
  rated_at timestamptz NOT NULL,
  PRIMARY KEY (town_code, site_code, month, person_id),
  FOREIGN KEY (town_code, site_code) REFERENCES study_sites (town_code, code)
);
