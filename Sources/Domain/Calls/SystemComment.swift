/// What the system has to say of a call. Kept as a code and rendered when read, in the reader's
/// language: text would go stale when a contact is renamed or forgotten.
public enum SystemComment: Hashable, Sendable {
  /// Nobody has entered this client yet.
  case newClient
  /// The number belongs to this contact.
  case linked(name: String?)
  /// Somebody made the contact from this call.
  case contactCreated(by: String)
  /// Several contacts own the number and nobody has said which one called.
  case severalOwners(count: Int)
  case hiddenNumber
  case internalCall
  /// Nobody took the call and nobody has called back yet.
  case notCalledBack
  /// No webhook told us of the call: the provider was asked for it.
  case fetched
  /// The delivery could not be read; its text is in the journal.
  case notUnderstood
}
