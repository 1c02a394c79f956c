import TUI

/// What is installed beside the program, made from the tables that the program itself works by.
enum Reference: String, CaseIterable {
  /// docs/keys.md
  case keys
  /// carbook(1)
  case man
  /// carbook(5)
  case man5
  case bash
  case zsh
  case fish

  var text: String {
    switch self {
    case .keys: KeyTable.markdown(.english)
    case .man: ManPage.text
    case .man5: ConfigManPage.text
    case .bash: BashCompletion.text
    case .zsh: ZshCompletion.text
    case .fish: FishCompletion.text
    }
  }
}
