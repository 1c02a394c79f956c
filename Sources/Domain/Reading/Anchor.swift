/// Where in a sorted list a page begins. Pages go by key, never by a count of rows to skip, so the
/// millionth costs what the first does.
public enum Anchor<Position: Hashable & Sendable>: Hashable, Sendable {
  /// The first rows in the list's order.
  case first
  /// The last rows.
  case last
  /// The rows that follow that place.
  case after(Position)
  /// The rows that come before that place.
  case before(Position)
  /// Half a page to either side of that place, the row that stands there included.
  case around(Position)
  /// The row that stands there and those that follow; where they do not fill the page, also rows before
  /// them.
  case from(Position)
}
