DROP TABLE time_proofs;
DROP TABLE archivings;
DROP TABLE fetch_settings;
DROP TABLE protected_sources;
