-- How many orders of a meal somebody has made, cancelled ones too: whether one slipped in between the look and the hand, and how often
-- somebody may book and cancel (each order uses up one of the meal's ten thousand numbers).
CREATE TABLE canteen_tallies (
  town_code text NOT NULL,
  canteen_code text NOT NULL,
  day date NOT NULL,
  sitting text NOT NULL,
  orderer_id uuid NOT NULL REFERENCES persons (id),
  made integer NOT NULL CHECK (made > 0),
  PRIMARY KEY (town_code, canteen_code, day, sitting, orderer_id),
  FOREIGN KEY (town_code, canteen_code, day, sitting) REFERENCES canteen_menus (town_code, canteen_code, day, sitting)
);
INSERT INTO canteen_tallies (town_code, canteen_code, day, sitting, orderer_id, made)
SELECT town_code, canteen_code, day, sitting, orderer_id, count(*) FROM canteen_orders GROUP BY 1, 2, 3, 4, 5;
