/// What the provider has to be told and asked.
extension Schema {
  static let provider = """
    -- What the provider's address book has still to be told: a contact, an organization or a number
    -- that calls for the first time (OutboxItem.Subject). What changes while it waits gets another
    -- revision, so that it stays when what was sent of it meanwhile goes. attempts that the provider
    -- failed at let others go first. cause, code and words: why it is kept and not tried
    -- (ProviderProblem).
    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      integration_id INTEGER NOT NULL REFERENCES integration ON DELETE CASCADE,
      kind INTEGER NOT NULL,
      subject_id INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      queued INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      cause TEXT, code INTEGER, words TEXT,
      UNIQUE (integration_id, kind, subject_id)
    );
    CREATE INDEX outbox_waiting ON outbox (integration_id, attempts, id) WHERE cause IS NULL;
    -- The entries that we have made in the provider's address book, by the id they have there. A
    -- number's becomes its contact's; of two contacts that were merged one has both.
    CREATE TABLE address_book_entry (
      external_id TEXT PRIMARY KEY,
      number_id INTEGER UNIQUE REFERENCES number,
      contact_id INTEGER REFERENCES contact ON DELETE SET NULL,
      is_main INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX address_book_entry_contact ON address_book_entry (contact_id)
      WHERE contact_id IS NOT NULL;
    -- How far a job (ProviderJob) has come with an integration. failures in a row, and when it may be
    -- tried again; version is the integration's that was refused. complete: up to when all calls
    -- have been fetched.
    CREATE TABLE provider_state (
      integration_id INTEGER NOT NULL REFERENCES integration ON DELETE CASCADE,
      job INTEGER NOT NULL,
      failures INTEGER NOT NULL DEFAULT 0,
      not_before INTEGER,
      version INTEGER,
      cause TEXT, code INTEGER, words TEXT,
      complete INTEGER,
      PRIMARY KEY (integration_id, job)
    ) WITHOUT ROWID;
    -- Who could take a call; logins, a line each. skew: seconds that the provider's clock is ahead.
    CREATE TABLE provider_report (
      integration_id INTEGER PRIMARY KEY REFERENCES integration ON DELETE CASCADE,
      online TEXT, speaking TEXT, online_at INTEGER,
      skew INTEGER
    );
    -- An older period that is being fetched, from its end to its beginning.
    CREATE TABLE fetching (
      integration_id INTEGER NOT NULL REFERENCES integration ON DELETE CASCADE,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL,
      reached INTEGER NOT NULL,
      PRIMARY KEY (integration_id, first, last)
    ) WITHOUT ROWID;
    """
}
