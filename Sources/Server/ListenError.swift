/// Why the listener cannot listen; the description is one sentence for the user.
public enum ListenError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The text, as it was given, is no address.
  case badAddress(String)
  case addressInUse(ListenAddress)
  /// Most often a port below 1024 without the right to it.
  case notPermitted(ListenAddress)
  /// This machine does not have that address.
  case addressNotAvailable(ListenAddress)
  /// Anything else, in the system's words.
  case failed(ListenAddress, reason: String)

  public var description: String {
    switch self {
    case .badAddress(let text):
      "\"\(text)\" is not HOST:PORT: give an IPv4 address, an IPv6 address in brackets or "
        + "localhost, and a port from 0 to 65535."
    case .addressInUse(let address):
      "Cannot listen on \(address): another program is using that port."
    case .notPermitted(let address):
      "Cannot listen on \(address): not permitted for this user."
    case .addressNotAvailable(let address):
      "Cannot listen on \(address): this machine does not have that address."
    case .failed(let address, let reason):
      "Cannot listen on \(address): \(reason)."
    }
  }
}
