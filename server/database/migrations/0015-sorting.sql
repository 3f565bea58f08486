-- Which bin: what goes where, the same for the whole city; and each compound's drop-off.

CREATE TABLE sorting_items (
  name text PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 40),
  kind text NOT NULL CHECK (kind IN ('recyclable', 'hazardous', 'wet', 'dry')),
  hint text CHECK (length(hint) <= 100),
  pinyin text NOT NULL,
  initials text NOT NULL
);

-- Places, hours and the days unlike the others, as they are read and written: together (contract DropOff).
CREATE TABLE sorting_drop_offs (
  town_code text NOT NULL,
  compound_code text NOT NULL,
  places jsonb NOT NULL,
  exceptions jsonb NOT NULL,
  note text CHECK (length(note) <= 200),
  changed_by uuid REFERENCES persons (id),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (town_code, compound_code),
  FOREIGN KEY (town_code, compound_code) REFERENCES compounds (town_code, code)
);
