import Domain

/// What is found on the machine: clock and terminal.
struct MachineFindings {
  let environment: Environment
  let now: Timestamp

  /// 2025-01-01: this program is younger.
  private static let earliest = Timestamp(seconds: 1_735_689_600)

  var all: [Finding] {
    [clock, terminal]
  }

  private var clock: Finding {
    now < MachineFindings.earliest
      ? Finding("clock", .fail, "The clock says \(now.iso8601): set it.")
      : Finding("clock", .ok, "The clock says \(now.iso8601).")
  }

  private var terminal: Finding {
    let name = environment["TERM"] ?? ""
    guard !name.isEmpty, name != "dumb" else {
      return Finding("terminal", .warn, "TERM names no terminal: the console needs one.")
    }
    // The first that is set decides (POSIX, section 8.2).
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    let encoding = (locale ?? "").lowercased().replacing("-", with: "")
    guard encoding.contains("utf8") else {
      return Finding(
        "terminal", .warn, "The locale is not UTF-8: set LANG to C.UTF-8 or uk_UA.UTF-8.")
    }
    return Finding("terminal", .ok, "The terminal is \(quoted(name)), in UTF-8.")
  }
}
