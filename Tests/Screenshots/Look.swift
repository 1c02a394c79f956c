/// How characters look after the "select graphic rendition" sequences before them (ECMA-48, 8.3.117).
struct Look: Equatable {
  /// Colours as SVG writes them; nil for the terminal's own.
  private var ink: String?
  private var ground: String?
  private var isReversed = false
  var isBold = false
  var isDim = false
  var isUnderlined = false

  var foreground: String { isReversed ? ground ?? Look.paper : ink ?? Look.text }
  /// Nil where the picture's own ground shows.
  var background: String? { isReversed ? ink ?? Look.text : ground }

  static let paper = "#16181d"
  private static let text = "#d0d3d9"

  /// - Parameter codes: what stands between `ESC [` and `m`.
  mutating func obey(_ codes: [Int]) {
    var rest = codes[...]
    while let code = rest.popFirst() {
      switch code {
      case 0: self = Look()
      case 1: isBold = true
      case 2: isDim = true
      case 4: isUnderlined = true
      case 7: isReversed = true
      case 22: (isBold, isDim) = (false, false)
      case 24: isUnderlined = false
      case 27: isReversed = false
      case 30...37: ink = Look.color(code - 30)
      case 90...97: ink = Look.color(code - 90 + 8)
      case 40...47: ground = Look.color(code - 40)
      case 100...107: ground = Look.color(code - 100 + 8)
      case 39: ink = nil
      case 49: ground = nil
      case 38, 48:
        guard rest.popFirst() == 5, let number = rest.popFirst() else { return }
        if code == 38 { ink = Look.color(number) } else { ground = Look.color(number) }
      default: break
      }
    }
  }

  /// xterm's palette of 256: sixteen, a cube of six, and greys.
  private static func color(_ number: Int) -> String {
    let basic = [
      "#1c1f26", "#e0565b", "#7fbf6a", "#d9a648", "#5a8fd6", "#b07fd0", "#56b6c2", "#c3c7cf",
      "#6b7280", "#ff6b6f", "#98d982", "#f0c674", "#78aef0", "#c99be6", "#74d2dd", "#ffffff",
    ]
    if basic.indices.contains(number) { return basic[number] }
    if number >= 232 {
      let grey = 8 + (number - 232) * 10
      return hex(grey, grey, grey)
    }
    let cube = number - 16
    func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + step * 40 }
    return hex(level(cube / 36), level(cube / 6 % 6), level(cube % 6))
  }

  private static func hex(_ parts: Int...) -> String {
    "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
