import TUI

/// carbook(5), the configuration file, in the mdoc language (mdoc(7)).
enum ConfigManPage {
  static var text: String {
    [heading, keys, own, actions, places, rest].joined(separator: "\n")
  }

  private static let heading = #"""
    .\" Made by "carbook reference man5".
    .Dd \#(versionDate)
    .Dt CARBOOK 5
    .Os
    .Sh NAME
    .Nm carbook
    .Nd the configuration of Carbook console
    .Sh DESCRIPTION
    .Pa $XDG_CONFIG_HOME/carbook/config.json5 ,
    by default
    .Pa ~/.config/carbook/config.json5 ,
    says what one user wants otherwise than the standard has it.
    It is JSON5: comments, names without quotes where they are plain, a comma
    after the last.
    With a fault in it the console says where, and the standard is in force;
    .Ic carbook config Fl -check
    names every fault by its line,
    .Ic carbook config Fl -print
    prints a whole file to begin with.
    .Sh KEYS OF THE FILE
    A dot is a step in:
    .Ql recordings.http
    is
    .Ql recordings: { http: true } .
    .Bl -tag -width Ds
    """#

  private static var keys: String {
    let items = ConfigKey.all.map { key in
      """
      .It Ic \(Mdoc.escaped(key.path))
      \(Mdoc.wrapped(Mdoc.sentence(key.summary)))
      \(Mdoc.wrapped("It is " + Mdoc.escaped(key.wanted) + ";"))
      the standard is
      .Ql \(Mdoc.quoted(key.standard)) .
      """
    }
    return (items + [".El"]).joined(separator: "\n")
  }

  private static let own = #"""
    .Sh KEYS OF THE KEYBOARD
    .Ic keys
    binds keys to actions by name, several to one where a list stands there; an
    empty list unbinds.
    As
    .Ic in
    stands what holds in one place only:
    .Bd -literal -offset indent
    keys: {
      "call\-back": ["F7", "Ctrl\-K"],
      in: { contacts: { "merge\-contact": "m" } },
    },
    .Ed
    .Pp
    A key is a character, or a name in any case: F1 to F24, Enter, Tab, Shift\-Tab,
    Esc, Space, Backspace, Del, Ins, Up, Down, Left, Right, Home, End, PgUp, PgDn;
    Ctrl\- or Alt\- with a character; Shift\- or Ctrl\- with an arrow.
    Terminals send the same for Ctrl\-I and Tab, Ctrl\-M and Enter, Ctrl\-[ and Esc:
    the latter are meant.
    .Pp
    Letters act by their place on the keyboard, in the Ukrainian layout too, and
    where there is a field they are text whatever they are bound to.
    Esc keeps what it does everywhere, in fields also Enter, Tab and the arrows.
    .Ic quit
    always has a key, and no action has F1, F10 or F11 alone, which terminals keep
    for themselves.
    One key for two actions in one place is a fault.
    While a recording plays or a file is written, the keys for that come before
    all others.
    .Sh NAMES OF ACTIONS
    Also taken by the console's
    .Ic \&:
    line, where their keys act.
    .Bl -tag -width Ds
    """#

  private static var actions: String {
    let items = KeyTable.actions(.english).map { action in
      let keys = action.keys.map(Mdoc.escaped).joined(separator: " ")
      return ".It Ic \(Mdoc.escaped(action.name))\n\(Mdoc.sentence(action.does))\nKeys: \(keys)"
    }
    return (items + [".El"]).joined(separator: "\n")
  }

  private static var places: String {
    let items = KeyTable.places(.english).map { place in
      ".It Ic \(Mdoc.escaped(place.name))\n\(Mdoc.sentence(place.title))"
    }
    return ([".Sh NAMES OF PLACES", ".Bl -tag -width Ds"] + items + [".El"]).joined(separator: "\n")
  }

  private static let rest = #"""
    .Sh SEE ALSO
    .Xr carbook 1
    """#
}
