DROP INDEX evidence_by_source_check;
DROP INDEX evidence_by_source_time;
DROP INDEX withholdings_by_state;
DROP INDEX published_versions_corrected;
DROP TABLE retractions;
