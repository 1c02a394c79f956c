import Domain
import Store

/// Every pair of the kinds of filters, in date order, the first page.
struct FilterPairs {
  /// Several of each kind: what most calls have, what few have, what none has.
  static let words: [[String]] = [
    ["today", "yesterday", "last:7", "month", "..2026-02-01"],
    ["type:in", "type:out", "type:callback,internal"],
    ["status:answered", "status:busy,failed", "status:unknown", "status:not-understood"],
    ["missed"], ["notcalledback"], ["new"], ["has:recording", "no:recording"],
    ["employee:петр", "employee:nobody"],
    ["source:google", "medium:cpc", "source:nothing"],
    ["our:044", "our:сайт"],
    ["talk>60", "talk<5", "talk>1200"], ["wait>30", "wait>100"],
    ["from:067", "from:0501", "from:4567", "from:501234567"],
    ["олена", "іваненко", "ол", "шкода", "щосьтаке", "4567", "22"],
  ]

  struct Result {
    let filter: String
    /// Of the first answer.
    let time: Elapsed
    let rows: Int
    /// Whether it is the whole page.
    let isComplete: Bool
  }

  /// - Parameter limit: rows of a page.
  static func run(_ store: Store, at moment: Moment, limit: Int = 40) throws -> [Result] {
    var results: [Result] = []
    for (place, kind) in words.enumerated() {
      for other in words[place...] {
        for first in kind {
          for second in other where kind != other || first == second {
            let text = first == second ? first : "\(first) \(second)"
            guard let filter = try? FilterLanguage.filter(text) else { continue }
            var (rows, isComplete) = (0, true)
            let time = try Stopwatch.measure {
              let page = try store.calls(
                LogRequest(anchor: .first, limit: limit, filter: filter), at: moment)
              (rows, isComplete) = (page.rows.count, page.isComplete)
            }
            results.append(
              Result(filter: text, time: time, rows: rows, isComplete: isComplete))
          }
        }
      }
    }
    return results
  }
}
