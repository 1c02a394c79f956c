/// A row of the call-back list: one client, whatever number he called from.
public struct CallBackEntry: Equatable, Sendable {
  public let callBack: CallBack
  /// The number he called from last.
  public let number: PhoneNumber
  public let contact: ContactReference?
  /// His newest open order.
  public let order: OrderReference?
  /// On the last of the calls that he is owed one for.
  public let note: String?

  public init(
    callBack: CallBack, number: PhoneNumber, contact: ContactReference?, order: OrderReference?,
    note: String? = nil
  ) {
    self.callBack = callBack
    self.number = number
    self.contact = contact
    self.order = order
    self.note = note
  }
}
