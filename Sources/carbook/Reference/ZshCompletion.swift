/// Completion of the command line in zsh (zshcompsys(1), `_arguments` and `_describe`).
enum ZshCompletion {
  static var text: String {
    """
    #compdef carbook
    # Made by "carbook reference zsh".
    _carbook() {
      local -a commands
      commands=(
    \(commands)
      )
      if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
        _describe command commands
        return
      fi
      case $words[2] in
    \(options)
        *) _arguments \(arguments(.console)) '--version[the version]' ;;
      esac
    }
    _carbook "$@"
    """
  }

  private static var commands: String {
    Command.allCases.map { "    '\($0.rawValue):\(plain($0.summary))'" }.joined(separator: "\n")
  }

  private static var options: String {
    Command.allCases.map { "    \($0.rawValue)) _arguments \(arguments($0)) ;;" }
      .joined(separator: "\n")
  }

  private static func arguments(_ command: Command) -> String {
    (command.options.map(argument) + ["'--help[what it takes]'", "'*:file:_files'"])
      .joined(separator: " ")
  }

  private static func argument(_ option: CommandOption) -> String {
    let said = "\(option.flag)[\(plain(option.summary))]"
    guard let placeholder = option.placeholder else { return "'\(said)'" }
    let values =
      option.choices.count > 1
      ? "(\(option.choices.joined(separator: " ")))" : placeholder == "FILE" ? "_files" : " "
    return "'\(said):\(plain(placeholder)):\(values)'"
  }

  /// Without what `_arguments` reads as its own: quotes, brackets, colons.
  private static func plain(_ text: String) -> String {
    text.filter { !"'[]:".contains($0) }
  }
}
