import TUI

/// What somebody typed, safe to print.
func quoted(_ text: String) -> String {
  "\"" + SafeText.clean(text) + "\""
}
