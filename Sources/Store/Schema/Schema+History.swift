/// What came in and who changed what.
extension Schema {
  static let history = """
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
    """
}
