/// The log, what filters ask of it, and what people said of a call.
extension Schema {
  static let calls = """
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
    """
}
