-- What only the server knows goes into the digest of each event: who acted cannot be found out by trying everybody's id on a published
-- digest. Events from before have none.
ALTER TABLE report_events ADD COLUMN salt text;
