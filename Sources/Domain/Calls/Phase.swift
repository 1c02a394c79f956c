/// How far a call had come when something was said of it.
public enum Phase: Int, Comparable, Sendable {
  case before
  case answered
  case after

  public static func < (left: Phase, right: Phase) -> Bool {
    left.rawValue < right.rawValue
  }
}
