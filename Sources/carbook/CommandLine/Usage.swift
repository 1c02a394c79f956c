/// The text of `--help`, made from the same tables that the command line is read by.
enum Usage {
  static func text(_ command: Command?) -> String {
    guard let command else { return overview }
    var lines = [
      "carbook \(words(command)): \(command.summary)",
      "",
    ]
    lines += command.options.map(line)
    return lines.joined(separator: "\n")
  }

  private static var overview: String {
    var lines = [
      "Carbook console: the reception desk's live call log.",
      "",
      "  carbook [COMMAND] [OPTION ...]",
      "",
    ]
    lines += Command.allCases.map { "  \(words($0).padded(to: 16)) \($0.summary)" }
    lines.append("")
    lines += CommandOption.allCases.map(line)
    lines += [
      "  \("--help".padded(to: 28)) this text, or what the command before it takes",
      "  \("--version".padded(to: 28)) the version",
    ]
    return lines.joined(separator: "\n")
  }

  private static func words(_ command: Command) -> String {
    ([command.rawValue] + command.operands + command.optionalOperands.map { "[\($0)]" })
      .joined(separator: " ")
  }

  private static func line(_ option: CommandOption) -> String {
    let left = [option.flag, option.placeholder].compactMap { $0 }.joined(separator: " ")
    return "  \(left.padded(to: 28)) \(option.summary)"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
