/// One key press as the terminal tells it.
public enum Key: Hashable, Sendable {
  /// A character typed, never a control character.
  case character(Character)
  /// Ctrl with a key, its letter small: `.control("s")`.
  case control(Character)
  case alt(Character)
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case shiftUp, shiftDown, shiftLeft, shiftRight
  case ctrlUp, ctrlDown, ctrlLeft, ctrlRight
  case altLeft, altRight
  /// F1 is `.function(1)`.
  case function(Int)
  /// Text pasted, as one piece and sanitised; line ends are kept as "\n".
  case paste(String)
  case mouse(MouseEvent)
}

/// A mouse button or wheel step at a cell.
public struct MouseEvent: Hashable, Sendable {
  public enum Action: Hashable, Sendable {
    /// `doublePress`: the second of two presses in one place, shortly after each other.
    case press, doublePress, release, wheelUp, wheelDown
  }

  public let action: Action
  public let position: Position

  public init(action: Action, position: Position) {
    self.action = action
    self.position = position
  }
}

extension Key: CustomStringConvertible {
  /// The key's name as hint bars and the help print it.
  public var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .alt(let character): "Alt-\(character)"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .shiftUp: "Shift-↑"
    case .shiftDown: "Shift-↓"
    case .shiftLeft: "Shift-←"
    case .shiftRight: "Shift-→"
    case .ctrlUp: "Ctrl-↑"
    case .ctrlDown: "Ctrl-↓"
    case .ctrlLeft: "Ctrl-←"
    case .ctrlRight: "Ctrl-→"
    case .altLeft: "Alt-←"
    case .altRight: "Alt-→"
    case .function(let number): "F\(number)"
    case .paste: "Paste"
    case .mouse: "Mouse"
    }
  }
}
