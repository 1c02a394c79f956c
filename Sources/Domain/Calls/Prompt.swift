/// An open question "New client on Carbook": one for each number, about its latest call.
public struct Prompt: Equatable, Sendable {
  public let number: PhoneNumber
  public let call: Call
  /// Calls of the number before this one.
  public let earlierCalls: Int

  public init(number: PhoneNumber, call: Call, earlierCalls: Int) {
    self.number = number
    self.call = call
    self.earlierCalls = earlierCalls
  }
}
