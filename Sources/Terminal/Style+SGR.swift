import TUI

extension Style {
  /// Parameters of SGR (ECMA-48, 8.3.117; ITU-T T.416 for colours above 15).
  static func sgr(_ colors: Colors, _ attributes: Attributes) -> String {
    let marks: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7"),
    ]
    return
      (["0"] + marks.filter { attributes.contains($0.0) }.map(\.1)
      + color(colors.foreground, 30) + color(colors.background, 40)).joined(separator: ";")
  }

  private static func color(_ number: Int32, _ base: Int32) -> [String] {
    switch number {
    case ..<0: []
    case 0..<8: [String(base + number)]
    case 8..<16: [String(base + 60 + number - 8)]
    default: [String(base + 8), "5", String(number)]
    }
  }
}
