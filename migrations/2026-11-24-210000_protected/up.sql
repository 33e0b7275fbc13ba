-- Who a protected source is, sealed with a key that is not in the database; `reason` is what readers are told.
CREATE TABLE protected_sources (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    source_id TEXT NOT NULL UNIQUE REFERENCES sources (id),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    sealed TEXT NOT NULL CHECK (length(sealed) <= 1000000),
    key_id TEXT NOT NULL CHECK (length(key_id) = 16),
    revision INTEGER NOT NULL,
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL
);

-- How the desk behaves towards the sites it copies from; one row once somebody has said so.
CREATE TABLE fetch_settings (
    id TEXT PRIMARY KEY NOT NULL CHECK (id = 'fetching'),
    robots BOOLEAN NOT NULL,
    revision INTEGER NOT NULL
);

-- An address handed to an archive elsewhere. Only an archive's own copy is called archived.
CREATE TABLE archivings (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    source_id TEXT NOT NULL REFERENCES sources (id),
    archive TEXT NOT NULL CHECK (length(archive) <= 100),
    url TEXT NOT NULL CHECK (length(url) <= 2000),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'submitted', 'archived', 'failed')),
    ticket TEXT NOT NULL CHECK (length(ticket) <= 200),
    archived_url TEXT CHECK (length(archived_url) <= 4000),
    archived_at TIMESTAMP,
    reason TEXT NOT NULL CHECK (length(reason) <= 200),
    asked_by TEXT NOT NULL CHECK (length(asked_by) <= 36),
    asked_at TIMESTAMP NOT NULL
);
CREATE INDEX archivings_by_source ON archivings (source_id, asked_at);

-- What somebody else's clock said of a file: an RFC 3161 token over its SHA-256.
CREATE TABLE time_proofs (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    capture_id TEXT NOT NULL REFERENCES captures (id),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    token TEXT NOT NULL CHECK (length(token) <= 100000),
    authority TEXT NOT NULL CHECK (length(authority) <= 500),
    proved_at TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX time_proofs_by_capture ON time_proofs (capture_id);
