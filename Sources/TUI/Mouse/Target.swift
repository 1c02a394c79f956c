/// A part of the screen that obeys a click.
struct Target: Equatable, Sendable {
  enum Deed: Equatable, Sendable {
    /// What a key does here, by its action.
    case perform(Action)
    /// A row of the list that keys go to, so many rows below the selected one (above: negative);
    /// `row` tells it from every other one, so that a second click never opens what has come in its
    /// place.
    case row(offset: Int, row: RowKey)
    /// A list of short lines, the selected one of which stands in that row of the screen.
    case lines(selected: Int)
    /// A part of a line, so many below the selected one, that does something to that line.
    case part(offset: Int, Action)
    /// An integration or one of its links.
    case integration(SettingsScreen.Item)
    case field(Form.Focus)
    /// What a choice of a form offers: index in `matches`.
    case option(Int)
    /// The record that a pane is about: a second click opens it.
    case record(Action)
  }

  let rect: Rect
  let deed: Deed
}

/// A row's id, whatever list it is of.
struct RowKey: Equatable, Sendable {
  private let id: any Hashable & Sendable

  init(_ id: some Hashable & Sendable) {
    self.id = id
  }

  static func == (left: RowKey, right: RowKey) -> Bool {
    AnyHashable(left.id) == AnyHashable(right.id)
  }
}

extension Frame {
  /// - Parameter rect: what is drawn there later takes its clicks.
  mutating func answerClicks(in rect: Rect, _ deed: Target.Deed) {
    targets.append(Target(rect: rect, deed: deed))
  }
}
