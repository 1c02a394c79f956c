import Domain

/// The stored facets. Ids are never used again and facets never deleted, so what is kept in memory
/// cannot mislead.
final class Facets {
  private static let limit = 65_536

  private let connection: Connection
  private var ids: [Facet: Int64] = [:]
  private var facets: [Int64: Facet] = [:]
  /// All up to the last id read.
  private var list: [(id: Int64, facet: Facet)] = []

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// After a rollback: what was stored in it is not there.
  func forget() {
    ids = [:]
    facets = [:]
    list = []
  }

  func id(of facet: Facet) throws(StoreError) -> Int64 {
    if let id = ids[facet] { return id }
    let known = try connection.rows(Facets.find, values: facet.values) { $0.integer() }.first
    let id: Int64
    if let known {
      id = known
    } else {
      try connection.run(Facets.insert, values: facet.values)
      id = connection.lastInsertedID
    }
    if ids.count >= Facets.limit { ids = [:] }
    ids[facet] = id
    return id
  }

  func facet(_ id: Int64) throws(StoreError) -> Facet? {
    if let facet = facets[id] { return facet }
    let facet = try connection.first(
      "SELECT \(Facet.columns) FROM facet WHERE id = ?", id
    ) { Facet(row: &$0) }
    if facets.count >= Facets.limit { facets = [:] }
    facets[id] = facet
    return facet
  }

  /// How many there are about, without reading them.
  func count() throws(StoreError) -> Int {
    Int(try connection.integer("SELECT max(id) FROM facet"))
  }

  func all() throws(StoreError) -> [(id: Int64, facet: Facet)] {
    list += try connection.rows(
      "SELECT id, \(Facet.columns) FROM facet WHERE id > ? ORDER BY id", list.last?.id ?? 0
    ) { (id: $0.integer(), facet: Facet(row: &$0)) }
    return list
  }

  private static let names = Facet.columns.split(separator: ", ")
  private static let find = """
    SELECT id FROM facet WHERE \(names.map { "\($0) = ?" }.joined(separator: " AND "))
    """
  private static let insert = """
    INSERT INTO facet (\(Facet.columns)) VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
    """
}

extension Store {
  /// Whose the call is has changed, or may have: its facet says whether anybody has entered him.
  func refile(_ call: StoredCall, of client: Client?) throws(StoreError) {
    guard var facet = try facets.facet(call.facetID) else { return }
    var isNew = false
    if case .number(let number) = client, call.client?.isInternal == false {
      isNew = try owners(of: number).isEmpty
    }
    guard facet.isNew != isNew else { return }
    facet.isNew = isNew
    try connection.run(
      "UPDATE call SET facet_id = ? WHERE id = ?", try facets.id(of: facet), call.id)
  }
}
