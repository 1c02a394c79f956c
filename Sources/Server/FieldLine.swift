/// The reading of one field line of a head or a trailer (RFC 9112 section 5).
enum FieldLine {
  /// The field of a line without its CR LF. A folded line (a blank at its start), a blank before
  /// the colon and control characters are refused.
  static func parse(_ line: ArraySlice<UInt8>) throws(Refusal) -> Headers.Field {
    if let first = line.first, ASCII.isBlank(first) {
      throw .malformed("A header field may not be folded over lines.")
    }
    guard let colon = line.firstIndex(of: ASCII.colon), colon > line.startIndex,
      line[..<colon].allSatisfy(ASCII.isToken)
    else { throw .malformed("A header field must be a name, a colon and a value.") }
    let value = ASCII.trimmingBlanks(line[(colon + 1)...])
    guard value.allSatisfy(ASCII.isFieldValue) else {
      throw .malformed("A header field holds a control character.")
    }
    return Headers.Field(name: ASCII.text(line[..<colon]), value: ASCII.text(value))
  }
}
