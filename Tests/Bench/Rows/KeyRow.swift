/// Keys that are pressed in turn, and measured.
struct KeyRow {
  let name: String
  private let keys: [String]
  /// What is pressed before each of them, in turn, and not measured.
  private let leads: [String]
  /// Seconds without a byte between the two.
  private let pause: Double

  init(_ name: String, _ keys: [String], behind leads: [String] = [], after pause: Double = 0) {
    self.name = name
    self.keys = keys
    self.leads = leads
    self.pause = pause
  }

  /// - Returns: seconds from the key to the last byte painted.
  func press(_ round: Int, on pty: Pty) -> Double {
    if !leads.isEmpty { _ = pty.press(leads[round % leads.count], quiet: pause) }
    return pty.press(keys[round % keys.count]).time
  }
}
