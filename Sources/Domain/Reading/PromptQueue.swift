/// The open questions, newest first.
public struct PromptQueue: Equatable, Sendable {
  /// The newest few.
  public let prompts: [Prompt]
  /// How many numbers are waiting for an answer.
  public let total: Int

  public init(prompts: [Prompt] = [], total: Int = 0) {
    self.prompts = prompts
    self.total = total
  }
}
