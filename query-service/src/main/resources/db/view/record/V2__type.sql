-- What kind of event a record holds, told without opening it.
ALTER TABLE record ADD COLUMN type text;
UPDATE record SET type = CAST(convert_from(record, 'UTF8') AS json) ->> 'type';
ALTER TABLE record ALTER COLUMN type SET NOT NULL;
