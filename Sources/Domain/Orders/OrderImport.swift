/// What a row of a file says of an order: checked, and everything but the number it may leave out.
public struct OrderImport: Equatable, Sendable {
  public var number: String
  /// Enough of the customer to find him, or to make him where there is none yet.
  public var customer = ContactImport()
  public var vehicle = Vehicle()
  /// A status of the shop's, by its word or by a name it has.
  public var status: String?
  public var comment: String?
  public var note: String?
  public var responsible: String?
  public var opened: Timestamp?
  public var closed: Timestamp?

  public init(number: String) {
    self.number = number
  }
}
