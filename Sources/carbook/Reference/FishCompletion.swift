/// Completion of the command line in fish (fish's `complete`).
enum FishCompletion {
  static var text: String {
    var lines = [
      "# Made by \"carbook reference fish\".",
      "complete -c carbook -n __fish_is_first_token -f",
    ]
    for command in Command.allCases {
      lines.append(
        "complete -c carbook -n __fish_is_first_token -a \(command.rawValue) "
          + "-d '\(plain(command.summary))'")
    }
    for command in Command.allCases {
      lines += command.options.map { option in
        "complete -c carbook -n '\(condition(command))' -l \(option.flag.dropFirst(2))"
          + (option.placeholder == nil ? "" : " -r")
          + (option.choices.count > 1 ? " -f -a '\(option.choices.joined(separator: " "))'" : "")
          + " -d '\(plain(option.summary))'"
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The console's options also stand without its name.
  private static func condition(_ command: Command) -> String {
    let seen = "__fish_seen_subcommand_from \(command.rawValue)"
    guard command == .console else { return seen }
    let others = Command.allCases.filter { $0 != .console }.map(\.rawValue)
    return "not __fish_seen_subcommand_from \(others.joined(separator: " "))"
  }

  private static func plain(_ text: String) -> String {
    text.filter { $0 != "'" && $0 != "\\" }
  }
}
