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
