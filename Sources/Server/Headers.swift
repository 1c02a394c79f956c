/// The header fields of one message: in order, names compared without regard to case.
public struct Headers: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  /// One field line: the name as it was written and the value without surrounding blanks.
  public struct Field: Sendable, Equatable {
    public let name: String
    public let value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public private(set) var fields: [Field] = []

  public init() {}

  public init(dictionaryLiteral elements: (String, String)...) {
    fields = elements.map { Field(name: $0.0, value: $0.1) }
  }

  public mutating func append(name: String, value: String) {
    fields.append(Field(name: name, value: value))
  }

  mutating func append(_ field: Field) {
    fields.append(field)
  }

  /// The value of the first field of that name; nil where there is none.
  public subscript(name: String) -> String? {
    fields.first { ASCII.equalIgnoringCase($0.name, name) }?.value
  }

  /// The values of all fields of that name, in order.
  public func values(of name: String) -> [String] {
    fields.compactMap { ASCII.equalIgnoringCase($0.name, name) ? $0.value : nil }
  }

  /// Whether a comma-separated list field (RFC 9110 section 5.6.1) holds the token, in any case.
  func list(_ name: String, contains token: String) -> Bool {
    values(of: name).contains { value in
      value.utf8.split(separator: ASCII.comma).contains {
        ASCII.equalIgnoringCase(ASCII.trimmingBlanks($0), token.utf8)
      }
    }
  }
}
