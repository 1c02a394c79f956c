import Domain

/// What a provider's dialect made of a delivery.
public enum Reading: Equatable, Sendable {
  case event(CallEvent)
  /// Nothing in it says which call it is about. The key is derived from the bytes: a repeat of the
  /// same delivery has the same one.
  case notUnderstood(key: String)
}
