/// The store as a whole.
extension Schema {
  static let settings = """
    -- Of the store as a whole (Setting).
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

    -- Salted hashes of what was deleted for good and must not come back (Forgotten).
    CREATE TABLE forgotten (
      hash INTEGER NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (hash, kind)
    ) WITHOUT ROWID;
    """
}
