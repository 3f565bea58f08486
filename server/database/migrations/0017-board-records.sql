-- What was closed in a month, with all that boards count of it: they are computed anew at each read, and need not look at the rows.
CREATE INDEX reports_closed ON reports (town_code, closed_at)
  INCLUDE (area_code, compound_code, lead_code, stars, handled_at, due_at) WHERE state = 'closed';
