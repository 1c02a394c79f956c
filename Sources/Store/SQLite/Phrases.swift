import Domain

/// Short texts that come again and again, each stored once and pointed at by its id.
///
/// Keeps the latest in memory: ids are never used again, so what is kept cannot mislead.
final class Phrases {
  struct Employee: Hashable {
    var name: String?
    var staffID: String?
    var department: String?

    /// By length, like `SQL`: a text beyond ASCII is normalised before it is hashed, which takes
    /// longer than to see that it is the same.
    func hash(into hasher: inout Hasher) {
      hasher.combine(name?.utf8.count)
      hasher.combine(staffID)
      hasher.combine(department?.utf8.count)
    }
  }

  private let connection: Connection
  private var texts = Table<String>()
  private var employees = Table<Employee>()
  private var sources = Table<[String?]>()

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// After a rollback: what was stored in it is not there.
  func forget() {
    texts = Table()
    employees = Table()
    sources = Table()
  }

  func id(of text: String?) throws(StoreError) -> Int64? {
    guard let text else { return nil }
    if let id = texts.ids[text] { return id }
    let id: Int64
    if let known = try connection.first(
      "SELECT id FROM phrase WHERE text = ?", text, read: { $0.integer() })
    {
      id = known
    } else {
      try connection.run("INSERT INTO phrase (text) VALUES (?)", text)
      id = connection.lastInsertedID
    }
    texts.keep(text, id)
    return id
  }

  func text(_ id: Int64?) throws(StoreError) -> String? {
    guard let id else { return nil }
    if let text = texts.values[id] { return text }
    let text = try connection.first("SELECT text FROM phrase WHERE id = ?", id) { $0.text() }
    if let text { texts.keep(text, id) }
    return text
  }

  /// Nil where nothing is said of an employee.
  func id(of employee: Employee) throws(StoreError) -> Int64? {
    guard employee != Employee() else { return nil }
    if let id = employees.ids[employee] { return id }
    let name = employee.name ?? ""
    let staffID = employee.staffID ?? ""
    let department = employee.department ?? ""
    let id: Int64
    if let known = try connection.first(
      "SELECT id FROM employee WHERE name = ? AND provider_staff_id = ? AND department = ?",
      name, staffID, department, read: { $0.integer() })
    {
      id = known
    } else {
      try connection.run(
        "INSERT INTO employee (name, provider_staff_id, department) VALUES (?, ?, ?)", name,
        staffID, department)
      id = connection.lastInsertedID
    }
    employees.keep(employee, id)
    return id
  }

  func employee(_ id: Int64?) throws(StoreError) -> Employee {
    guard let id else { return Employee() }
    if let employee = employees.values[id] { return employee }
    let employee = try connection.first(
      "SELECT name, provider_staff_id, department FROM employee WHERE id = ?", id
    ) { row in
      Employee(
        name: row.text().nonEmpty, staffID: row.text().nonEmpty, department: row.text().nonEmpty)
    }
    guard let employee else { return Employee() }
    employees.keep(employee, id)
    return employee
  }

  /// - Parameter utm: source, medium, campaign, content, term; nil where all are missing.
  func id(ofSource utm: [String?]) throws(StoreError) -> Int64? {
    guard utm.contains(where: { $0 != nil }) else { return nil }
    if let id = sources.ids[utm] { return id }
    let values = utm.map { $0 ?? "" }
    let id: Int64
    let known = try connection.rows(
      """
      SELECT id FROM source
      WHERE source = ? AND medium = ? AND campaign = ? AND content = ? AND term = ?
      """, values: values
    ) { $0.integer() }
    if let known = known.first {
      id = known
    } else {
      try connection.run(
        """
        INSERT INTO source (source, medium, campaign, content, term) VALUES (?, ?, ?, ?, ?)
        """, values[0], values[1], values[2], values[3], values[4])
      id = connection.lastInsertedID
    }
    sources.keep(utm, id)
    return id
  }

  func source(_ id: Int64?) throws(StoreError) -> [String?] {
    guard let id else { return Phrases.noSource }
    if let utm = sources.values[id] { return utm }
    let utm = try connection.first(
      "SELECT source, medium, campaign, content, term FROM source WHERE id = ?", id
    ) { row in
      (0..<5).map { _ in row.text().nonEmpty }
    }
    guard let utm else { return Phrases.noSource }
    sources.keep(utm, id)
    return utm
  }

  private static let noSource = [String?](repeating: nil, count: 5)

  /// Both directions, bounded: a provider that never repeats itself must not fill the memory.
  private struct Table<Value: Hashable> {
    static var limit: Int { 4096 }
    private(set) var ids: [Value: Int64] = [:]
    private(set) var values: [Int64: Value] = [:]

    mutating func keep(_ value: Value, _ id: Int64) {
      if ids.count >= Table.limit {
        ids = [:]
        values = [:]
      }
      ids[value] = id
      values[id] = value
    }
  }
}

extension String {
  var nonEmpty: String? {
    isEmpty ? nil : self
  }
}
