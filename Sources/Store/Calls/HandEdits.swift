import Domain

/// What people say of a call; it stands beside what the provider said and what the rules say.
extension Store {
  /// - Parameter note: empty to take it away.
  /// - Throws: `invalid` where it is too long.
  public func setNote(_ note: String, of call: Call.ID, now: Timestamp) throws(StoreError) {
    let note = note.trimmed
    guard note.count <= Call.noteLimit else { throw .invalid }
    try edit(.setNote, of: .call(call), now: now) { () throws(StoreError) in
      try setHand(call, ["note": note.nonEmpty])
    }
  }

  /// "Which one?", answered by hand: this call is that contact's, whatever the number says.
  public func assign(_ call: Call.ID, to id: Contact.ID, now: Timestamp) throws(StoreError) {
    try edit(.assignCall, of: .call(call), now: now) { () throws(StoreError) in
      guard try reference(to: id.rawValue) != nil else { throw .missing }
      try setClient(of: call, to: id)
    }
  }

  /// This call is nobody's, whatever the number says.
  public func detach(_ call: Call.ID, now: Timestamp) throws(StoreError) {
    try edit(.detachCall, of: .call(call), now: now) { () throws(StoreError) in
      try setClient(of: call, to: nil)
    }
  }

  /// This call is about that order, whatever the rule says.
  /// - Parameter order: nil where it is about none.
  public func attachOrder(
    _ order: Order.ID?, to call: Call.ID, now: Timestamp
  ) throws(StoreError) {
    try edit(.attachOrder, of: .call(call), now: now) { () throws(StoreError) in
      if let order, try self.order(order) == nil { throw .missing }
      try setHand(call, ["order_id": order, "is_about_no_order": order == nil])
    }
  }

  /// Whose this call is and what it is about follow from the rules again, whatever was said by hand.
  public func followRule(_ call: Call.ID, now: Timestamp) throws(StoreError) {
    try edit(.followRule, of: .call(call), now: now) { () throws(StoreError) in
      guard try storedCall(call) != nil else { throw .missing }
      try connection.run(
        """
        UPDATE call_hand
        SET contact_id = NULL, is_detached = 0, order_id = NULL, is_about_no_order = 0
        WHERE call_id = ?
        """, call)
    }
  }

  /// Gives a call to a contact by hand, or to nobody.
  func setClient(of call: Call.ID, to contact: Contact.ID?) throws(StoreError) {
    try setHand(call, ["contact_id": contact, "is_detached": contact == nil])
  }

  /// - Parameter columns: what is said; the rest stays.
  func setHand(
    _ call: Call.ID, _ columns: KeyValuePairs<String, (any Bindable)?>
  ) throws(StoreError) {
    guard try storedCall(call) != nil else { throw .missing }
    let names = columns.map(\.key)
    try connection.run(
      """
      INSERT INTO call_hand (call_id, \(names.joined(separator: ", ")))
      VALUES (?\(names.map { _ in ", ?" }.joined()))
      ON CONFLICT (call_id) DO UPDATE
        SET \(names.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
      """, values: [call] + columns.map(\.value))
  }
}
