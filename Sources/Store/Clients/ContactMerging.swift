import Domain

extension Store {
  /// Makes one contact of two: calls given by hand, orders, numbers, addresses and organizations of
  /// both are his, those in the draft first.
  /// - Parameters:
  ///   - kept: the contact that stays.
  ///   - removed: the other one.
  ///   - draft: what the kept one becomes.
  /// - Throws: `conflict` where somebody has changed one of them since; `invalid` where the draft has
  ///   problems, or both are the same.
  public func mergeContacts(
    keep kept: Contact.Edition, remove removed: Contact.Edition, draft: ContactDraft,
    plan: NumberPlan, now: Timestamp
  ) throws(StoreError) -> Contact {
    guard kept.id != removed.id, draft.problems(plan: plan).isEmpty else { throw .invalid }
    let name = try title(of: .contact(removed.id))
    let remark = HistoryEntry.Change(field: .contact, before: name, after: nil)
    try edit(
      .mergeContacts, of: .contact(kept.id), remarks: [remark], now: now
    ) { () throws(StoreError) in
      var draft = draft
      for contact in [try existing(kept), try existing(removed)] {
        draft.add(ContactDraft(contact), plan: plan)
      }
      for table in ["call_hand", "customer_order"] {
        try connection.run(
          "UPDATE \(table) SET contact_id = ? WHERE contact_id = ?", kept.id, removed.id)
      }
      try giveEntries(of: removed.id, to: kept.id)
      try deleteRow(of: removed.id)
      try fill(kept.id, from: draft, plan: plan)
    }
    return try existing(kept.id)
  }
}

extension ContactDraft {
  /// Adds what the other one has besides.
  fileprivate mutating func add(_ other: ContactDraft, plan: NumberPlan) {
    let known = Set(numbers.compactMap { plan.number($0.text) })
    numbers += other.numbers.filter { number in
      plan.number(number.text).map { !known.contains($0) } ?? false
    }
    emails += other.emails.filter { !emails.map(\.trimmed).contains($0) }
    organizations += other.organizations.filter { !organizations.map(\.trimmed).contains($0) }
  }
}
