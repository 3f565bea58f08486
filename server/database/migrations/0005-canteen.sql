-- Community canteens: what is cooked, who takes a portion of it, and who came for it.

CREATE TABLE canteens (
  town_code text NOT NULL REFERENCES towns (code),
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  position integer NOT NULL,
  address text,
  phone text,
  lng double precision,
  lat double precision,
  delivers boolean NOT NULL DEFAULT false,
  -- Takes orders that are paid before; unpaid, they end after so many minutes.
  prepaid boolean NOT NULL DEFAULT false,
  prepay_minutes integer NOT NULL DEFAULT 15 CHECK (prepay_minutes > 0),
  year_target integer NOT NULL CHECK (year_target > 0),
  -- So many meals not collected in so many days, and staff have a word before the next booking.
  no_show_limit integer NOT NULL DEFAULT 3 CHECK (no_show_limit > 0),
  no_show_days integer NOT NULL DEFAULT 30 CHECK (no_show_days > 0),
  -- Live orders one person may hold of one meal: a family and the neighbours, not the whole pot.
  orders_per_meal integer NOT NULL DEFAULT 20 CHECK (orders_per_meal > 0),
  PRIMARY KEY (town_code, code)
);

-- Minutes count from the midnight, Shanghai time, that begins the day of the meal; negative: the day before.
CREATE TABLE canteen_sittings (
  town_code text NOT NULL,
  canteen_code text NOT NULL,
  sitting text NOT NULL CHECK (sitting IN ('breakfast', 'lunch', 'dinner')),
  opens_minute integer NOT NULL CHECK (opens_minute BETWEEN 0 AND 1439),
  closes_minute integer NOT NULL CHECK (closes_minute BETWEEN 1 AND 1440),
  window_minutes integer NOT NULL CHECK (window_minutes BETWEEN 5 AND 240),
  window_capacity integer NOT NULL CHECK (window_capacity BETWEEN 1 AND 5000),
  order_until_minute integer NOT NULL CHECK (order_until_minute BETWEEN -10080 AND 1440),
  cancel_until_minute integer NOT NULL CHECK (cancel_until_minute BETWEEN -10080 AND 1440),
  PRIMARY KEY (town_code, canteen_code, sitting),
  FOREIGN KEY (town_code, canteen_code) REFERENCES canteens (town_code, code),
  CHECK (closes_minute > opens_minute)
);

CREATE TABLE canteen_dishes (
  town_code text NOT NULL,
  canteen_code text NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('set', 'big_meat', 'small_meat', 'veg', 'soup', 'staple', 'breakfast')),
  price_fen integer NOT NULL CHECK (price_fen >= 0),
  kcal double precision NOT NULL CHECK (kcal >= 0),
  protein_g double precision NOT NULL CHECK (protein_g >= 0),
  fat_g double precision NOT NULL CHECK (fat_g >= 0),
  carbohydrate_g double precision NOT NULL CHECK (carbohydrate_g >= 0),
  sodium_mg double precision NOT NULL CHECK (sodium_mg >= 0),
  allergens text[] NOT NULL DEFAULT '{}',
  diets text[] NOT NULL DEFAULT '{}',
  -- Codes of the dishes of a set meal.
  parts text[] NOT NULL DEFAULT '{}',
  photo_id uuid REFERENCES photos (id),
  stars_sum integer NOT NULL DEFAULT 0 CHECK (stars_sum >= 0),
  stars_count integer NOT NULL DEFAULT 0 CHECK (stars_count >= 0),
  PRIMARY KEY (town_code, canteen_code, code),
  FOREIGN KEY (town_code, canteen_code) REFERENCES canteens (town_code, code),
  CHECK ((kind = 'set') = (cardinality(parts) > 0))
);

-- One meal of one day. Whoever changes its portions locks this row first, so that portions, places and numbers are taken in one order.
CREATE TABLE canteen_menus (
  town_code text NOT NULL,
  canteen_code text NOT NULL,
  day date NOT NULL,
  sitting text NOT NULL,
  published_at timestamptz,
  closed_at timestamptz,
  closed_reason text,
  order_until timestamptz NOT NULL,
  cancel_until timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  -- Orders so far; number n of them shows the four digits (n * step + shift) mod 10000, which hit each number once.
  issued integer NOT NULL DEFAULT 0 CHECK (issued BETWEEN 0 AND 10000),
  number_step integer NOT NULL CHECK (number_step BETWEEN 1 AND 9999 AND number_step % 2 = 1 AND number_step % 5 <> 0),
  number_shift integer NOT NULL CHECK (number_shift BETWEEN 0 AND 9999),
  PRIMARY KEY (town_code, canteen_code, day, sitting),
  FOREIGN KEY (town_code, canteen_code, sitting) REFERENCES canteen_sittings (town_code, canteen_code, sitting),
  CHECK ((closed_at IS NULL) = (closed_reason IS NULL))
);

