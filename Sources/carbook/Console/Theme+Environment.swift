import TUI

extension Theme {
  /// The theme that a console opens with: none of colours where those are not wanted
  /// (no-color.org), else the one that was chosen, else what suits the terminal's background.
  static func current(
    _ chosen: Theme?, withoutColors: Bool,
    _ environment: Environment = .own
  ) -> Theme {
    if withoutColors || environment["NO_COLOR"]?.isEmpty == false { return .monochrome }
    if let chosen { return chosen }
    // rxvt, Konsole and others: "foreground;background", of the sixteen colours.
    let background = environment["COLORFGBG"]?.split(separator: ";").last
    return background == "7" || background == "15" ? .light : .dark
  }
}
