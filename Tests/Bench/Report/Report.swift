import Foundation

/// One line of the table.
struct Figure {
  let what: String
  let ours: String
  var peer = "–"
  var ratio = "–"
  var target = "–"
  /// Nil where there is no target.
  var isMet: Bool?
}

/// What the bench prints: notes while it runs on standard error, the table on standard output.
enum Report {
  static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func table(_ figures: [Figure]) -> String {
    let lines = figures.map {
      "| \($0.what) | \($0.ours) | \($0.peer) | \($0.ratio) | \($0.target) | "
        + "\($0.isMet.map { $0 ? "yes" : "**no**" } ?? "") |"
    }
    return
      (["| what | here | peer or limit | ratio | target | met |", "|---|---|---|---|---|---|"]
      + lines).joined(separator: "\n")
  }

  static func milliseconds(_ seconds: Double) -> String {
    String(
      format: seconds < 0.001 ? "%.3f ms" : seconds < 0.1 ? "%.2f ms" : "%.0f ms", seconds * 1000)
  }

  static func ratio(_ value: Double) -> String {
    String(format: value < 0.1 ? "%.3f" : value < 10 ? "%.2f" : "%.0f", value)
  }

  static func count(_ value: Double) -> String {
    String(format: value < 10 ? "%.2f" : "%.0f", value)
  }
}
