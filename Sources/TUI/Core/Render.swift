/// Draws the state as it is now.
public func render(_ state: ConsoleState) -> Frame {
  Frame(size: state.size)
}
