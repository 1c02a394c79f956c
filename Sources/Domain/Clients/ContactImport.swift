/// What a row of a file says of a contact: checked, and everything it may leave out.
public struct ContactImport: Equatable, Sendable {
  /// The contact's id in the program that wrote the file.
  public var externalID: String?
  public var name: String?
  /// The main number first, none twice.
  public var numbers: [Contact.Number] = []
  public var emails: [String] = []
  public var organizations: [String] = []
  /// The responsible employee's name.
  public var responsible: String?
  public var note: String?
  public var googleClientID: String?
  public var created: Timestamp?

  public init() {}
}
