import Domain
import TUI

extension RouteCommandDesk {
  func text(_ rule: RoutingRule) -> String {
    switch rule {
    case .responsible, .openOrder: rule.reason.rawValue
    case .lastTalked(let days): "last, within \(days) days"
    case .hours(_, let destination): "\(rule.reason.rawValue): \(text(destination))"
    }
  }

  func text(_ destination: Destination?) -> String {
    switch destination {
    case .employee(let id): SafeText.clean(roster[id]?.name ?? "")
    case .line(let line): line.text
    case nil: "none"
    }
  }

  func text(_ outcome: Router.Step.Outcome) -> String {
    let name = { (id: Employee.ID) in SafeText.clean(roster[id]?.name ?? "") }
    return switch outcome {
    case .answered: "answers"
    case .names: "names nobody"
    case .notNow: "not at this time"
    case .away(let id): "\(name(id)) is away"
    case .offline(let id): "\(name(id)) is not online"
    case .noLine(let id): "\(name(id)) has neither a login nor a number"
    }
  }
}
