import Glibc

/// The variables a program is started with: this one's, each read when it is asked for, or what else
/// is said.
struct Environment: Sendable, ExpressibleByDictionaryLiteral {
  /// This program's own.
  static let own = Environment(given: nil)

  /// Nil for this program's own.
  private let given: [String: String]?

  init(_ variables: [String: String]) {
    self.init(given: variables)
  }

  init(dictionaryLiteral variables: (String, String)...) {
    self.init(Dictionary(variables) { $1 })
  }

  private init(given: [String: String]?) {
    self.given = given
  }

  subscript(name: String) -> String? {
    if let given { return given[name] }
    return getenv(name).map { String(cString: $0) }
  }

  func isSet(_ name: String) -> Bool {
    self[name]?.isEmpty == false
  }

  /// The user's own folder: where nobody has set it, that of the user database.
  var home: String {
    self["HOME"] ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? "/"
  }
}
