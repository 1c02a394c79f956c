import Domain

/// Everything a console knows and shows. Changed by `update` alone, drawn by `render`.
public struct ConsoleState: Equatable, Sendable {
  var configuration: Configuration
  var size: Size
  var now: Timestamp
  var screen = Screen.log
  var listener = ListenerStatus.off
  var figures = DayFigures()
  var callBackCount = 0
  var prompts = PromptQueue()

  public init(_ configuration: Configuration) {
    self.configuration = configuration
    size = configuration.size
    now = configuration.now
  }

  /// Whether something on the screen counts seconds, so that `.clock` is wanted each second
  /// rather than each minute.
  public var ticksEachSecond: Bool { false }
}
