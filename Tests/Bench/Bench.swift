import Foundation

/// What the command line asks for, and the rows in the order of the table.
struct Bench {
  private var calls = 10_000_000
  private var rounds = 5
  private var seconds = 10
  private var idle = 60
  /// Parts of the table; empty for all.
  private var parts: Set<String> = []

  static let usage = """
    usage: bench [--calls 10000000] [--rounds 5] [--seconds 10] [--idle 60] [PART...]
    parts: deliveries painted console store import
    """

  init(_ arguments: [String]) throws {
    var arguments = arguments[...]
    while let argument = arguments.popFirst() {
      guard argument.hasPrefix("--") else {
        parts.insert(argument)
        continue
      }
      guard let value = arguments.popFirst().flatMap({ Int($0) }), value > 0 else {
        throw BenchError(Bench.usage)
      }
      switch argument {
      case "--calls": calls = value
      case "--rounds": rounds = value
      case "--seconds": seconds = value
      case "--idle": idle = value
      default: throw BenchError(Bench.usage)
      }
    }
  }

  func run() throws -> [Figure] {
    let place = try Workplace()
    defer { place.remove() }
    let all: [(name: String, figures: () throws -> [Figure])] = [
      ("deliveries", Deliveries(place: place, seconds: seconds).figures),
      ("painted", PaintedRows(place: place, rounds: rounds).figures),
      ("console", ConsoleRows(place: place, calls: calls, rounds: rounds, idle: idle).figures),
      ("store", StoreRows(place: place, calls: calls).figures),
      ("import", ImportRows(place: place, rows: 100_000).figures),
    ]
    var figures: [Figure] = []
    for part in all where parts.isEmpty || parts.contains(part.name) {
      Report.note(part.name)
      do {
        figures += try part.figures()
      } catch {
        figures.append(Figure(what: part.name, ours: "could not be measured: \(error)"))
      }
    }
    return figures
  }
}
