import Domain

/// What a change of hand-made rows concerns: what has to be derived again after it.
struct Touched {
  /// An order that is new or deleted, or whose client, beginning or end changes.
  struct MovedOrder {
    let id: Order.ID
    /// Whose it was or is, as far as that changes.
    let contacts: [Contact.ID]
    /// When it began or begins, as far as that changes.
    let opened: [Timestamp]
  }

  private(set) var contacts: Set<Contact.ID> = []
  private(set) var newContacts: Set<Contact.ID> = []
  private(set) var deletedContacts: Set<Contact.ID> = []
  private(set) var orders: Set<Order.ID> = []
  private(set) var newOrders: Set<Order.ID> = []
  private(set) var deletedOrders: Set<Order.ID> = []
  private(set) var movedOrders: [MovedOrder] = []
  /// Whose owners change.
  private(set) var numbers: Set<Int64> = []
  private(set) var settledNumbers: Set<Int64> = []
  private(set) var calls: Set<Call.ID> = []
  /// Those whose values change; who is made in passing is no step's subject.
  private(set) var employees: Set<Employee.ID> = []
  private(set) var renamedOrganizations: Set<Organization.ID> = []
  private(set) var newOrganizations: Set<Organization.ID> = []
  private(set) var deletedOrganizations: Set<Organization.ID> = []
  /// To whom calls belonged or belong, as far as the rows tell.
  private(set) var clients: Set<Client> = []

  init(_ rows: [Changeset.Row]) {
    for row in rows { add(row) }
  }

  private mutating func add(_ row: Changeset.Row) {
    switch row.table {
    case "contact":
      let id = Contact.ID(row.id("id"))
      contacts.insert(id)
      if row.operation == .insert { newContacts.insert(id) }
      if row.operation == .delete { deletedContacts.insert(id) }
    case "contact_number":
      contacts.insert(Contact.ID(row.id("contact_id")))
      guard row.operation != .update else { return }
      numbers.insert(row.id("number_id"))
      clients.insert(.contact(row.id("contact_id")))
    case "contact_email", "contact_organization":
      contacts.insert(Contact.ID(row.id("contact_id")))
    case "customer_order": addOrder(row)
    case "call_hand":
      calls.insert(Call.ID(row.id("call_id")))
      clients.formUnion(row.values("contact_id").map(Client.contact))
    case "dealt_with": settledNumbers.insert(row.id("number_id"))
    case "staff":
      if row.operation == .update { employees.insert(Employee.ID(row.id("id"))) }
    case "organization":
      let id = Organization.ID(row.id("id"))
      switch row.operation {
      case .insert: newOrganizations.insert(id)
      case .update: renamedOrganizations.insert(id)
      case .delete: deletedOrganizations.insert(id)
      }
    default: break
    }
  }

  private mutating func addOrder(_ row: Changeset.Row) {
    let id = Order.ID(row.id("id"))
    orders.insert(id)
    if row.operation == .insert { newOrders.insert(id) }
    if row.operation == .delete { deletedOrders.insert(id) }
    let deciding = ["contact_id", "opened", "closed"]
    if row.operation != .update || deciding.contains(where: row.new.keys.contains) {
      movedOrders.append(
        MovedOrder(
          id: id, contacts: row.values("contact_id").map { Contact.ID($0) },
          opened: row.values("opened").map(Timestamp.init(milliseconds:))))
    }
  }

  /// The records, for history.
  var subjects: Set<HistoryEntry.Subject> {
    var subjects = Set(contacts.map(HistoryEntry.Subject.contact))
    subjects.formUnion(orders.map(HistoryEntry.Subject.order))
    subjects.formUnion(calls.map(HistoryEntry.Subject.call))
    subjects.formUnion(settledNumbers.map { .number(Identifier($0)) })
    subjects.formUnion(employees.map(HistoryEntry.Subject.employee))
    subjects.formUnion(renamedOrganizations.map(HistoryEntry.Subject.organization))
    return subjects
  }
}

extension Store {
  /// Brings up to date what follows from hand-made rows: versions, what search finds, counts, which
  /// order a call is about, who is owed a call, which questions are answered.
  func derive(_ touched: Touched, now: Timestamp) throws(StoreError) {
    var contacts = touched.contacts.subtracting(touched.deletedContacts)
    for organization in touched.renamedOrganizations {
      contacts.formUnion(try members(of: organization))
    }
    // The search indexes hold what the rows' `search` columns say, before anything is looked at.
    for contact in touched.newContacts {
      try connection.run(
        "INSERT INTO contact_search (rowid, search) SELECT id, search FROM contact WHERE id = ?",
        contact)
    }
    for order in touched.newOrders {
      try connection.run(
        "INSERT INTO order_search (rowid, search) SELECT id, search FROM customer_order WHERE id = ?",
        order)
    }
    for contact in contacts {
      try index(contact)
      guard !touched.newContacts.contains(contact) else { continue }
      try connection.run("UPDATE contact SET version = version + 1 WHERE id = ?", contact)
    }
    var numbers = touched.numbers
    for contact in contacts { numbers.formUnion(try self.numbers(of: contact)) }
    for number in numbers { try keepOwner(ofNumber: number) }
    for order in touched.orders.subtracting(touched.deletedOrders) {
      try index(order)
      guard !touched.newOrders.contains(order) else { continue }
      try connection.run("UPDATE customer_order SET version = version + 1 WHERE id = ?", order)
    }
    for employee in touched.employees {
      try connection.run("UPDATE staff SET version = version + 1 WHERE id = ?", employee)
    }
    try addToCount("contact", touched.newContacts.count - touched.deletedContacts.count)
    try addToCount("customer_order", touched.newOrders.count - touched.deletedOrders.count)
    try deriveOrdersOfCalls(touched)
    for client in try clients(touched) { try recomputeCallBack(of: client, now: now) }
  }

  private func deriveOrdersOfCalls(_ touched: Touched) throws(StoreError) {
    for number in touched.numbers {
      if try !owners(of: number).isEmpty { try closePrompt(number: number) }
      try decideOrders(ofNumber: number)
    }
    for call in touched.calls {
      try indexNote(of: call)
      if let call = try storedCall(call) { try decideOrder(of: call) }
    }
    for moved in touched.movedOrders {
      let present = try order(moved.id)
      let opened = moved.opened + [present?.opened].compactMap { $0 }
      guard let from = opened.min() else { continue }
      for contact in Set(moved.contacts + [present?.contact.id].compactMap { $0 }) {
        try decideOrders(of: contact, from: from)
      }
    }
  }

  /// Everybody whose calls may be others now.
  private func clients(_ touched: Touched) throws(StoreError) -> Set<Client> {
    var clients = touched.clients
    var numbers = touched.numbers.union(touched.settledNumbers)
    for call in touched.calls {
      guard let call = try storedCall(call) else { continue }
      if let client = try client(of: call) { clients.insert(client) }
      if let number = call.clientID { numbers.insert(number) }
    }
    for number in numbers {
      clients.insert(.number(number))
      clients.formUnion(try owners(of: number).map(Client.contact))
    }
    return clients
  }
}
