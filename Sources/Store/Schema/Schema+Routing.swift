/// Employees, and whom a caller is connected to.
extension Schema {
  static let routing = """
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
    """
}
