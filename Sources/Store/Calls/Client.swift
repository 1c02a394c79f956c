import Domain

/// Whose calls are counted together: a contact's, whatever number he called from, else a number's.
enum Client: Hashable {
  case contact(Int64)
  case number(Int64)
}

extension Store {
  /// The contacts that own a number, oldest first.
  func owners(of number: Int64) throws(StoreError) -> [Int64] {
    try connection.rows(
      "SELECT contact_id FROM contact_number WHERE number_id = ? ORDER BY contact_id", number
    ) { $0.integer() }
  }

  /// Nil where nobody owns the number, or several do.
  func soleOwner(of number: Int64) throws(StoreError) -> Int64? {
    let owners = try owners(of: number)
    return owners.count == 1 ? owners[0] : nil
  }

  /// The contact where exactly one owns the number; else the number itself.
  func client(ofNumber number: Int64) throws(StoreError) -> Client {
    try soleOwner(of: number).map(Client.contact) ?? .number(number)
  }

  /// Whose a call is: by hand, else by its number. Nil for hidden and internal ones that nobody has
  /// assigned.
  func client(of call: StoredCall) throws(StoreError) -> Client? {
    let hand = try connection.first(
      "SELECT contact_id, is_detached FROM call_hand WHERE call_id = ?", call.id
    ) { (contact: $0.optionalInteger(), isDetached: $0.bool()) }
    if let contact = hand?.contact { return .contact(contact) }
    guard let number = call.clientID else { return nil }
    return hand?.isDetached == true ? .number(number) : try client(ofNumber: number)
  }

  /// The same of a call that has just been saved: nobody can have assigned a new one yet.
  func client(of saved: SavedCall) throws(StoreError) -> Client? {
    guard saved.before == nil else { return try client(of: saved.call) }
    return saved.call.clientID.map { number in
      saved.owners.count == 1 ? .contact(saved.owners[0]) : .number(number)
    }
  }

  /// The numbers that no other contact owns.
  func soleNumbers(of contact: Int64) throws(StoreError) -> [Int64] {
    try connection.rows(
      """
      SELECT number_id FROM contact_number n WHERE contact_id = ? AND NOT EXISTS (
        SELECT 1 FROM contact_number o
        WHERE o.number_id = n.number_id AND o.contact_id <> n.contact_id)
      """, contact
    ) { $0.integer() }
  }
}
