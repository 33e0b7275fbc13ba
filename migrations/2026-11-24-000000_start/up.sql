-- Portable on SQLite and PostgreSQL: text keys, no dialect types, every text with a length, every state with its list.

CREATE TABLE log_head (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    seq BIGINT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64)
);
INSERT INTO log_head (id, seq, hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE events (
    seq BIGINT PRIMARY KEY NOT NULL,
    at TIMESTAMP NOT NULL,
    kind TEXT NOT NULL CHECK (length(kind) <= 60),
    subject_kind TEXT NOT NULL CHECK (length(subject_kind) <= 40),
    subject_id TEXT NOT NULL CHECK (length(subject_id) <= 80),
    state TEXT NOT NULL CHECK (length(state) <= 40),
    actor TEXT NOT NULL CHECK (length(actor) <= 36),
    content_hash TEXT CHECK (length(content_hash) = 64),
    commitment TEXT NOT NULL CHECK (length(commitment) = 64),
    prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
);
CREATE INDEX events_by_subject ON events (subject_kind, subject_id, seq);

CREATE TABLE event_words (
    seq BIGINT PRIMARY KEY NOT NULL REFERENCES events (seq),
    salt TEXT NOT NULL CHECK (length(salt) = 64),
    words TEXT NOT NULL CHECK (length(words) <= 20000000)
);

CREATE TABLE content_documents (
    hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64),
    body TEXT NOT NULL CHECK (length(body) <= 20000000),
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE secrets (
    name TEXT PRIMARY KEY NOT NULL CHECK (length(name) <= 40),
    value TEXT NOT NULL CHECK (length(value) <= 200)
);

CREATE TABLE desk (
    id TEXT PRIMARY KEY NOT NULL CHECK (id = 'desk'),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    time_zone TEXT NOT NULL CHECK (length(time_zone) <= 60),
    language TEXT NOT NULL CHECK (length(language) <= 35),
    peer_review BOOLEAN NOT NULL,
    byline TEXT NOT NULL CHECK (byline IN ('names', 'roles')),
    contact TEXT NOT NULL CHECK (length(contact) <= 300),
    sample BOOLEAN NOT NULL,
    revision INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE gate_settings (
    gate TEXT PRIMARY KEY NOT NULL CHECK (length(gate) <= 40),
    level TEXT NOT NULL CHECK (level IN ('off', 'warn', 'block'))
);

CREATE TABLE people (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    email TEXT NOT NULL UNIQUE CHECK (length(email) BETWEEN 3 AND 254),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    role TEXT NOT NULL CHECK (role IN ('contributor', 'reviewer', 'editor', 'admin', 'auditor')),
    state TEXT NOT NULL CHECK (state IN ('active', 'disabled')),
    password_hash TEXT NOT NULL CHECK (length(password_hash) <= 300),
    revision INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE sessions (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 64),
    person_id TEXT NOT NULL REFERENCES people (id),
    created_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP
);
CREATE INDEX sessions_by_person ON sessions (person_id, ended_at);
CREATE INDEX sessions_by_seen ON sessions (seen_at);

CREATE TABLE parked_forms (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 64),
    person_id TEXT NOT NULL REFERENCES people (id),
    path TEXT NOT NULL CHECK (length(path) <= 2000),
    fields TEXT NOT NULL CHECK (length(fields) <= 20000000),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX parked_forms_by_person ON parked_forms (person_id, created_at);

CREATE TABLE invitations (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
    email TEXT NOT NULL CHECK (length(email) <= 254),
    name TEXT NOT NULL CHECK (length(name) <= 120),
    role TEXT NOT NULL CHECK (role IN ('contributor', 'reviewer', 'editor', 'admin', 'auditor')),
    state TEXT NOT NULL CHECK (state IN ('open', 'used', 'revoked')),
    invited_by TEXT NOT NULL CHECK (length(invited_by) <= 36),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL
);
CREATE INDEX invitations_by_state ON invitations (state, created_at);

CREATE TABLE access (
    subject_id TEXT NOT NULL CHECK (length(subject_id) = 36),
    person_id TEXT NOT NULL REFERENCES people (id),
    PRIMARY KEY (subject_id, person_id)
);
CREATE INDEX access_by_person ON access (person_id, subject_id);

CREATE TABLE topics (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
    slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 60),
    state TEXT NOT NULL CHECK (state IN ('active', 'retired')),
    revision INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE articles (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    kind TEXT NOT NULL CHECK (kind IN ('public', 'own_draft')),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    outlet TEXT NOT NULL CHECK (length(outlet) <= 200),
    author TEXT NOT NULL CHECK (length(author) <= 200),
    url TEXT CHECK (length(url) <= 2000),
    published_on DATE,
    language TEXT NOT NULL CHECK (length(language) <= 35),
    restricted BOOLEAN NOT NULL,
    freely_showable BOOLEAN NOT NULL,
    slug TEXT UNIQUE CHECK (length(slug) BETWEEN 1 AND 60),
    revision INTEGER NOT NULL,
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX articles_by_time ON articles (created_at);
CREATE INDEX articles_by_restriction ON articles (restricted, id);

CREATE TABLE article_versions (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    article_id TEXT NOT NULL REFERENCES articles (id),
    number INTEGER NOT NULL,
    blob TEXT NOT NULL CHECK (length(blob) = 64),
    filename TEXT CHECK (length(filename) <= 255),
    media_type TEXT NOT NULL CHECK (length(media_type) <= 100),
    charset TEXT NOT NULL CHECK (length(charset) <= 40),
    extractor TEXT NOT NULL CHECK (length(extractor) <= 40),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000000),
    text_hash TEXT NOT NULL CHECK (length(text_hash) = 64),
    words INTEGER NOT NULL,
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL,
    UNIQUE (article_id, number)
);
CREATE INDEX article_versions_by_text ON article_versions (text_hash);
CREATE INDEX article_versions_by_blob ON article_versions (blob);

CREATE TABLE claimants (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
    aliases TEXT NOT NULL CHECK (length(aliases) <= 2000),
    description TEXT NOT NULL CHECK (length(description) <= 300),
    same_as TEXT CHECK (length(same_as) <= 2000),
    private BOOLEAN NOT NULL,
    revision INTEGER NOT NULL,
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX claimants_by_name ON claimants (name);

CREATE TABLE claims (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    article_id TEXT REFERENCES articles (id),
    version_id TEXT REFERENCES article_versions (id),
    start_at INTEGER,
    end_at INTEGER,
    exact TEXT CHECK (length(exact) <= 20000),
    prefix TEXT CHECK (length(prefix) <= 200),
    suffix TEXT CHECK (length(suffix) <= 200),
    statement TEXT NOT NULL CHECK (length(statement) BETWEEN 1 AND 2000),
    language TEXT NOT NULL CHECK (length(language) <= 35),
    claimant_id TEXT REFERENCES claimants (id),
    state TEXT NOT NULL CHECK (state IN ('inbox', 'selected', 'declined', 'not_checkable', 'duplicate')),
    reason TEXT NOT NULL CHECK (length(reason) <= 1000),
    unfit TEXT CHECK (unfit IN ('opinion', 'prediction', 'too_vague', 'question', 'satire', 'private_matter')),
    duplicate_of TEXT REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
    restricted BOOLEAN NOT NULL,
    revision INTEGER NOT NULL,
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX claims_by_article ON claims (article_id, start_at);
CREATE INDEX claims_by_state ON claims (state, created_at, id);
CREATE INDEX claims_by_time ON claims (created_at, id);
CREATE INDEX claims_by_claimant ON claims (claimant_id);

CREATE TABLE claim_topics (
    claim_id TEXT NOT NULL REFERENCES claims (id),
    topic_id TEXT NOT NULL REFERENCES topics (id),
    PRIMARY KEY (claim_id, topic_id)
);
CREATE INDEX claim_topics_by_topic ON claim_topics (topic_id, claim_id);

CREATE TABLE appearances (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    claim_id TEXT NOT NULL REFERENCES claims (id),
    url TEXT CHECK (length(url) <= 2000),
    platform TEXT NOT NULL CHECK (length(platform) <= 200),
    appeared_on DATE,
    by_whom TEXT NOT NULL CHECK (length(by_whom) <= 200),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX appearances_by_claim ON appearances (claim_id, created_at);

CREATE TABLE sources (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    url TEXT CHECK (length(url) <= 2000),
    citation TEXT NOT NULL CHECK (length(citation) <= 1000),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    publisher TEXT NOT NULL CHECK (length(publisher) <= 200),
    kind TEXT NOT NULL CHECK (kind IN ('primary', 'secondary')),
    accessed_on DATE,
    restricted BOOLEAN NOT NULL,
    freely_showable BOOLEAN NOT NULL,
    revision INTEGER NOT NULL,
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX sources_by_time ON sources (created_at);

CREATE TABLE snapshots (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    source_id TEXT NOT NULL REFERENCES sources (id),
    blob TEXT NOT NULL CHECK (length(blob) = 64),
    filename TEXT CHECK (length(filename) <= 255),
    media_type TEXT NOT NULL CHECK (length(media_type) <= 100),
    charset TEXT NOT NULL CHECK (length(charset) <= 40),
    extractor TEXT NOT NULL CHECK (length(extractor) <= 40),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000000),
    text_hash TEXT NOT NULL CHECK (length(text_hash) = 64),
    taken_by TEXT NOT NULL CHECK (length(taken_by) <= 36),
    taken_at TIMESTAMP NOT NULL
);
CREATE INDEX snapshots_by_source ON snapshots (source_id, taken_at);
CREATE INDEX snapshots_by_blob ON snapshots (blob);

CREATE TABLE scale_entries (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    position INTEGER NOT NULL,
    label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
    description TEXT NOT NULL CHECK (length(description) <= 500),
    icon TEXT NOT NULL CHECK (length(icon) <= 8),
    tone TEXT NOT NULL CHECK (tone IN ('red', 'orange', 'amber', 'olive', 'green', 'blue', 'purple', 'grey')),
    number INTEGER CHECK (number BETWEEN 1 AND 10),
    state TEXT NOT NULL CHECK (state IN ('active', 'retired')),
    revision INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE checks (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    claim_id TEXT NOT NULL REFERENCES claims (id),
    language TEXT NOT NULL CHECK (length(language) <= 35),
    translation_of TEXT REFERENCES checks (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id TEXT REFERENCES people (id),
    slug TEXT UNIQUE CHECK (length(slug) BETWEEN 1 AND 60),
    state TEXT NOT NULL CHECK (state IN ('unpublished', 'published', 'retracted')),
    live_version INTEGER,
    published_at TIMESTAMP,
    changed_at TIMESTAMP,
    revision INTEGER NOT NULL,
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL,
    UNIQUE (claim_id, language)
);
CREATE INDEX checks_published ON checks (state, published_at, id);
CREATE INDEX checks_by_lead ON checks (lead_id, created_at);

CREATE TABLE drafts (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    check_id TEXT NOT NULL REFERENCES checks (id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('researching', 'in_review', 'ready', 'approved', 'scheduled', 'published')),
    verdict_id TEXT REFERENCES scale_entries (id),
    summary TEXT NOT NULL CHECK (length(summary) <= 2000),
    reasoning TEXT NOT NULL CHECK (length(reasoning) <= 65536),
    as_of DATE,
    review_by DATE,
    single_source TEXT NOT NULL CHECK (length(single_source) <= 1000),
    no_appearance TEXT NOT NULL CHECK (length(no_appearance) <= 1000),
    correction TEXT CHECK (correction IN ('typo', 'update', 'clarification', 'correction', 'verdict_change')),
    correction_note TEXT NOT NULL CHECK (length(correction_note) <= 2000),
    content_hash TEXT REFERENCES content_documents (hash),
    submitted_by TEXT CHECK (length(submitted_by) <= 36),
    submitted_at TIMESTAMP,
    revision INTEGER NOT NULL,
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL,
    UNIQUE (check_id, number)
);
CREATE UNIQUE INDEX drafts_one_open ON drafts (check_id) WHERE state <> 'published';
CREATE INDEX drafts_by_state ON drafts (state, submitted_at);
CREATE INDEX drafts_by_verdict ON drafts (verdict_id);

CREATE TABLE contributions (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    claim_id TEXT NOT NULL REFERENCES claims (id),
    draft_id TEXT REFERENCES drafts (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    at TIMESTAMP NOT NULL
);
CREATE INDEX contributions_by_claim ON contributions (claim_id, draft_id);
CREATE INDEX contributions_by_draft ON contributions (draft_id);

CREATE TABLE evidence (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    check_id TEXT NOT NULL REFERENCES checks (id),
    number INTEGER NOT NULL,
    stance TEXT NOT NULL CHECK (stance IN ('supports', 'undermines', 'context')),
    source_id TEXT NOT NULL REFERENCES sources (id),
    snapshot_id TEXT REFERENCES snapshots (id),
    start_at INTEGER,
    end_at INTEGER,
    exact TEXT CHECK (length(exact) <= 20000),
    prefix TEXT CHECK (length(prefix) <= 200),
    suffix TEXT CHECK (length(suffix) <= 200),
    note TEXT NOT NULL CHECK (length(note) <= 4000),
    state TEXT NOT NULL CHECK (state IN ('kept', 'removed')),
    revision INTEGER NOT NULL,
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL,
    UNIQUE (check_id, number)
);
CREATE INDEX evidence_by_source ON evidence (source_id);

CREATE TABLE decisions (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    draft_id TEXT NOT NULL REFERENCES drafts (id),
    kind TEXT NOT NULL CHECK (kind IN ('review', 'approval', 'override')),
    outcome TEXT NOT NULL CHECK (outcome IN ('passed', 'approved', 'changes')),
    content_hash TEXT NOT NULL REFERENCES content_documents (hash),
    comment TEXT NOT NULL CHECK (length(comment) <= 4000),
    person_id TEXT NOT NULL REFERENCES people (id),
    at TIMESTAMP NOT NULL
);
CREATE INDEX decisions_by_draft ON decisions (draft_id, at);

CREATE TABLE published_versions (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    check_id TEXT NOT NULL REFERENCES checks (id),
    number INTEGER NOT NULL,
    draft_id TEXT NOT NULL REFERENCES drafts (id),
    content_hash TEXT NOT NULL REFERENCES content_documents (hash),
    decision_id TEXT NOT NULL REFERENCES decisions (id),
    correction TEXT CHECK (correction IN ('typo', 'update', 'clarification', 'correction', 'verdict_change')),
    note TEXT NOT NULL CHECK (length(note) <= 2000),
    published_by TEXT NOT NULL REFERENCES people (id),
    published_at TIMESTAMP NOT NULL,
    UNIQUE (check_id, number)
);

CREATE TABLE withholdings (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('version', 'quote', 'snapshot', 'name')),
    subject_id TEXT NOT NULL CHECK (length(subject_id) <= 80),
    state TEXT NOT NULL CHECK (state IN ('proposed', 'active', 'ended')),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    until TIMESTAMP,
    proposed_by TEXT NOT NULL REFERENCES people (id),
    confirmed_by TEXT REFERENCES people (id),
    created_at TIMESTAMP NOT NULL,
    CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by)
);
CREATE INDEX withholdings_by_subject ON withholdings (subject_kind, subject_id, state);

CREATE TABLE tasks (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    kind TEXT NOT NULL CHECK (kind IN ('ask_claimant', 'find_source', 'call', 're_review', 'other')),
    claim_id TEXT REFERENCES claims (id),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
    assignee_id TEXT REFERENCES people (id),
    due_on DATE,
    state TEXT NOT NULL CHECK (state IN ('open', 'done')),
    done_by TEXT CHECK (length(done_by) <= 36),
    done_at TIMESTAMP,
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX tasks_by_assignee ON tasks (assignee_id, state, due_on);
CREATE INDEX tasks_by_state ON tasks (state, due_on);
CREATE INDEX tasks_by_claim ON tasks (claim_id);

CREATE TABLE policies (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (name IN ('methodology', 'corrections', 'organisation', 'funding', 'contact')),
    number INTEGER NOT NULL,
    body TEXT NOT NULL CHECK (length(body) <= 65536),
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL,
    UNIQUE (name, number)
);
