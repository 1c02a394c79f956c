/// Clients and their organizations.
extension Schema {
  static let contacts = """
    -- name_key sorts; search is what can be found, one line each: name key, organizations' keys, the
    -- note's, numbers' digits. origin is a ContactOrigin.
    CREATE TABLE contact (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      version INTEGER NOT NULL DEFAULT 1,
      name TEXT,
      name_key TEXT NOT NULL,
      responsible_id INTEGER REFERENCES staff,
      google_client_id TEXT,
      external_id TEXT,
      note TEXT,
      created INTEGER NOT NULL,
      origin INTEGER NOT NULL DEFAULT 0,
      search TEXT NOT NULL
    );
    CREATE INDEX contact_by_name ON contact (name_key, id);
    CREATE INDEX contact_by_external_id ON contact (external_id) WHERE external_id IS NOT NULL;
    CREATE VIRTUAL TABLE contact_search USING fts5(
      search, content='contact', content_rowid='id', tokenize='trigram', detail=none, columnsize=0
    );
    CREATE TABLE contact_number (
      contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
      number_id INTEGER NOT NULL REFERENCES number,
      place INTEGER NOT NULL,
      label TEXT,
      PRIMARY KEY (contact_id, number_id)
    ) WITHOUT ROWID;
    CREATE INDEX contact_number_owner ON contact_number (number_id, contact_id);
    CREATE TABLE contact_email (
      contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
      place INTEGER NOT NULL,
      email TEXT NOT NULL,
      PRIMARY KEY (contact_id, place)
    ) WITHOUT ROWID;
    CREATE TABLE organization (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE,
      name_key TEXT NOT NULL
    );
    CREATE INDEX organization_by_name ON organization (name_key, id);
    CREATE TABLE contact_organization (
      contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
      organization_id INTEGER NOT NULL REFERENCES organization,
      place INTEGER NOT NULL,
      PRIMARY KEY (contact_id, organization_id)
    ) WITHOUT ROWID;
    CREATE INDEX contact_organization_member
      ON contact_organization (organization_id, contact_id);
    """
}
