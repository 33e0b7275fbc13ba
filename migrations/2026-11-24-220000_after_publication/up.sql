-- Taking a published check back: proposed by one editor, confirmed by another. `merged` leads to the check that stays.
CREATE TABLE retractions (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    check_id TEXT NOT NULL REFERENCES checks (id),
    kind TEXT NOT NULL CHECK (kind IN ('retracted', 'merged')),
    merged_into TEXT REFERENCES checks (id),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    state TEXT NOT NULL CHECK (state IN ('proposed', 'confirmed', 'withdrawn')),
    proposed_by TEXT NOT NULL CHECK (length(proposed_by) <= 36),
    proposed_at TIMESTAMP NOT NULL,
    decided_by TEXT CHECK (length(decided_by) <= 36),
    decided_at TIMESTAMP,
    CHECK (state <> 'confirmed' OR decided_by <> proposed_by)
);
CREATE INDEX retractions_by_check ON retractions (check_id, state);
CREATE INDEX retractions_by_time ON retractions (state, decided_at);
CREATE INDEX published_versions_corrected ON published_versions (published_at) WHERE correction IS NOT NULL;
CREATE INDEX withholdings_by_state ON withholdings (state, created_at);
-- A source that everybody cites: its newest uses, and how many checks lean on it, without reading every piece.
CREATE INDEX evidence_by_source_time ON evidence (source_id, state, created_at);
CREATE INDEX evidence_by_source_check ON evidence (source_id, state, check_id);
