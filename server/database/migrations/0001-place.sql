-- Towns, residential areas, compounds and the units that handle matters. Codes are those of the National Bureau of Statistics.

CREATE TABLE districts (
  code text PRIMARY KEY CHECK (code ~ '^\d{6}$'),
  name text NOT NULL
);

CREATE TABLE towns (
  code text PRIMARY KEY CHECK (code ~ '^\d{9}$'),
  district_code text NOT NULL REFERENCES districts (code),
  name text NOT NULL,
  -- Two letters before the number of a report: HQ, XH. A town without one is not open in the app.
  prefix text UNIQUE CHECK (prefix ~ '^[A-Z]{2,4}$'),
  lng double precision,
  lat double precision,
  -- A place farther than this from the centre is outside the town.
  radius_m integer CHECK (radius_m > 0)
);

CREATE TABLE units (
  town_code text NOT NULL REFERENCES towns (code),
  code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('grid', 'property', 'department')),
  name text NOT NULL,
  phone text,
  -- The handler kind of the categories a department serves; a residents' committee ('neighborhood') serves one area.
  serves text CHECK (serves IN ('neighborhood', 'city_mgmt', 'housing_office', 'petition_office')),
  area_code text,
  PRIMARY KEY (town_code, code)
);
CREATE UNIQUE INDEX units_serving ON units (town_code, serves, coalesce(area_code, '')) WHERE serves IS NOT NULL;

CREATE TABLE areas (
  town_code text NOT NULL REFERENCES towns (code),
  code text NOT NULL UNIQUE CHECK (code ~ '^\d{12}$'),
  name text NOT NULL,
  short_name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('residents', 'villagers')),
  -- Without tones and spaces: aibosicun; and the initials: absc.
  pinyin text NOT NULL,
  initials text NOT NULL,
  grid_code text,
  lng double precision,
  lat double precision,
  PRIMARY KEY (town_code, code),
  FOREIGN KEY (town_code, grid_code) REFERENCES units (town_code, code)
);

CREATE TABLE compounds (
  town_code text NOT NULL,
  code text NOT NULL,
  area_code text NOT NULL,
  name text NOT NULL,
  pinyin text NOT NULL,
  initials text NOT NULL,
  address text,
  buildings integer CHECK (buildings > 0),
  floors integer CHECK (floors > 0),
  lng double precision,
  lat double precision,
  property_code text,
  PRIMARY KEY (town_code, code),
  FOREIGN KEY (town_code, area_code) REFERENCES areas (town_code, code),
  FOREIGN KEY (town_code, property_code) REFERENCES units (town_code, code)
);
CREATE INDEX compounds_area ON compounds (area_code);
