import Domain
import TUI

/// A page of an SVG picture that is written from the top down. All text is cleaned and escaped, as
/// callers and advertisements may send anything; XML 1.0 has no control characters even as references,
/// and SafeText leaves none.
struct SVGPage {
  enum Anchor: String {
    case start, middle, end
  }

  enum Fill: String {
    case answered = "#3f8fd2"
    case missed = "url(#missed)"
  }

  private let width: Int
  private var height = 16.0
  private var elements: [String] = []

  init(width: Int) {
    self.width = width
  }

  /// Room for what comes next.
  /// - Returns: where it begins.
  mutating func take(_ rows: Double) -> Double {
    defer { height += rows }
    return height
  }

  /// - Returns: the line that it stands on.
  @discardableResult
  mutating func heading(_ text: String, size: Int = 15) -> Double {
    let y = take(Double(size) + 18) + Double(size) + 8
    elements.append(
      "<text x=\"16\" y=\"\(SVGPage.number(y))\" font-size=\"\(size)\" font-weight=\"bold\">"
        + SafeText.markup(text) + "</text>")
    return y
  }

  mutating func note(_ text: String?) {
    guard let text else { return }
    let y = take(20) + 12
    label(text, x: 16, y: y, .start)
  }

  mutating func label(_ text: String, x: Int, y: Double, _ anchor: Anchor) {
    elements.append(
      "<text x=\"\(x)\" y=\"\(SVGPage.number(y))\" text-anchor=\"\(anchor.rawValue)\">"
        + SafeText.markup(text) + "</text>")
  }

  /// - Parameter title: what is said when the mouse rests on it.
  mutating func bar(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: Fill, title: String?
  ) {
    guard width > 0, height > 0 else { return }
    let attributes = SVGPage.rectangle(x, y, width, height) + " fill=\"\(fill.rawValue)\""
    elements.append(
      title.map { "<rect \(attributes)><title>\(SafeText.markup($0))</title></rect>" }
        ?? "<rect \(attributes)/>")
  }

  /// - Parameter share: 0...1, the darker the more.
  mutating func cell(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, share: Double
  ) {
    let opacity = SVGPage.number(0.1 + 0.6 * min(max(0, share), 1))
    elements.append(
      "<rect \(SVGPage.rectangle(x, y, width, height)) fill=\"#d9534f\" fill-opacity=\"\(opacity)\"/>"
    )
  }

  mutating func line(_ points: [(x: Double, y: Double)], isBroken: Bool) {
    let text = points.map { "\(SVGPage.number($0.x)),\(SVGPage.number($0.y))" }
    elements.append(
      "<polyline points=\"\(text.joined(separator: " "))\" fill=\"none\" stroke=\"#d9534f\" "
        + "stroke-width=\"\(isBroken ? 1 : 2)\""
        + (isBroken ? " stroke-dasharray=\"6 4\"" : "") + "/>")
  }

  func text(title: String) -> String {
    let end = SVGPage.number(height + 16)
    return
      ([
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(end)\" "
          + "viewBox=\"0 0 \(width) \(end)\" font-family=\"sans-serif\" font-size=\"12\" "
          + "fill=\"#767676\" role=\"img\">",
        "<title>\(SafeText.markup(title))</title>",
        "<defs><pattern id=\"missed\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
          + "patternTransform=\"rotate(45)\"><rect width=\"3\" height=\"5\" fill=\"#d9534f\"/>"
          + "</pattern></defs>",
      ] + elements + ["</svg>"]).joined(separator: "\n")
  }

  private static func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double
  ) -> String {
    "x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\""
  }

  /// With two digits behind the point, whatever the locale.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = (hundredths.magnitude % 100).description
    return (hundredths < 0 ? "-" : "") + "\(hundredths.magnitude / 100)."
      + (rest.count < 2 ? "0" + rest : rest)
  }
}
