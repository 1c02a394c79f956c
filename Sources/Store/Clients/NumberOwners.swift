import Domain

/// Whose a number is stands beside it (docs/decisions/0014-owners-beside-numbers.md). Who writes asks
/// the rows that people fill (`owners(of:)`); whoever shows calls reads what is kept here.
extension Store {
  /// Brings up to date what stands beside a number whose owners may have changed.
  func keepOwner(ofNumber id: Int64) throws(StoreError) {
    try connection.run("\(Store.keepingOwner) WHERE id = ?", id)
  }

  /// The same of a contact's numbers, when he is called something else.
  func keepOwner(ofNumbersOf contact: Contact.ID) throws(StoreError) {
    for number in try numbers(of: contact) { try keepOwner(ofNumber: number) }
  }

  func numbers(of contact: Contact.ID) throws(StoreError) -> [Int64] {
    try connection.rows("SELECT number_id FROM contact_number WHERE contact_id = ?", contact) {
      $0.integer()
    }
  }

  /// Whether what stands beside every number is what contacts say. Reads all numbers.
  public func ownersAreRight() throws(StoreError) -> Bool {
    try connection.integer("SELECT EXISTS (SELECT 1 FROM number WHERE \(Store.isWrong))") == 0
  }

  /// - Returns: false where nothing was wrong.
  public func repairOwners() throws(StoreError) -> Bool {
    if try ownersAreRight() { return false }
    try write { () throws(StoreError) in
      try connection.run("\(Store.keepingOwner) WHERE \(Store.isWrong)")
    }
    return true
  }

  private static let keepingOwner =
    "UPDATE number SET \(Schema.ownerColumns) = \(Schema.presentOwner)"
  private static let isWrong = "\(Schema.ownerColumns) IS NOT \(Schema.presentOwner)"
}
