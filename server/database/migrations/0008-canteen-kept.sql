-- What must still be known when a dish or a guest's papers have changed.

-- What was in a dish until it was changed: a meal has in it what the dish had when it was collected.
CREATE TABLE canteen_dish_facts (
  town_code text NOT NULL,
  canteen_code text NOT NULL,
  dish_code text NOT NULL,
  until timestamptz NOT NULL,
  kcal double precision NOT NULL,
  protein_g double precision NOT NULL,
  fat_g double precision NOT NULL,
  carbohydrate_g double precision NOT NULL,
  sodium_mg double precision NOT NULL,
  PRIMARY KEY (town_code, canteen_code, dish_code, until),
  FOREIGN KEY (town_code, canteen_code, dish_code) REFERENCES canteen_dishes (town_code, canteen_code, code)
);

-- Who wrote down a guest's papers or forgave them, and when; never what the papers say.
CREATE TABLE canteen_guest_events (
  town_code text NOT NULL REFERENCES towns (code),
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('papers', 'word')),
  canteen_code text NOT NULL,
  actor_id uuid NOT NULL REFERENCES persons (id),
  person_id uuid NOT NULL REFERENCES persons (id),
  PRIMARY KEY (town_code, id),
  FOREIGN KEY (town_code, canteen_code) REFERENCES canteens (town_code, code),
  CHECK (actor_id <> person_id)
);
CREATE TRIGGER canteen_guest_events_append_only BEFORE UPDATE OR DELETE ON canteen_guest_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Meals not collected are counted by the end of the meal, not by when the clock found out.
DROP INDEX canteen_orders_no_show;
CREATE INDEX canteen_orders_no_show ON canteen_orders (eater_id, ends_at) WHERE state = 'no_show';

-- Words with guests kept their papers in clear, as the answer for a repeat.
UPDATE idempotency_keys SET answer = 'null' WHERE answer LIKE '{"personId":%"deliveryAddress":%';
