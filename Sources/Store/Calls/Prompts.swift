import Domain

extension Store {
  /// Asks "New client on Carbook" about a call that has just changed, where the rule says so.
  /// - Returns: whether the question is new, or is now about this call.
  func updatePrompt(
    for saved: SavedCall, origin: PromptRule.Origin, now: Timestamp
  ) throws(StoreError) -> Bool {
    let call = saved.call
    // A later delivery may have shown that the client is somebody else.
    if saved.before != nil {
      try connection.run(
        "DELETE FROM prompt WHERE call_id = ? AND number_id IS NOT ?", call.id, call.clientID)
    }
    guard let number = call.clientID,
      PromptRule.raises(
        client: call.client, type: call.type, start: call.start, origin: origin,
        ownerCount: saved.owners.count, now: now)
    else { return false }
    let present = saved.hasNewNumber ? nil : try present(number)
    if let present {
      if present.call == call.id {
        try connection.run("UPDATE prompt SET start = ? WHERE number_id = ?", call.start, number)
        return false
      }
      let isLater =
        LogPosition(start: call.start, id: call.id)
        .precedes(LogPosition(start: present.start, id: present.call))
      guard isLater else { return false }
      try connection.run(
        "UPDATE prompt SET call_id = ?, start = ?, is_open = 1 WHERE number_id = ?", call.id,
        call.start, number)
    } else {
      try connection.run(
        "INSERT INTO prompt (number_id, call_id, start, is_open) VALUES (?, ?, ?, 1)"
      ) {
        $0.add(number)
        $0.add(call.id)
        $0.add(call.start)
      }
    }
    return true
  }

  private func present(
    _ number: Int64
  ) throws(StoreError) -> (call: Call.ID, start: Timestamp)? {
    try connection.first("SELECT call_id, start FROM prompt WHERE number_id = ?", number) {
      (call: $0.id(), start: $0.time())
    }
  }

  /// The open questions, newest first.
  /// - Parameter limit: of the prompts; the total counts all.
  public func promptQueue(limit: Int) throws(StoreError) -> PromptQueue {
    let ids: [Call.ID] = try connection.rows(
      "SELECT call_id FROM prompt WHERE is_open = 1 ORDER BY start DESC, call_id DESC LIMIT ?",
      limit
    ) { $0.id() }
    var prompts: [Prompt] = []
    for id in ids {
      guard let call = try call(id), let number = call.client else { continue }
      let earlier = try earlierCalls(than: call)
      prompts.append(Prompt(number: number, call: call, earlierCalls: earlier))
    }
    let total = try connection.integer("SELECT count(*) FROM prompt WHERE is_open = 1")
    return PromptQueue(prompts: prompts, total: Int(total))
  }

  /// "Not now": closes the question on every console until another call of that number.
  /// - Parameter call: the one the user was asked about; a question that has moved on to another
  ///   call meanwhile stays open.
  public func dismissPrompt(
    _ number: PhoneNumber, call: Call.ID, now: Timestamp
  ) throws(StoreError) {
    try edit(.dismissPrompt, of: .call(call), now: now) { () throws(StoreError) in
      guard let id = try knownNumberID(of: number) else { return }
      try connection.run(
        "UPDATE prompt SET is_open = 0 WHERE number_id = ? AND call_id = ? AND is_open = 1", id,
        call)
    }
  }

  /// The number has found its contact.
  func closePrompt(number: Int64) throws(StoreError) {
    try connection.run("DELETE FROM prompt WHERE number_id = ?", number)
  }
}
