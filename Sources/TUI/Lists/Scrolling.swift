/// Where lines that are seen through a view of so many lines are scrolled to by an action.
func scrolled(_ scroll: Int, _ action: Action, lines: Int, view: Int) -> Int {
  let view = max(1, view)
  let last = max(0, lines - view)
  let target =
    switch action {
    case .up: scroll - 1
    case .down: scroll + 1
    case .pageUp: scroll - view
    case .pageDown: scroll + view
    case .last: last
    default: 0
    }
  return min(max(0, target), last)
}
