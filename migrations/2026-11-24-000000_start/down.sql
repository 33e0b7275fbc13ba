DROP TABLE policies; DROP TABLE tasks; DROP TABLE withholdings; DROP TABLE published_versions; DROP TABLE decisions;
DROP TABLE evidence; DROP TABLE contributions; DROP TABLE drafts; DROP TABLE checks; DROP TABLE scale_entries;
DROP TABLE snapshots; DROP TABLE sources; DROP TABLE appearances; DROP TABLE claim_topics; DROP TABLE claims;
DROP TABLE claimants; DROP TABLE article_versions; DROP TABLE articles; DROP TABLE topics; DROP TABLE access;
DROP TABLE invitations; DROP TABLE parked_forms; DROP TABLE sessions; DROP TABLE people; DROP TABLE gate_settings;
DROP TABLE desk; DROP TABLE secrets; DROP TABLE content_documents; DROP TABLE event_words; DROP TABLE events; DROP TABLE log_head;
