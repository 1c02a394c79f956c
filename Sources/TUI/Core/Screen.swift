/// The screens on the keys 1 to 6, in that order.
public enum Screen: Int, CaseIterable, Sendable {
  case log = 1
  case contacts, orders, callBack, statistics, settings
}
