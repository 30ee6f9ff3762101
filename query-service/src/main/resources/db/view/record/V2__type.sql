-- What kind of event a record holds, told without opening it. In canonical JSON it stands last.
ALTER TABLE record ADD COLUMN type text;
UPDATE record SET type = coalesce(
  substring(right(convert_from(record, 'UTF8'), 100) FROM '"type":"([^"]+)"\}$'),
  CAST(convert_from(record, 'UTF8') AS json) ->> 'type');
ALTER TABLE record ALTER COLUMN type SET NOT NULL;
