-- Few, asked for again and again, and among very many that were delivered.
CREATE INDEX delivery_failed ON delivery (id) WHERE state = 'FAILED';
