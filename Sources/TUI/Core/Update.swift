import Domain

/// Takes one event in and says what is to be done for it. Pure: the same state and event give the
/// same state and effects.
public func update(_ state: inout ConsoleState, _ event: Event) -> [Effect] {
  switch event {
  case .resized(let size): state.size = size
  case .clock(let now): state.now = now
  default: break
  }
  return []
}
