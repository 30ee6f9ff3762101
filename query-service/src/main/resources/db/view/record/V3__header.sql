-- What is told of a record without opening it: its kind of event, who did it, and when it happened.
ALTER TABLE record ADD COLUMN type text, ADD COLUMN actor text, ADD COLUMN occurred_at timestamptz;
UPDATE record SET (type, actor, occurred_at) = (
  SELECT it ->> 'type', it ->> 'actor', CAST(it ->> 'time' AS timestamptz)
  FROM CAST(convert_from(record, 'UTF8') AS json) AS it);
ALTER TABLE record
  ALTER COLUMN type SET NOT NULL, ALTER COLUMN actor SET NOT NULL, ALTER COLUMN occurred_at SET NOT NULL;
