-- What tokens name an account by, and through them the records: it tells nothing of whose it is.
ALTER TABLE account ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE;
