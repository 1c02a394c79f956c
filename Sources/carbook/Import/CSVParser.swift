/// Cuts the lines of one record into its fields (RFC 4180), a line at a time: a field in quotation
/// marks may go on over several.
struct CSVParser {
  enum Outcome: Equatable {
    case record([String])
    /// The record goes on in the next line.
    case open
    case broken(Refusal)
  }

  private enum State {
    case start, plain, quoted, closed
  }

  private static let quote = UInt8(ascii: "\"")

  let separator: UInt8
  let encoding: TextEncoding
  private var state = State.start
  private var field: [UInt8] = []
  private var fields: [String] = []
  /// Bytes taken so far.
  private(set) var size = 0

  init(separator: UInt8, encoding: TextEncoding) {
    self.separator = separator
    self.encoding = encoding
  }

  mutating func take(_ line: [UInt8]) -> Outcome {
    size += line.count
    if state == .quoted { field.append(0x0A) }
    var position = 0
    while position < line.count {
      let byte = line[position]
      position += 1
      switch state {
      case .quoted:
        if byte != CSVParser.quote {
          field.append(byte)
        } else if position < line.count, line[position] == CSVParser.quote {
          field.append(byte)
          position += 1
        } else {
          state = .closed
        }
      case _ where byte == separator: endField()
      case .start where byte == CSVParser.quote:
        // Blanks between separator and quotation mark are not in RFC 4180, but in many files.
        field = []
        state = .quoted
      case .start, .plain:
        field.append(byte)
        if state == .start, byte != 0x20 { state = .plain }
      case .closed:
        guard byte == 0x20 || byte == 0x09 else { return .broken(.textAfterQuote) }
      }
    }
    if state == .quoted { return .open }
    endField()
    return .record(fields)
  }

  private mutating func endField() {
    fields.append(encoding.text(field))
    field.removeAll(keepingCapacity: true)
    state = .start
  }
}
