/// Orders and the list of repair statuses.
extension Schema {
  static let orders = """
    -- search is what can be found, one line each: number, vehicle, plate and VIN, comment and note,
    -- then all that the client can be found by.
    CREATE TABLE customer_order (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      version INTEGER NOT NULL DEFAULT 1,
      number TEXT NOT NULL UNIQUE,
      contact_id INTEGER NOT NULL REFERENCES contact,
      make TEXT, model TEXT, year INTEGER, plate TEXT, vin TEXT,
      status TEXT NOT NULL,
      comment TEXT,
      note TEXT,
      staff_id INTEGER REFERENCES staff,
      opened INTEGER NOT NULL,
      closed INTEGER,
      search TEXT NOT NULL
    );
    CREATE INDEX customer_order_by_opened ON customer_order (opened, id);
    CREATE INDEX customer_order_by_contact ON customer_order (contact_id, opened, id);
    CREATE INDEX customer_order_by_status ON customer_order (status, opened, id);
    CREATE INDEX customer_order_open ON customer_order (opened, id) WHERE closed IS NULL;
    CREATE VIRTUAL TABLE order_search USING fts5(
      search, content='customer_order', content_rowid='id', tokenize='trigram', detail=none,
      columnsize=0
    );
    -- The shop's list; orders have the word, whether or not it is in the list.
    -- Not UNIQUE: what moved two of them could not be taken back row by row.
    CREATE TABLE repair_status (
      place INTEGER PRIMARY KEY,
      word TEXT NOT NULL,
      english TEXT,
      ukrainian TEXT,
      tone TEXT NOT NULL,
      is_end INTEGER NOT NULL
    );
    INSERT INTO repair_status (word, tone, is_end) VALUES
      ('new', 'new', 0), ('diagnostics', 'progress', 0), ('waiting for approval', 'waiting', 0),
      ('waiting for parts', 'waiting', 0), ('in repair', 'progress', 0), ('ready', 'ready', 0),
      ('closed', 'closed', 1), ('cancelled', 'cancelled', 1);
    """
}