CREATE TABLE canteen_menu_items (
  town_code text NOT NULL,
  canteen_code text NOT NULL,
  day date NOT NULL,
  sitting text NOT NULL,
  dish_code text NOT NULL,
  position integer NOT NULL,
  price_fen integer NOT NULL CHECK (price_fen >= 0),
  quota integer NOT NULL CHECK (quota >= 0),
  remaining integer NOT NULL CHECK (remaining >= 0),
  sold_out boolean NOT NULL DEFAULT false,
  PRIMARY KEY (town_code, canteen_code, day, sitting, dish_code),
  FOREIGN KEY (town_code, canteen_code, day, sitting) REFERENCES canteen_menus (town_code, canteen_code, day, sitting),
  FOREIGN KEY (town_code, canteen_code, dish_code) REFERENCES canteen_dishes (town_code, canteen_code, code),
  CHECK (remaining <= quota)
);

-- Places of a pick-up window; the rows come with the publication.
CREATE TABLE canteen_windows (
  town_code text NOT NULL,
  canteen_code text NOT NULL,
  day date NOT NULL,
  sitting text NOT NULL,
  starts_minute integer NOT NULL,
  ends_minute integer NOT NULL,
  capacity integer NOT NULL CHECK (capacity >= 0),
  remaining integer NOT NULL CHECK (remaining >= 0),
  PRIMARY KEY (town_code, canteen_code, day, sitting, starts_minute),
  FOREIGN KEY (town_code, canteen_code, day, sitting) REFERENCES canteen_menus (town_code, canteen_code, day, sitting),
  CHECK (remaining <= capacity),
  CHECK (ends_minute > starts_minute)
);

-- What people pay less, by age and status. Percent is of the price; an amount goes off what is left after the discount.
CREATE TABLE canteen_tiers (
  town_code text NOT NULL REFERENCES towns (code),
  code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('discount', 'subsidy')),
  label text NOT NULL,
  min_age integer NOT NULL CHECK (min_age >= 0),
  max_age integer,
  needs text[] NOT NULL DEFAULT '{}',
  modes text[] NOT NULL DEFAULT '{eat_in,take_away,delivery}',
  percent integer CHECK (percent BETWEEN 1 AND 100),
  amount_fen integer CHECK (amount_fen > 0),
  threshold_fen integer NOT NULL DEFAULT 0 CHECK (threshold_fen >= 0),
  -- Whether the threshold is held against the price before or after the discount.
  threshold_on text NOT NULL DEFAULT 'before' CHECK (threshold_on IN ('before', 'after')),
  -- Most that one person gets of it on one day; null: no limit.
  per_day_fen integer CHECK (per_day_fen > 0),
  PRIMARY KEY (town_code, code),
  CHECK ((kind = 'discount') = (percent IS NOT NULL)),
  CHECK ((kind = 'subsidy') = (amount_fen IS NOT NULL))
);

-- What staff have seen papers of. Birthday, statuses and address are sealed (server/shared/seal.ts).
CREATE TABLE canteen_guests (
  town_code text NOT NULL REFERENCES towns (code),
  person_id uuid NOT NULL UNIQUE REFERENCES persons (id),
  facts_sealed text,
  address_sealed text,
  verified_by uuid REFERENCES persons (id),
  verified_at timestamptz,
  -- Staff had a word: meals not collected before then are forgiven.
  forgiven_at timestamptz,
  forgiven_by uuid REFERENCES persons (id),
  forgiven_note text,
  PRIMARY KEY (town_code, person_id)
);

-- Six digits that a person shows: whoever types them in may book for them, staff may look at their papers.
CREATE TABLE canteen_consent_codes (
  code text NOT NULL PRIMARY KEY CHECK (code ~ '^\d{6}$'),
  person_id uuid NOT NULL UNIQUE REFERENCES persons (id),
  expires_at timestamptz NOT NULL
);

-- Wrong codes that somebody typed in on a day: there are only a million of them.
CREATE TABLE canteen_consent_tries (
  person_id uuid NOT NULL REFERENCES persons (id),
  day date NOT NULL,
  tries integer NOT NULL CHECK (tries > 0),
  PRIMARY KEY (person_id, day)
);

CREATE TABLE canteen_family (
  id uuid PRIMARY KEY,
  booker_id uuid NOT NULL REFERENCES persons (id),
  eater_id uuid NOT NULL REFERENCES persons (id),
  label text NOT NULL,
  since timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK (booker_id <> eater_id)
);
CREATE UNIQUE INDEX canteen_family_live ON canteen_family (booker_id, eater_id) WHERE ended_at IS NULL;
CREATE INDEX canteen_family_eater ON canteen_family (eater_id) WHERE ended_at IS NULL;

