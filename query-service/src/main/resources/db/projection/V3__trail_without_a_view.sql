-- Trails are read from the records and from who owed what; the view that held them apart is gone.
DROP SCHEMA IF EXISTS view_trail CASCADE;
DELETE FROM view_place WHERE view = 'trail';
DELETE FROM parked_view WHERE view = 'trail';
