import Foundation

/// `carbook import contacts` beside sqlite3's `.import` of the same rows: bare, and with all that the
/// rows become in our schema.
struct ImportRows {
  let place: Workplace
  let rows: Int

  func figures() throws -> [Figure] {
    let file = place.path("contacts.csv")
    try makeFile(file)
    let carbook = try Workplace.product("carbook")
    let ours = try Stopwatch.programs {
      try Program.run(
        [carbook, "import", "contacts", file, "--store", place.path("import.db")], in: place)
    }
    let bare = try Stopwatch.programs {
      try Program.run(
        ["/usr/bin/sqlite3", place.path("bare.db"), ".import --csv \(file) contact"], in: place)
    }
    let same = place.path("same.db")
    try Program.run([carbook, "links", "--store", same], in: place)
    let full = try Stopwatch.programs {
      try Program.run(
        [
          "/usr/bin/sqlite3", same, ".import --csv \(file) given", ImportRows.transformation,
        ], in: place)
    }
    let what = "`carbook import contacts`, \(rows) rows CSV (processor time, wall)"
    return [
      Figure(
        what: what, ours: text(ours),
        peer: "`.import`, then the same rows into the same tables, indexes and search "
          + text(full), ratio: Report.ratio(ours.cpu / full.cpu), target: "≤ 5",
        isMet: ours.cpu <= 5 * full.cpu),
      Figure(
        what: "the same", ours: text(ours),
        peer: "`.import` into one table without an index " + text(bare),
        ratio: Report.ratio(ours.cpu / bare.cpu), target: "shown"),
    ]
  }

  private func text(_ time: Elapsed) -> String {
    "\(Report.milliseconds(time.cpu)), \(Report.milliseconds(time.wall))"
  }

  private func makeFile(_ path: String) throws {
    var text = "name;phone;email;organization;note\n"
    for index in 0..<rows {
      text += "Іваненко Олена \(index);+38050\(1_000_000 + index);client\(index)@example.com;"
      text += "Автопарк \(index % 500);замінити гальма\n"
    }
    try text.replacing(";", with: ",").write(toFile: path, atomically: false, encoding: .utf8)
  }

  /// What an import makes of the rows, without its rules: nobody is looked for, nothing is checked.
  private static let transformation = """
    BEGIN;
    INSERT INTO number (text, kind) SELECT phone, 0 FROM given;
    INSERT INTO number_search (rowid, text) SELECT id, text FROM number;
    INSERT INTO organization (name, name_key)
      SELECT DISTINCT organization, lower(organization) FROM given;
    INSERT INTO contact (name, name_key, note, created, search)
      SELECT name, lower(name), note, 0,
        lower(name) || char(10) || lower(organization) || char(10) || note || char(10) || phone
      FROM given;
    INSERT INTO contact_search (rowid, search) SELECT id, search FROM contact;
    INSERT INTO contact_number (contact_id, number_id, place) SELECT rowid, rowid, 0 FROM given;
    UPDATE number SET (owners, owner_id, owner_name) = (1, c.id, c.name) FROM contact c
      WHERE c.id = number.id;
    INSERT INTO contact_email (contact_id, place, email) SELECT rowid, 0, email FROM given;
    INSERT INTO contact_organization (contact_id, organization_id, place)
      SELECT g.rowid, o.id, 0 FROM given g JOIN organization o ON o.name = g.organization;
    DROP TABLE given;
    COMMIT;
    """
}
