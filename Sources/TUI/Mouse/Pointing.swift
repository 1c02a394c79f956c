import Domain

/// What the mouse does: nothing that a key could not do here as well.
extension ConsoleState {
  /// Lines that a step of the wheel moves.
  private static let wheelLines = 3

  mutating func point(_ event: MouseEvent) -> [Effect] {
    let target = render(self).targets.last { $0.rect.contains(event.position) }
    switch event.action {
    case .wheelUp, .wheelDown:
      // Panes have nothing to scroll.
      if case .record = target?.deed { return [] }
      guard layout.body.contains(event.position) else { return [] }
      return repeated(event.action == .wheelUp ? .up : .down, ConsoleState.wheelLines)
    case .press, .doublePress:
      guard let target else { return [] }
      let before = place
      let effects = click(target.deed, at: event.position, isSecond: event.action == .doublePress)
      if place != before, trail.behind.last != before { trail.leave(before) }
      return effects
    case .release: return []
    }
  }

  private mutating func click(
    _ deed: Target.Deed, at position: Position, isSecond: Bool
  ) -> [Effect] {
    switch deed {
    case .perform(let action): return performByKey(action)
    case .row(let offset, let row):
      if isSecond, offset == 0, clickedRow == row { return enter() }
      clickedRow = row
      return move(rows: offset)
    case .lines(let selected):
      if isSecond, position.row == selected { return enter() }
      return move(rows: position.row - selected)
    case .part(let offset, let action): return move(rows: offset) + performByKey(action)
    case .integration(let item):
      if isSecond, item == settings.selectedItem { return enter() }
      settings.select(item)
    case .field(let focus): updateTopForm { $0.focusCell(at: focus) }
    case .option(let index): updateTopForm { $0.takeChoice(index) }
    case .record(let action): return isSecond ? performByKey(action) : []
    }
    return []
  }

  private mutating func move(rows: Int) -> [Effect] {
    repeated(rows < 0 ? .up : .down, abs(rows))
  }

  private mutating func repeated(_ action: Action, _ times: Int) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<times { effects += perform(action) }
    return effects
  }

  /// As its key would do it: where that is not possible, the reason is said.
  private mutating func performByKey(_ action: Action) -> [Effect] {
    guard let binding = bindings.first(where: { $0.action == action }) else { return [] }
    return obey(binding)
  }

  /// What Enter does here, whatever keys the user has given it.
  private mutating func enter() -> [Effect] {
    guard let binding = keyContext.bindings.first(where: { $0.keys.contains(.enter) }) else {
      return []
    }
    return obey(binding)
  }

  mutating func toggleMouse() -> [Effect] {
    isMouseOn.toggle()
    message = Message(text: words(isMouseOn ? .mouseIsOn : .mouseIsOff), role: .plain)
    return [.setMouse(isMouseOn)]
  }
}
