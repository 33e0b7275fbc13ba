DROP INDEX claims_by_duplicate;
DROP TABLE claim_matches;
DROP TABLE external_checks;
