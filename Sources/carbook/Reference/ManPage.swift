/// carbook(1), in the mdoc language (mdoc(7)).
enum ManPage {
  static var text: String {
    ([heading, commands, options, rest]).joined(separator: "\n")
  }

  private static let heading = #"""
    .\" Made by "carbook reference man".
    .Dd \#(versionDate)
    .Dt CARBOOK 1
    .Os
    .Sh NAME
    .Nm carbook
    .Nd the live call log of an auto service's reception desk
    .Sh SYNOPSIS
    .Nm
    .Op Ar command
    .Op Ar option ...
    .Sh DESCRIPTION
    .Nm
    receives the calls of a telephony provider as webhooks, keeps them in one
    SQLite file and shows them on a terminal: who is calling, which order it is
    about, and who has to be called back.
    .Pp
    Without a command it opens the console.
    In the console
    .Ic \&?
    shows every key,
    .Ic q
    leaves.
    Several consoles share one store; the first listens for webhooks.
    .Sh COMMANDS
    .Bl -tag -width Ds
    """#

  private static var commands: String {
    let items = Command.allCases.map { command in
      ([
        ".It Ic " + Mdoc.escaped(command.rawValue)
          + command.operands.map { " Ar " + Mdoc.escaped($0) }
          .joined() + command.optionalOperands.map { " Op Ar " + Mdoc.escaped($0) }.joined()
      ]
        + [Mdoc.sentence(command.summary)]
        + (command.options.isEmpty
          ? []
          : [
            "Takes",
            ".Fl " + command.options.map { Mdoc.escaped(bare($0)) }.joined(separator: " , Fl ")
              + " .",
          ]))
        .joined(separator: "\n")
    }
    return (items + [".El"]).joined(separator: "\n")
  }

  private static var options: String {
    let items = CommandOption.allCases.map { option in
      ".It Fl \(Mdoc.escaped(bare(option)))"
        + (option.placeholder.map { " Ar \(Mdoc.escaped($0))" } ?? "") + "\n"
        + Mdoc.sentence(option.summary)
    }
    return ([".Sh OPTIONS", ".Bl -tag -width Ds"] + items + [".El"]).joined(separator: "\n")
  }

  private static let rest = #"""
    .Sh ENVIRONMENT
    .Bl -tag -width Ds
    .It Ev CARBOOK_STORE
    The store where
    .Fl -store
    is not said; an absolute path.
    .It Ev XDG_DATA_HOME , XDG_STATE_HOME
    Where the store, and what the console remembers of its user, stand otherwise.
    .It Ev LC_ALL , LC_MESSAGES , LANG
    The language: English, or Ukrainian where the first of them that is set
    begins with
    .Dq uk ;
    the configuration may say otherwise.
    .It Ev XDG_CONFIG_HOME
    Where
    .Pa carbook/config.json5
    stands,
    .Xr carbook 5 .
    .It Ev NO_COLOR
    Attributes instead of colours, whatever theme the configuration names.
    .It Ev COLORFGBG
    Whether the terminal's background is light.
    .El
    .Sh FILES
    .Bl -tag -width Ds
    .It Pa ~/.local/share/carbook/carbook.db
    The store.
    SQLite's
    .Pa -wal
    and
    .Pa -shm
    files, locks and a spool of deliveries that the store could not take stand
    beside it.
    .It Pa ~/.config/carbook/config.json5
    The user's own settings and keys,
    .Xr carbook 5 .
    .It Pa ~/.local/state/carbook/view.json
    Columns, filters and order of the lists, as the user left them.
    .El
    .Sh EXIT STATUS
    .Bl -tag -width Ds
    .It 0
    Done.
    .It 1
    Could not be done; a sentence on standard error says why.
    .It 2
    The command line was not understood.
    .El
    .Sh EXAMPLES
    Open the console on a store that a reception desk shares:
    .Pp
    .Dl $ carbook --store /var/lib/carbook/carbook.db
    .Pp
    Today's missed calls of one operator's customers, as JSON lines:
    .Pp
    .Dl $ carbook calls --filter 'missed today from:067' --format json
    .Pp
    Last month's calls as a picture:
    .Pp
    .Dl $ carbook stats --period last-month --format svg >calls.svg
    .Sh SEE ALSO
    .Xr mpv 1 ,
    .Xr sqlite3 1 ,
    .Xr carbook 5
    """#

  /// mdoc writes the first dash by itself.
  private static func bare(_ option: CommandOption) -> String {
    String(option.flag.dropFirst())
  }
}
