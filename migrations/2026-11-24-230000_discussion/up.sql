-- What people of the desk say to each other about a claim, its draft or one piece of evidence. Never part of what is published.
CREATE TABLE comments (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    claim_id TEXT NOT NULL REFERENCES claims (id),
    parent_id TEXT REFERENCES comments (id) DEFERRABLE INITIALLY DEFERRED,
    about TEXT NOT NULL CHECK (about IN ('claim', 'draft', 'evidence')),
    number INTEGER,
    exact TEXT NOT NULL CHECK (length(exact) <= 2000),
    body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 8000),
    state TEXT NOT NULL CHECK (state IN ('open', 'resolved', 'removed')),
    revision INTEGER NOT NULL,
    created_by TEXT NOT NULL CHECK (length(created_by) <= 36),
    created_at TIMESTAMP NOT NULL,
    edited_at TIMESTAMP,
    closed_by TEXT CHECK (length(closed_by) <= 36)
);
CREATE INDEX comments_by_claim ON comments (claim_id, created_at);
CREATE INDEX comments_by_parent ON comments (parent_id);
CREATE TABLE mentions (
    comment_id TEXT NOT NULL REFERENCES comments (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    PRIMARY KEY (comment_id, person_id)
);

-- Who is told of which event, and why. Made by following the log; `seq` is the event.
CREATE TABLE notifications (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    person_id TEXT NOT NULL REFERENCES people (id),
    seq BIGINT NOT NULL,
    reason TEXT NOT NULL CHECK (length(reason) <= 30),
    claim_id TEXT NOT NULL REFERENCES claims (id),
    check_id TEXT REFERENCES checks (id),
    comment_id TEXT REFERENCES comments (id),
    by_id TEXT NOT NULL CHECK (length(by_id) <= 36),
    at TIMESTAMP NOT NULL,
    read_at TIMESTAMP,
    UNIQUE (person_id, seq)
);
CREATE INDEX notifications_unread ON notifications (person_id, read_at, at);
-- How far the log has been followed; one row.
CREATE TABLE notification_marks (
    id TEXT PRIMARY KEY NOT NULL CHECK (id = 'log'),
    seq BIGINT NOT NULL
);
