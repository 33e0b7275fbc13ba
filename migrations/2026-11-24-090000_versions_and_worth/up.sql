-- Where claims stand in later versions of their article, which sentences need no check, when an own draft may be released,
-- and the models that a desk's own triage taught.

CREATE TABLE claim_places (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    claim_id TEXT NOT NULL REFERENCES claims (id),
    version_id TEXT NOT NULL REFERENCES article_versions (id),
    state TEXT NOT NULL CHECK (state IN ('exact', 'moved', 'changed', 'ambiguous', 'orphaned')),
    decision TEXT NOT NULL CHECK (decision IN ('none', 'open', 'confirmed', 'gone')),
    start_at INTEGER,
    end_at INTEGER,
    exact TEXT CHECK (length(exact) <= 20000),
    prefix TEXT CHECK (length(prefix) <= 200),
    suffix TEXT CHECK (length(suffix) <= 200),
    warnings TEXT NOT NULL CHECK (length(warnings) <= 100000),
    candidates TEXT NOT NULL CHECK (length(candidates) <= 10000),
    from_version_id TEXT NOT NULL REFERENCES article_versions (id),
    from_start INTEGER NOT NULL,
    from_end INTEGER NOT NULL,
    from_exact TEXT NOT NULL CHECK (length(from_exact) <= 20000),
    decided_by TEXT CHECK (length(decided_by) <= 36),
    revision INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    UNIQUE (claim_id, version_id)
);
CREATE INDEX claim_places_by_version ON claim_places (version_id, start_at);

CREATE TABLE dismissals (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    article_id TEXT NOT NULL REFERENCES articles (id),
    text_hash TEXT NOT NULL CHECK (length(text_hash) = 64),
    exact TEXT NOT NULL CHECK (length(exact) <= 20000),
    state TEXT NOT NULL CHECK (state IN ('dismissed', 'restored')),
    decided_by TEXT NOT NULL CHECK (length(decided_by) <= 36),
    revision INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    UNIQUE (article_id, text_hash)
);

CREATE TABLE release_rules (
    article_id TEXT PRIMARY KEY NOT NULL REFERENCES articles (id),
    rule TEXT NOT NULL CHECK (rule IN ('none', 'touched', 'settled')),
    set_by TEXT NOT NULL CHECK (length(set_by) <= 36),
    revision INTEGER NOT NULL
);

CREATE TABLE releases (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    article_id TEXT NOT NULL REFERENCES articles (id),
    version_id TEXT NOT NULL REFERENCES article_versions (id),
    rule TEXT NOT NULL CHECK (rule IN ('none', 'touched', 'settled')),
    factual INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    untouched INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('released', 'withdrawn')),
    note TEXT NOT NULL CHECK (length(note) <= 1000),
    released_by TEXT NOT NULL CHECK (length(released_by) <= 36),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX releases_by_article ON releases (article_id, created_at);

CREATE TABLE worth_models (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    number INTEGER NOT NULL UNIQUE,
    origin TEXT NOT NULL CHECK (origin IN ('triage', 'file')),
    blob TEXT NOT NULL CHECK (length(blob) = 64),
    examples INTEGER NOT NULL,
    positives INTEGER NOT NULL,
    report TEXT NOT NULL CHECK (length(report) <= 4000),
    state TEXT NOT NULL CHECK (state IN ('kept', 'in_use')),
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX worth_models_by_state ON worth_models (state);
CREATE INDEX worth_models_by_blob ON worth_models (blob);
