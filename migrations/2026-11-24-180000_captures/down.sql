DROP INDEX sources_by_url;
DROP TABLE derivations;
DROP TABLE source_notes;
DROP TABLE source_notices;
DROP TABLE source_watches;
DROP TABLE snapshot_pages;
DROP TABLE captures;
DROP TABLE jobs;
