/// Numbers, and what the provider says again and again.
extension Schema {
  static let numbers = """
    -- Every phone number once, in its one form. Ids of what history speaks of are never used again:
    -- what is taken back must not come back as something else.
    CREATE TABLE number (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      text TEXT NOT NULL UNIQUE,
      kind INTEGER NOT NULL
    );
    -- About 20 bytes for each number; no triggers, which trusted_schema forbids: Store writes it.
    CREATE VIRTUAL TABLE number_search USING fts5(
      text, content='number', content_rowid='id', tokenize='trigram', detail=none, columnsize=0
    );

    -- What the provider says again and again, once. Ids are never used again, so that a process
    -- may keep them in memory.
    CREATE TABLE phrase (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL UNIQUE);
    -- Empty for what was not said.
    CREATE TABLE employee (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL, provider_staff_id TEXT NOT NULL, department TEXT NOT NULL,
      UNIQUE (name, provider_staff_id, department)
    );
    CREATE TABLE source (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      source TEXT NOT NULL, medium TEXT NOT NULL, campaign TEXT NOT NULL, content TEXT NOT NULL,
      term TEXT NOT NULL,
      UNIQUE (source, medium, campaign, content, term)
    );
    """
}
