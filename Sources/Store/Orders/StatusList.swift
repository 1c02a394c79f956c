import Domain

extension Store {
  /// The shop's repair statuses, in the order a repair passes through them.
  public func repairStatuses() throws(StoreError) -> RepairStatuses {
    RepairStatuses(
      try connection.rows(
        "SELECT word, english, ukrainian, tone, is_end FROM repair_status ORDER BY place"
      ) { row in
        RepairStatuses.Entry(
          RepairStatus(rawValue: row.text()), english: row.optionalText(),
          ukrainian: row.optionalText(), tone: RepairStatus.Tone(rawValue: row.text()) ?? .progress,
          isEnd: row.bool())
      })
  }

  /// - Throws: `statusInUse` where orders would be left without a status, or be open in one that
  ///   ends an order; `invalid` where the change does not fit the list.
  public func changeStatuses(
    _ change: RepairStatusChange, now: Timestamp
  ) throws(StoreError) -> RepairStatuses {
    try edit(.changeStatuses, of: .store, now: now) { () throws(StoreError) in
      let present = try repairStatuses()
      guard let new = present.applying(change) else { throw .invalid }
      switch change {
      case .remove(let status, let other): try moveOrders(from: status, to: other)
      case .change(let entry) where entry.isEnd != present.isEnd(entry.status):
        let count = try orderCount(filter: OrderFilter(status: entry.status))
        guard count == 0 else { throw .statusInUse(orders: count) }
      case .add, .change, .move: break
      }
      try connection.run("DELETE FROM repair_status")
      for entry in new.entries {
        try connection.run(
          """
          INSERT INTO repair_status (word, english, ukrainian, tone, is_end) VALUES (?, ?, ?, ?, ?)
          """, entry.status.rawValue, entry.english?.trimmed.nonEmpty,
          entry.ukrainian?.trimmed.nonEmpty, entry.tone.rawValue, entry.isEnd)
      }
      return new
    }
  }

  private func moveOrders(
    from status: RepairStatus, to other: RepairStatus?
  ) throws(StoreError) {
    let count = try orderCount(filter: OrderFilter(status: status))
    guard count > 0 else { return }
    guard let other else { throw .statusInUse(orders: count) }
    try connection.run(
      "UPDATE customer_order SET status = ? WHERE status = ?", other.rawValue, status.rawValue)
  }
}
