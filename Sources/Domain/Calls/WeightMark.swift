/// Says which fields of a stored call an event of that weight told.
///
/// Stored as the phase's byte, then talk and the field set as little-endian base-128 numbers (seven
/// bits a byte, the high bit set on all but the last).
struct WeightMark {
  let weight: Weight
  private(set) var fields: UInt32

  init(weight: Weight, field: CallField) {
    self.weight = weight
    fields = 1 << field.rawValue
  }

  private init(weight: Weight, fields: UInt32) {
    self.weight = weight
    self.fields = fields
  }

  func contains(_ field: CallField) -> Bool {
    fields & (1 << field.rawValue) != 0
  }

  mutating func insert(_ field: CallField) {
    fields |= 1 << field.rawValue
  }

  static func encode(_ marks: [WeightMark]) -> [UInt8] {
    var bytes: [UInt8] = []
    for mark in marks {
      bytes.append(UInt8(mark.weight.phase.rawValue))
      append(UInt64(max(0, mark.weight.talk)), to: &bytes)
      append(UInt64(mark.fields), to: &bytes)
    }
    return bytes
  }

  /// Reads as many whole marks as stand there: a damaged tail is left out, not an error.
  static func decode(_ bytes: [UInt8]) -> [WeightMark] {
    var marks: [WeightMark] = []
    var rest = bytes[...]
    while let phase = rest.popFirst().flatMap({ Phase(rawValue: Int($0)) }),
      let talk = number(&rest).flatMap(Int.init(exactly:)),
      let fields = number(&rest).flatMap(UInt32.init(exactly:))
    {
      marks.append(WeightMark(weight: Weight(phase: phase, talk: talk), fields: fields))
    }
    return marks
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func number(_ bytes: inout ArraySlice<UInt8>) -> UInt64? {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = bytes.popFirst(), shift < 63 {
      number |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return number }
      shift += 7
    }
    return nil
  }
}
