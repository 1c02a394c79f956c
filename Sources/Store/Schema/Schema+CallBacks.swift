/// Who is asked for, and who is owed a call.
extension Schema {
  static let callBacks = """
    CREATE TABLE prompt (
      number_id INTEGER PRIMARY KEY REFERENCES number,
      call_id INTEGER NOT NULL REFERENCES call ON DELETE CASCADE,
      start INTEGER NOT NULL,
      is_open INTEGER NOT NULL
    );
    CREATE INDEX prompt_open ON prompt (start, call_id) WHERE is_open = 1;
    CREATE INDEX prompt_call ON prompt (call_id);

    -- Who is owed a call: a contact, or a number that is not one contact's. Made from the log and
    -- kept up with it.
    CREATE TABLE call_back (
      id INTEGER PRIMARY KEY,
      contact_id INTEGER UNIQUE REFERENCES contact ON DELETE CASCADE,
      number_id INTEGER UNIQUE REFERENCES number,
      last_miss INTEGER NOT NULL REFERENCES call,
      last_miss_start INTEGER NOT NULL,
      first_miss_start INTEGER NOT NULL,
      misses INTEGER NOT NULL,
      longest_wait INTEGER NOT NULL,
      attempts INTEGER NOT NULL,
      last_attempt_by TEXT
    );
    CREATE INDEX call_back_longest ON call_back (first_miss_start, id);
    CREATE INDEX call_back_latest ON call_back (last_miss_start);
    CREATE TABLE dealt_with (
      number_id INTEGER PRIMARY KEY REFERENCES number,
      at INTEGER NOT NULL
    );
    """
}
