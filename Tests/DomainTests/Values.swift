import Domain

/// Short ways to write values in tables.

func number(_ text: String) -> PhoneNumber? {
  NumberPlan.ukraine.number(text)
}

/// `2026-10-25 03:30:00`, as UTC.
func utc(_ text: String) -> Timestamp {
  Timestamp(seconds: clock(text)?.secondsSinceEpoch ?? .min)
}

func clock(_ text: String) -> CivilTime? {
  let parts = text.split { "- :".contains($0) }.compactMap { Int($0) }
  guard parts.count == 6, let date = CivilDate(year: parts[0], month: parts[1], day: parts[2])
  else { return nil }
  return CivilTime(date: date, hour: parts[3], minute: parts[4], second: parts[5])
}

func fields(_ change: (inout CallFields) -> Void) -> CallFields {
  var fields = CallFields()
  change(&fields)
  return fields
}

/// SplitMix64: the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
