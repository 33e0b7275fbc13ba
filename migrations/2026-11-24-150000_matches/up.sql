-- Other desks' checks, and what people said about which claims are the same.

CREATE TABLE external_checks (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    identity TEXT NOT NULL UNIQUE CHECK (length(identity) = 64),
    url TEXT NOT NULL CHECK (length(url) <= 2000),
    claim TEXT NOT NULL CHECK (length(claim) <= 20000),
    title TEXT NOT NULL CHECK (length(title) <= 1000),
    rating TEXT NOT NULL CHECK (length(rating) <= 1000),
    publisher TEXT NOT NULL CHECK (length(publisher) <= 300),
    publisher_url TEXT CHECK (length(publisher_url) <= 2000),
    claimant TEXT NOT NULL CHECK (length(claimant) <= 300),
    claimed_on DATE,
    reviewed_on DATE,
    language TEXT NOT NULL CHECK (length(language) <= 35),
    appearances TEXT NOT NULL CHECK (length(appearances) <= 100000),
    original TEXT NOT NULL CHECK (length(original) <= 1000000),
    origin TEXT NOT NULL CHECK (length(origin) <= 300),
    state TEXT NOT NULL CHECK (state IN ('kept', 'removed')),
    revision INTEGER NOT NULL,
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX external_checks_by_review ON external_checks (state, reviewed_on, id);

CREATE TABLE claim_matches (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    pair TEXT NOT NULL UNIQUE CHECK (length(pair) = 64),
    said TEXT NOT NULL CHECK (length(said) <= 20000),
    said_hash TEXT NOT NULL CHECK (length(said_hash) = 64),
    claim_id TEXT REFERENCES claims (id),
    article_id TEXT REFERENCES articles (id),
    other_claim_id TEXT REFERENCES claims (id),
    other_external_id TEXT REFERENCES external_checks (id),
    ruling TEXT NOT NULL CHECK (ruling IN ('same', 'related', 'different')),
    state TEXT NOT NULL CHECK (state IN ('standing', 'withdrawn')),
    decided_by TEXT NOT NULL CHECK (length(decided_by) <= 36),
    revision INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    CHECK ((other_claim_id IS NULL) <> (other_external_id IS NULL))
);
CREATE INDEX claim_matches_by_words ON claim_matches (said_hash);
CREATE INDEX claim_matches_by_claim ON claim_matches (claim_id);
CREATE INDEX claim_matches_by_article ON claim_matches (article_id);
CREATE INDEX claim_matches_by_other ON claim_matches (other_claim_id);
CREATE INDEX claim_matches_by_external ON claim_matches (other_external_id);
CREATE INDEX claims_by_duplicate ON claims (duplicate_of);
