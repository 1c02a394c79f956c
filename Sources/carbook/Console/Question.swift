import Domain
import TUI

/// What may take long to answer, and goes to the worker for that: under which name, so that the
/// newest question of a kind is the one that is answered.
enum Question {
  static let log = "log"
  static let count = "log count"
  static let news = "log news"

  /// Nil where the answer takes no longer than drawing it.
  static func name(of effect: Effect) -> String? {
    switch effect {
    case .loadLog(let request) where request.contact == nil && !request.isPlain: log
    // The numbers of all calls are kept.
    case .countLog(let request) where request.filter.isEmpty: nil
    case .countLog: count
    case .countNewer(_, let filter, _) where !filter.isEmpty: news
    // A page of all, by an index; a picture without it would be sent in vain.
    case .loadContacts(let request) where request.search.isEmpty && request.organization == nil:
      nil
    // What is found, the whole list and its total alone may be asked for at once.
    case .loadContacts(let request):
      switch request.limit {
      case 1: "contact total"
      default: "\(request.search.isEmpty ? "all contacts" : "contacts") \(request.asker)"
      }
    case .loadOrders(let request) where !request.filter.search.isEmpty: "orders \(request.asker)"
    case .loadStatistics: "statistics"
    case .loadMisses: "missed calls"
    case .loadCallStory: "call story"
    default: nil
    }
  }
}

extension LogRequest {
  /// Whether it is for the log as it is: no page of that takes more than the next one.
  var isPlain: Bool {
    filter.isEmpty && sort == .newestFirst
  }
}
