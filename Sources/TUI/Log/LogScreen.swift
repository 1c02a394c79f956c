import Domain

/// The Call Log: the list, and which pane stands beside or below it.
struct LogScreen: Equatable, Sendable {
  var list = KeyedList<Call>(follows: true)
  var panes = PaneView()
}
