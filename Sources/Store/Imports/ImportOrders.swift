import Domain

extension Store {
  /// Takes in the first of the orders, in one transaction: as many as there is time for.
  ///
  /// An order is the one of that number. The customer of a new one is found as an imported contact
  /// is, or made. What the row does not say stays; a customer is never changed for another.
  /// - Returns: what became of each that was taken.
  public func importOrders(
    _ orders: some Collection<OrderImport>, in session: ImportSession
  ) throws(StoreError) -> [ImportOutcome] {
    let statuses = try repairStatuses()
    return try importRows(orders, in: session) { (row) throws(StoreError) in
      var status: RepairStatus?
      if let word = row.status {
        status = statuses.status(named: word)
        if status == nil { return .refused(.unknownStatus) }
      }
      guard let present = try order(number: row.number) else {
        return try insert(row, status: status, among: statuses, in: session)
      }
      let draft = OrderDraft(present).completed(
        with: row, status: status, among: statuses, now: session.now)
      if draft == OrderDraft(present) { return .same }
      if let problem = draft.problem(among: statuses, now: session.now) { return .refused(problem) }
      try track(in: session) { () throws(StoreError) in try change(present.id, to: draft) }
      return .changed
    }
  }

  private func insert(
    _ row: OrderImport, status: RepairStatus?, among statuses: RepairStatuses,
    in session: ImportSession
  ) throws(StoreError) -> ImportOutcome {
    let customer = row.customer
    guard customer.name != nil || !customer.numbers.isEmpty || customer.externalID != nil else {
      return .refused(.noCustomer)
    }
    var draft = OrderDraft(
      number: row.number, contact: Contact.ID(0), status: statuses.first,
      opened: row.opened ?? session.now
    ).completed(with: row, status: status, among: statuses, now: session.now)
    if let problem = draft.problem(among: statuses, now: session.now) { return .refused(problem) }
    let numbers = try knownNumbers(of: customer)
    switch try match(customer: customer, numbers: numbers) {
    case .one(let id): draft.contact = id
    case .several: return .refused(.severalContacts)
    case .none:
      guard customer.name != nil || !customer.numbers.isEmpty else { return .refused(.noCustomer) }
      draft.contact = try insert(customer, numbers: numbers, in: session)
    }
    if session.isRepeated(["order " + row.number]) { return .same }
    try track(in: session) { () throws(StoreError) in try insert(draft) }
    return .new
  }

  /// As an imported contact is found; where no number is said, the only one of that name.
  private func match(
    customer: ContactImport, numbers: [Int64?]
  ) throws(StoreError) -> ImportMatch {
    let match = try match(customer, numbers: numbers)
    guard case .none = match, customer.numbers.isEmpty, let name = customer.name else {
      return match
    }
    let namesakes: [Contact.ID] = try connection.rows(
      "SELECT id FROM contact WHERE name_key = ? ORDER BY id LIMIT 2", NameKey(name)
    ) { $0.id() }
    guard let only = namesakes.first else { return .none }
    return namesakes.count == 1 ? .one(only) : .several
  }
}

extension OrderDraft {
  /// What a row says, over what is known.
  fileprivate func completed(
    with row: OrderImport, status: RepairStatus?, among statuses: RepairStatuses, now: Timestamp
  ) -> OrderDraft {
    var draft = self
    draft.vehicle = Vehicle(
      make: row.vehicle.make ?? vehicle.make, model: row.vehicle.model ?? vehicle.model,
      year: row.vehicle.year ?? vehicle.year, plate: row.vehicle.plate ?? vehicle.plate,
      vin: row.vehicle.vin.map(VIN.normalised) ?? vehicle.vin)
    draft.comment = row.comment?.trimmed ?? comment
    draft.note = row.note?.trimmed ?? note
    draft.responsible = row.responsible?.trimmed ?? responsible
    // Files say seconds.
    if let opened = row.opened, opened.seconds != draft.opened.seconds { draft.opened = opened }
    if let closed = row.closed, closed.seconds != draft.closed?.seconds { draft.closed = closed }
    // A closing time alone says that it is closed.
    let end = row.closed == nil || statuses.isEnd(self.status) ? nil : statuses.end
    draft.status = status ?? end ?? self.status
    if row.closed == nil {
      draft.closed = OrderRule.closed(
        draft.closed, isEnd: statuses.isEnd(draft.status), opened: draft.opened, now: now)
    }
    return draft
  }

  fileprivate func problem(among statuses: RepairStatuses, now: Timestamp) -> ImportRefusal? {
    let year = CivilTime(secondsSinceEpoch: now.seconds).date.year
    let problems = problems(statuses: statuses, year: year)
    return Field.allCases.lazy.compactMap { problems[$0] }.first.map(ImportRefusal.order)
  }
}

extension RepairStatuses {
  /// By its word, or by a name that it has in either language.
  fileprivate func status(named name: String) -> RepairStatus? {
    let key = NameKey(name)
    return entries.first { entry in
      [entry.status.rawValue, entry.english, entry.ukrainian, entry.status.ukrainian]
        .contains { $0.map { NameKey($0) == key } ?? false }
    }?.status
  }

  fileprivate var end: RepairStatus? {
    entries.first(where: \.isEnd)?.status
  }
}

extension RepairStatus {
  /// The word that files have for one of the usual ones.
  fileprivate var ukrainian: String? {
    switch self {
    case .new: "новий"
    case .diagnostics: "діагностика"
    case .waitingForApproval: "очікує погодження"
    case .waitingForParts: "очікує запчастин"
    case .inRepair: "в ремонті"
    case .ready: "готовий"
    case .closed: "закрито"
    case .cancelled: "скасовано"
    default: nil
    }
  }
}
