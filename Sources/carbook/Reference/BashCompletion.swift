/// Completion of the command line in bash (bash(1), "Programmable Completion").
enum BashCompletion {
  static var text: String {
    """
    # Made by "carbook reference bash".
    _carbook() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options=
      case $before in
    \(values)
      esac
      case ${COMP_WORDS[1]} in
    \(options)
      esac
      if [ "$COMP_CWORD" -eq 1 ] && [[ $word != -* ]]; then
        COMPREPLY=($(compgen -W '\(commands)' -- "$word"))
      elif [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options --help" -- "$word"))
      else
        compopt -o filenames
        COMPREPLY=($(compgen -f -- "$word"))
      fi
    }
    complete -F _carbook carbook
    """
  }

  private static var commands: String {
    Command.allCases.map(\.rawValue).joined(separator: " ")
  }

  private static var options: String {
    let named = Command.allCases.map { command in
      "    \(command.rawValue)) options='\(flags(command))' ;;"
    }
    return (named + ["    *) options='\(flags(.console)) --version' ;;"]).joined(separator: "\n")
  }

  private static func flags(_ command: Command) -> String {
    command.options.map(\.flag).joined(separator: " ")
  }

  private static var values: String {
    CommandOption.allCases.filter { $0.choices.count > 1 }.map { option in
      "    \(option.flag)) COMPREPLY=($(compgen -W '\(option.choices.joined(separator: " "))' "
        + "-- \"$word\")); return ;;"
    }.joined(separator: "\n")
  }
}