CREATE TABLE canteen_orders (
  town_code text NOT NULL,
  id uuid NOT NULL UNIQUE,
  canteen_code text NOT NULL,
  day date NOT NULL,
  sitting text NOT NULL,
  starts_minute integer NOT NULL,
  number text NOT NULL CHECK (number ~ '^\d{4}$'),
  orderer_id uuid NOT NULL REFERENCES persons (id),
  eater_id uuid NOT NULL REFERENCES persons (id),
  mode text NOT NULL CHECK (mode IN ('eat_in', 'take_away', 'delivery')),
  state text NOT NULL CHECK (state IN ('booked', 'collected', 'cancelled', 'expired', 'no_show')),
  way text NOT NULL CHECK (way IN ('counter', 'prepaid')),
  payment text NOT NULL CHECK (payment IN ('unpaid', 'paying', 'paid', 'refunding', 'refunded')),
  note text CHECK (length(note) <= 100),
  total_fen integer NOT NULL CHECK (total_fen >= 0),
  payable_fen integer NOT NULL CHECK (payable_fen BETWEEN 0 AND total_fen),
  -- Tier and amount of the subsidy, for the person's limit of the day.
  subsidy_code text,
  subsidy_fen integer NOT NULL DEFAULT 0 CHECK (subsidy_fen >= 0),
  -- Lines of the bill as the guest saw them: [{ kind, label, fen }].
  bill_lines jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  cancel_until timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  pay_by timestamptz,
  ended_at timestamptz,
  ended_reason text,
  collected_at timestamptz,
  collected_by uuid REFERENCES persons (id),
  reminded_at timestamptz,
  rated_at timestamptz,
  last_seq integer NOT NULL DEFAULT 1,
  PRIMARY KEY (town_code, id),
  UNIQUE (town_code, canteen_code, day, sitting, number),
  FOREIGN KEY (town_code, canteen_code, day, sitting, starts_minute)
    REFERENCES canteen_windows (town_code, canteen_code, day, sitting, starts_minute),
  CHECK ((state = 'booked') = (ended_at IS NULL)),
  CHECK ((state = 'collected') = (collected_at IS NOT NULL)),
  CHECK ((collected_at IS NULL) = (collected_by IS NULL)),
  CHECK (pay_by IS NULL OR way = 'prepaid'),
  CHECK (rated_at IS NULL OR state = 'collected')
);
CREATE INDEX canteen_orders_orderer ON canteen_orders (orderer_id, day DESC, id DESC);
CREATE INDEX canteen_orders_eater ON canteen_orders (eater_id, day DESC, id DESC);
CREATE INDEX canteen_orders_ends ON canteen_orders (ends_at) WHERE state = 'booked';
CREATE INDEX canteen_orders_pay_by ON canteen_orders (pay_by) WHERE state = 'booked' AND pay_by IS NOT NULL;
CREATE INDEX canteen_orders_remind ON canteen_orders (day) WHERE state = 'booked' AND reminded_at IS NULL;
CREATE INDEX canteen_orders_no_show ON canteen_orders (eater_id, ended_at) WHERE state = 'no_show';

CREATE TABLE canteen_order_items (
  town_code text NOT NULL,
  order_id uuid NOT NULL,
  dish_code text NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  quantity integer NOT NULL CHECK (quantity BETWEEN 1 AND 10),
  price_fen integer NOT NULL CHECK (price_fen >= 0),
  stars integer CHECK (stars BETWEEN 1 AND 5),
  PRIMARY KEY (town_code, order_id, dish_code),
  FOREIGN KEY (town_code, order_id) REFERENCES canteen_orders (town_code, id)
);

CREATE TABLE canteen_order_events (
  town_code text NOT NULL,
  order_id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('book', 'collect', 'cancel', 'call_off', 'expire', 'no_show', 'pay', 'refund', 'rate')),
  actor_id uuid REFERENCES persons (id),
  note text,
  PRIMARY KEY (town_code, order_id, seq),
  FOREIGN KEY (town_code, order_id) REFERENCES canteen_orders (town_code, id)
);
CREATE TRIGGER canteen_order_events_append_only BEFORE UPDATE OR DELETE ON canteen_order_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Meals collected in a Shanghai year, counted in the statement that collects.
CREATE TABLE canteen_progress (
  town_code text NOT NULL,
  canteen_code text NOT NULL,
  year integer NOT NULL,
  collected integer NOT NULL CHECK (collected >= 0),
  PRIMARY KEY (town_code, canteen_code, year),
  FOREIGN KEY (town_code, canteen_code) REFERENCES canteens (town_code, code)
);
