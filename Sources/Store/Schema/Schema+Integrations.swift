/// Who delivers calls, and by which links.
extension Schema {
  static let integrations = """
    -- What is spooled names its integration: ids are never used again. base_url is NULL for the
    -- provider's own.
    CREATE TABLE integration (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      version INTEGER NOT NULL DEFAULT 1,
      name TEXT NOT NULL,
      connection TEXT NOT NULL DEFAULT 'sip',
      api TEXT NOT NULL DEFAULT 'ringostat',
      token TEXT NOT NULL UNIQUE,
      zone TEXT NOT NULL,
      public_url TEXT,
      is_available INTEGER NOT NULL DEFAULT 1,
      project_id TEXT, auth_key TEXT, base_url TEXT,
      new_numbers TEXT NOT NULL DEFAULT 'ask',
      announces_new_numbers INTEGER NOT NULL DEFAULT 1,
      contact_link TEXT, lead_link TEXT, deal_link TEXT
    );
    -- Tokens that were replaced, and till when they are accepted.
    CREATE TABLE integration_token (
      token TEXT PRIMARY KEY,
      integration_id INTEGER NOT NULL REFERENCES integration ON DELETE CASCADE,
      until INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE integration_login (
      integration_id INTEGER NOT NULL REFERENCES integration ON DELETE CASCADE,
      login TEXT NOT NULL,
      PRIMARY KEY (integration_id, login)
    ) WITHOUT ROWID;
    CREATE TABLE integration_number (
      integration_id INTEGER NOT NULL REFERENCES integration ON DELETE CASCADE,
      number_id INTEGER NOT NULL REFERENCES number,
      PRIMARY KEY (integration_id, number_id)
    ) WITHOUT ROWID;
    """
}
