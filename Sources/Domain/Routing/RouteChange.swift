/// A change of how questions are answered. What names a scheme makes its route where there is none.
public enum RouteChange: Equatable, Sendable {
  /// `version`: of the route that the user has seen; nil for a new one, and whatever it has become.
  case settings(Integration.ID, scheme: String, version: Int?, RouteSettings)
  /// Its scheme is answered as all others from then on.
  case remove(Route.ID)
  case addRule(Integration.ID, scheme: String, RoutingRule)
  /// The entry as the user has seen it.
  case setRule(Route.Entry, of: Route.ID, to: RoutingRule)
  case removeRule(Route.Entry.ID, of: Route.ID)
  case moveRule(Route.Entry.ID, of: Route.ID, by: Int)
}
