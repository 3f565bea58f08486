-- Whether the person's nickname is written where people are ranked. Nobody is shown who has not said so.
ALTER TABLE persons ADD COLUMN name_on_boards boolean NOT NULL DEFAULT false;
