import Domain

/// How many there are: counting ten million rows takes seconds.
extension Schema {
  static let counts = """
    -- Kept with every change.
    CREATE TABLE tally (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO tally VALUES ('call', 0), ('contact', 0), ('customer_order', 0), ('call_back', 0);
    CREATE TRIGGER call_back_added AFTER INSERT ON call_back BEGIN
      UPDATE tally SET value = value + 1 WHERE name = 'call_back';
    END;
    CREATE TRIGGER call_back_deleted AFTER DELETE ON call_back BEGIN
      UPDATE tally SET value = value - 1 WHERE name = 'call_back';
    END;

    -- Calls by when they began: span is a CallSpan, place the one of its stretches.
    CREATE TABLE call_count (
      span INTEGER NOT NULL,
      place INTEGER NOT NULL,
      calls INTEGER NOT NULL,
      answered INTEGER NOT NULL,
      missed INTEGER NOT NULL,
      PRIMARY KEY (span, place)
    ) WITHOUT ROWID;
    -- New calls are counted with the rest of their transaction (Withheld).
    CREATE TRIGGER call_deleted AFTER DELETE ON call BEGIN
      \(count("old", -1))
    END;
    CREATE TRIGGER call_changed AFTER UPDATE OF start, status ON call
      WHEN new.start <> old.start OR new.status <> old.status
    BEGIN
      \(count("old", -1))
      \(count("new", 1))
    END;
    """

  /// - Parameters:
  ///   - call: the trigger's row, `new` or `old`.
  ///   - change: 1 where the call comes, -1 where it goes.
  private static func count(_ call: String, _ change: Int) -> String {
    let rows = CallSpan.allCases.map { span in
      """
      (\(span.rawValue), \(call).start >> \(span.rawValue), \(change),
        \(change) * (\(call).status = \(CallStatus.answered.code)),
        \(change) * (\(call).status = \(CallStatus.missed.code)))
      """
    }
    return """
      INSERT INTO call_count (span, place, calls, answered, missed)
      VALUES \(rows.joined(separator: ", "))
      ON CONFLICT (span, place) DO UPDATE SET calls = calls + excluded.calls,
        answered = answered + excluded.answered, missed = missed + excluded.missed;
      """
  }
}
