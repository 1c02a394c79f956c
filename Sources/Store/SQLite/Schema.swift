/// The tables. Times are Unix milliseconds, UTC; durations are seconds; codes are in `Codes.swift`.
///
/// Where a table has no row id its key's columns stand first: integrity_check of SQLite 3.40 finds
/// NULLs that are not there in any other order.
package enum Schema {
  /// "CrBk": tells our files from other programs' (https://www.sqlite.org/pragma.html#pragma_application_id).
  static let applicationID: Int64 = 0x4372_426B

  /// Script n brings a store from version n to n + 1: never changed once released, only appended to.
  package static let migrations = [version1]

  private static let version1 = """
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

    CREATE TABLE staff (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      version INTEGER NOT NULL DEFAULT 1,
      name TEXT NOT NULL UNIQUE,
      crm_id TEXT, provider_staff_id TEXT, number_kind INTEGER, number TEXT, sip_login TEXT,
      is_system INTEGER NOT NULL DEFAULT 0,
      is_away INTEGER NOT NULL DEFAULT 0
    );
    -- Who is responsible where nobody in particular is.
    INSERT INTO staff (name, is_system) VALUES ('System user', 1);

    -- How questions "where is this caller to be connected?" are answered; '' for every scheme that
    -- has no row of its own. form, kind and reason are words (RouteReply.Form, RouteReason).
    CREATE TABLE route (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      version INTEGER NOT NULL DEFAULT 1,
      integration_id INTEGER NOT NULL REFERENCES integration ON DELETE CASCADE,
      scheme TEXT NOT NULL,
      form TEXT NOT NULL,
      name TEXT NOT NULL,
      online_only INTEGER NOT NULL DEFAULT 0,
      hours TEXT NOT NULL,
      holidays TEXT NOT NULL,
      fallback_staff_id INTEGER REFERENCES staff,
      fallback_kind INTEGER, fallback_line TEXT,
      UNIQUE (integration_id, scheme)
    );
    CREATE TABLE route_rule (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      route_id INTEGER NOT NULL REFERENCES route ON DELETE CASCADE,
      place INTEGER NOT NULL,
      kind TEXT NOT NULL,
      days INTEGER,
      staff_id INTEGER REFERENCES staff,
      line_kind INTEGER, line TEXT
    );
    -- What was answered, and why; provider_id is the call's, which may be told of only later.
    CREATE TABLE route_answer (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      integration_id INTEGER NOT NULL REFERENCES integration ON DELETE CASCADE,
      scheme TEXT NOT NULL,
      provider_id TEXT,
      reason TEXT NOT NULL,
      staff_id INTEGER REFERENCES staff ON DELETE SET NULL,
      destination TEXT
    );
    CREATE INDEX route_answer_by_call ON route_answer (provider_id)
      WHERE provider_id IS NOT NULL;

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

    -- What the provider said, merged, and what follows from it; a replay of the journal makes it
    -- again. phase and heaviest_talk are the record's weight, flags are CallFlags, received is
    -- counted from start, recording and card are packed (PackedURL), marks are CallRecord's. The
    -- order's id is not checked: without an index, deleting an order would read every call.
    CREATE TABLE call (
      id INTEGER PRIMARY KEY,
      integration_id INTEGER NOT NULL REFERENCES integration,
      provider_id TEXT NOT NULL,
      start INTEGER NOT NULL,
      received INTEGER NOT NULL,
      phase INTEGER NOT NULL,
      heaviest_talk INTEGER,
      said_type INTEGER,
      type INTEGER,
      status INTEGER NOT NULL,
      flags INTEGER NOT NULL,
      caller_id INTEGER REFERENCES number,
      called_id INTEGER REFERENCES number,
      outbound_id INTEGER REFERENCES number,
      client_id INTEGER REFERENCES number,
      duration INTEGER,
      wait INTEGER,
      talk INTEGER,
      disposition_id INTEGER,
      employee_id INTEGER,
      pool_id INTEGER,
      source_id INTEGER,
      recording_base_id INTEGER,
      recording TEXT,
      card_base_id INTEGER,
      card TEXT,
      google_client_id TEXT,
      order_id INTEGER,
      facet_id INTEGER NOT NULL,
      marks BLOB
    );
    CREATE UNIQUE INDEX call_by_provider ON call (provider_id, integration_id);
    CREATE INDEX call_by_start ON call (start, id, status);
    -- With the facet, so that a client's calls which a filter leaves out are not read.
    CREATE INDEX call_by_client ON call (client_id, start, id, facet_id)
      WHERE client_id IS NOT NULL;

    -- What filters ask, each combination that occurs once (Facet); line_id is a phrase's. The index
    -- costs about 20 bytes a call, and with it every filter is a few ranges in order of start; the id
    -- stands behind the start in every index anyway.
    CREATE TABLE facet (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      type INTEGER NOT NULL, status INTEGER NOT NULL, has_recording INTEGER NOT NULL,
      has_client INTEGER NOT NULL, is_new INTEGER NOT NULL, talk INTEGER NOT NULL,
      wait INTEGER NOT NULL, employee_id INTEGER NOT NULL, pool_id INTEGER NOT NULL,
      line_id INTEGER NOT NULL, source_id INTEGER NOT NULL,
      UNIQUE (employee_id, source_id, line_id, pool_id, talk, wait, status, type, has_recording,
        has_client, is_new)
    );
    CREATE INDEX call_by_facet ON call (facet_id, start);

    -- What people said of a call. Neither contact nor detached: whose it is follows from the number.
    CREATE TABLE call_hand (
      call_id INTEGER PRIMARY KEY REFERENCES call ON DELETE CASCADE,
      contact_id INTEGER REFERENCES contact,
      is_detached INTEGER NOT NULL DEFAULT 0,
      order_id INTEGER REFERENCES customer_order,
      is_about_no_order INTEGER NOT NULL DEFAULT 0,
      created_contact_by TEXT,
      note TEXT
    );
    CREATE INDEX call_hand_contact ON call_hand (contact_id) WHERE contact_id IS NOT NULL;
    CREATE INDEX call_hand_order ON call_hand (order_id) WHERE order_id IS NOT NULL;
    -- The folded notes, by the call's id.
    CREATE VIRTUAL TABLE note_search USING fts5(
      search, tokenize='trigram', detail=none, columnsize=0
    );

    -- The contact that a call has made by itself (NewNumbers.create). Not checked, as it may be deleted
    -- and its number too: it is not made again for the same call.
    CREATE TABLE made_contact (
      call_id INTEGER PRIMARY KEY REFERENCES call ON DELETE CASCADE,
      number_id INTEGER NOT NULL,
      contact_id INTEGER NOT NULL
    );

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

    -- The journal: deliveries as they came, without the token. One that came while the integration
    -- was off belongs to no call.
    CREATE TABLE event (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      received INTEGER NOT NULL,
      integration_id INTEGER NOT NULL REFERENCES integration,
      call_id INTEGER REFERENCES call ON DELETE CASCADE,
      occasion TEXT NOT NULL,
      outcome INTEGER NOT NULL,
      method TEXT NOT NULL,
      query TEXT NOT NULL,
      media_type TEXT,
      headers TEXT,
      body BLOB NOT NULL,
      delivery BLOB
    );
    CREATE INDEX event_by_call ON event (call_id, id);
    -- Of what may come from the spool again: taken in once.
    CREATE UNIQUE INDEX event_by_delivery ON event (delivery) WHERE delivery IS NOT NULL;

    -- Who changed what: in words, what the record was and is (history_change), and every record that
    -- was touched (history_subject). session is the console's, changeset what it can take back.
    CREATE TABLE history (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      session INTEGER NOT NULL,
      action TEXT NOT NULL,
      step INTEGER NOT NULL,
      subject_kind INTEGER NOT NULL,
      subject_id INTEGER NOT NULL,
      is_undone INTEGER NOT NULL DEFAULT 0,
      changeset BLOB
    );
    CREATE INDEX history_undoable ON history (session, id) WHERE changeset IS NOT NULL;
    CREATE TABLE history_change (
      history_id INTEGER NOT NULL REFERENCES history ON DELETE CASCADE,
      place INTEGER NOT NULL,
      field TEXT NOT NULL,
      before TEXT,
      after TEXT,
      PRIMARY KEY (history_id, place)
    ) WITHOUT ROWID;
    CREATE TABLE history_subject (
      kind INTEGER NOT NULL,
      id INTEGER NOT NULL,
      history_id INTEGER NOT NULL REFERENCES history ON DELETE CASCADE,
      PRIMARY KEY (kind, id, history_id)
    ) WITHOUT ROWID;
    CREATE INDEX history_subject_of ON history_subject (history_id);

    -- Unfinished forms. 0 and '' for no subject and no number.
    CREATE TABLE form_draft (
      id INTEGER PRIMARY KEY,
      actor TEXT NOT NULL,
      kind TEXT NOT NULL,
      subject INTEGER NOT NULL,
      number TEXT NOT NULL,
      number_kind INTEGER,
      origin INTEGER,
      version INTEGER,
      at INTEGER NOT NULL,
      UNIQUE (actor, kind, subject, number)
    );
    CREATE TABLE form_draft_field (
      draft_id INTEGER NOT NULL REFERENCES form_draft ON DELETE CASCADE,
      place INTEGER NOT NULL,
      name TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (draft_id, place)
    ) WITHOUT ROWID;

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

    -- Of the store as a whole (Setting).
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

    -- Salted hashes of what was deleted for good and must not come back (Forgotten).
    CREATE TABLE forgotten (
      hash INTEGER NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (hash, kind)
    ) WITHOUT ROWID;

    -- Kept with every change: counting ten million rows takes seconds.
    CREATE TABLE tally (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO tally VALUES ('call', 0), ('contact', 0), ('customer_order', 0);
    """
}
