/// What one role looks like: attributes, and colours for a palette of 256 and for one of 16.
/// Absent colours are the terminal's own.
public struct Style: Equatable, Sendable {
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let underline = Attributes(rawValue: 4)
    public static let reverse = Attributes(rawValue: 8)
  }

  /// Foreground and background; -1 is the terminal's own.
  public struct Colors: Hashable, Sendable {
    public var foreground: Int32
    public var background: Int32

    public init(foreground: Int32 = -1, background: Int32 = -1) {
      self.foreground = foreground
      self.background = background
    }
  }

  private let attributes: Attributes
  private let rich: Colors
  private let basic: Colors

  init(_ attributes: Attributes) {
    self.attributes = attributes
    rich = Colors()
    basic = Colors()
  }

  init(
    _ foreground: Int32 = -1, basic: Int32 = -1, on background: Int32 = -1, basicOn: Int32 = -1,
    _ attributes: Attributes = []
  ) {
    self.attributes = attributes
    rich = Colors(foreground: foreground, background: background)
    self.basic = Colors(foreground: basic, background: basicOn)
  }

  /// The look on a terminal of so many colours. With eight, bright foregrounds turn bold and bright
  /// backgrounds turn reverse.
  public func resolved(colors: Int) -> (colors: Colors, attributes: Attributes) {
    switch colors {
    case ..<8: return (Colors(), attributes)
    // Beyond 256 a number is a red-green-blue value, but for the first eight.
    case 256: return (rich, attributes)
    case 16..<256: return (basic, attributes)
    default: break
    }
    var colors = basic
    var attributes = attributes
    if colors.background >= 8 {
      colors = Colors()
      attributes.insert(.reverse)
    } else if colors.foreground >= 8 {
      // Bright black is as good as invisible where bold does not brighten.
      attributes.insert(colors.foreground == 8 ? .dim : .bold)
      colors.foreground = colors.foreground == 8 ? -1 : colors.foreground - 8
    }
    return (colors, attributes)
  }
}
