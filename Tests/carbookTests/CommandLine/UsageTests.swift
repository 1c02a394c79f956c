import Testing

@testable import carbook

@Suite("Help")
struct UsageTests {
  @Test("names every command and every option")
  func overview() {
    let text = Usage.text(nil)
    for command in Command.allCases { #expect(text.contains("  \(command.rawValue) ")) }
    for option in CommandOption.allCases {
      #expect(text.contains(spelling(option)))
    }
  }

  @Test("of a command names the options it takes, and no others", arguments: Command.allCases)
  func command(command: Command) {
    let text = Usage.text(command)
    for option in CommandOption.allCases {
      #expect(text.contains(spelling(option)) == command.options.contains(option))
    }
  }

  /// `--calls N`; retention's `--calls DAYS|forever` is another option.
  private func spelling(_ option: CommandOption) -> String {
    let words = [option.flag, option.placeholder].compactMap { $0 }
    return "  " + words.joined(separator: " ") + " "
  }

  @Test("fits a terminal of 80 columns")
  func width() {
    let texts = [Usage.text(nil)] + Command.allCases.map { Usage.text($0) }
    for line in texts.joined(separator: "\n").split(separator: "\n") {
      #expect(line.count <= 80, "\(line)")
    }
  }
}
