-- Work that waits, what was fetched and how, and what is known of a source beside what it says.

CREATE TABLE jobs (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    kind TEXT NOT NULL CHECK (length(kind) <= 40),
    subject_id TEXT NOT NULL CHECK (length(subject_id) <= 64),
    attempts INTEGER NOT NULL,
    due_at TIMESTAMP NOT NULL,
    leased_until TIMESTAMP,
    lease TEXT CHECK (length(lease) <= 64),
    last_error TEXT NOT NULL CHECK (length(last_error) <= 2000),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX jobs_by_due ON jobs (due_at, id);
CREATE UNIQUE INDEX jobs_by_subject ON jobs (kind, subject_id);

CREATE TABLE captures (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    purpose TEXT NOT NULL CHECK (purpose IN ('source', 'article')),
    source_id TEXT REFERENCES sources (id),
    article_id TEXT REFERENCES articles (id),
    wanted TEXT NOT NULL CHECK (length(wanted) <= 20000),
    url TEXT NOT NULL CHECK (length(url) <= 2000),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'unchanged', 'failed')),
    reason TEXT NOT NULL CHECK (length(reason) <= 60),
    attempts INTEGER NOT NULL,
    final_url TEXT CHECK (length(final_url) <= 4000),
    status INTEGER,
    chain TEXT NOT NULL CHECK (length(chain) <= 50000),
    headers TEXT NOT NULL CHECK (length(headers) <= 200000),
    payload_hash TEXT CHECK (length(payload_hash) = 64),
    payload_size BIGINT,
    text_hash TEXT CHECK (length(text_hash) = 64),
    extractor TEXT CHECK (length(extractor) <= 40),
    tool TEXT NOT NULL CHECK (length(tool) <= 100),
    warc TEXT CHECK (length(warc) = 64),
    snapshot_id TEXT REFERENCES snapshots (id),
    asked_by TEXT NOT NULL CHECK (length(asked_by) <= 36),
    asked_at TIMESTAMP NOT NULL,
    fetched_at TIMESTAMP
);
CREATE INDEX captures_by_source ON captures (source_id, asked_at);
CREATE INDEX captures_by_snapshot ON captures (snapshot_id);
CREATE INDEX captures_by_person ON captures (asked_by, asked_at);
CREATE INDEX captures_by_article ON captures (article_id);

-- The page that a long document's text starts on: code points of the snapshot's text, in order.
CREATE TABLE snapshot_pages (
    snapshot_id TEXT PRIMARY KEY NOT NULL REFERENCES snapshots (id),
    starts TEXT NOT NULL CHECK (length(starts) <= 1000000)
);

CREATE TABLE source_watches (
    source_id TEXT PRIMARY KEY NOT NULL REFERENCES sources (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'unchanged', 'changed', 'quote_changed', 'gone', 'blocked', 'unreachable')),
    reason TEXT NOT NULL CHECK (length(reason) <= 60),
    status INTEGER,
    etag TEXT NOT NULL CHECK (length(etag) <= 500),
    last_modified TEXT NOT NULL CHECK (length(last_modified) <= 100),
    text_hash TEXT CHECK (length(text_hash) = 64),
    failures INTEGER NOT NULL,
    looked_at TIMESTAMP,
    since TIMESTAMP
);
CREATE INDEX source_watches_by_state ON source_watches (state, since);

-- What was found by watching, of one piece of evidence, and what an editor made of it.
CREATE TABLE source_notices (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    source_id TEXT NOT NULL REFERENCES sources (id),
    check_id TEXT NOT NULL REFERENCES checks (id),
    number INTEGER NOT NULL,
    change TEXT NOT NULL CHECK (change IN ('quote_changed', 'gone', 'wrong', 'withdrawn', 'revised')),
    state TEXT NOT NULL CHECK (state IN ('open', 'shown', 'dismissed')),
    found_at TIMESTAMP NOT NULL,
    decided_by TEXT CHECK (length(decided_by) <= 36),
    decided_at TIMESTAMP
);
CREATE INDEX source_notices_by_check ON source_notices (check_id, state);
CREATE INDEX source_notices_by_source ON source_notices (source_id, state);
CREATE INDEX source_notices_by_state ON source_notices (state, found_at);

-- How far a source or a publisher can be relied on, what interests it has, what became of it: with author and date.
CREATE TABLE source_notes (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    source_id TEXT REFERENCES sources (id),
    publisher TEXT NOT NULL CHECK (length(publisher) <= 200),
    kind TEXT NOT NULL CHECK (kind IN ('reliability', 'interests', 'wrong', 'withdrawn', 'revised')),
    text TEXT NOT NULL CHECK (length(text) <= 4000),
    state TEXT NOT NULL CHECK (state IN ('standing', 'taken_back')),
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL,
    ended_by TEXT CHECK (length(ended_by) <= 36),
    ended_at TIMESTAMP
);
CREATE INDEX source_notes_by_source ON source_notes (source_id, created_at);
CREATE INDEX source_notes_by_publisher ON source_notes (publisher, created_at);

-- One source derives from another: the same press release, wire, dataset, study.
CREATE TABLE derivations (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    source_id TEXT NOT NULL REFERENCES sources (id),
    origin_id TEXT NOT NULL REFERENCES sources (id),
    note TEXT NOT NULL CHECK (length(note) <= 1000),
    state TEXT NOT NULL CHECK (state IN ('standing', 'taken_back')),
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX derivations_by_source ON derivations (source_id, state);
CREATE INDEX derivations_by_origin ON derivations (origin_id, state);

CREATE INDEX sources_by_url ON sources (url);
