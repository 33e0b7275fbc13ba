-- Append-only: re-made at each start. What an outsider changes with another program is found by `claimdesk verify`.
CREATE OR REPLACE FUNCTION claimdesk_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
DROP TRIGGER IF EXISTS events_append_only ON events;
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION claimdesk_append_only();
DROP TRIGGER IF EXISTS content_documents_append_only ON content_documents;
CREATE TRIGGER content_documents_append_only BEFORE UPDATE OR DELETE ON content_documents FOR EACH ROW EXECUTE FUNCTION claimdesk_append_only();
DROP TRIGGER IF EXISTS article_versions_append_only ON article_versions;
CREATE TRIGGER article_versions_append_only BEFORE UPDATE OR DELETE ON article_versions FOR EACH ROW EXECUTE FUNCTION claimdesk_append_only();
DROP TRIGGER IF EXISTS snapshots_append_only ON snapshots;
CREATE TRIGGER snapshots_append_only BEFORE UPDATE OR DELETE ON snapshots FOR EACH ROW EXECUTE FUNCTION claimdesk_append_only();
DROP TRIGGER IF EXISTS decisions_append_only ON decisions;
CREATE TRIGGER decisions_append_only BEFORE UPDATE OR DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION claimdesk_append_only();
DROP TRIGGER IF EXISTS published_versions_append_only ON published_versions;
CREATE TRIGGER published_versions_append_only BEFORE UPDATE OR DELETE ON published_versions FOR EACH ROW EXECUTE FUNCTION claimdesk_append_only();
DROP TRIGGER IF EXISTS policies_append_only ON policies;
CREATE TRIGGER policies_append_only BEFORE UPDATE OR DELETE ON policies FOR EACH ROW EXECUTE FUNCTION claimdesk_append_only();
DROP TRIGGER IF EXISTS releases_append_only ON releases;
CREATE TRIGGER releases_append_only BEFORE UPDATE OR DELETE ON releases FOR EACH ROW EXECUTE FUNCTION claimdesk_append_only();
