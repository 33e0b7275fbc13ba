DROP TABLE worth_models;
DROP TABLE releases;
DROP TABLE release_rules;
DROP TABLE dismissals;
DROP TABLE claim_places;
