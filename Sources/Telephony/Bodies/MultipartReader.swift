import Domain

/// Reads the plain fields of a `multipart/form-data` body (RFC 7578), which is what PHP's curl
/// sends when it is handed an array. Files are left out.
enum MultipartReader {
  /// The delimiter is taken from the first line, so the boundary parameter is not needed.
  static func fields(_ bytes: [UInt8]) -> [(name: String, value: String)] {
    let lines = TextDecoder.text(bytes).replacingLineEnds.split(
      separator: "\n" as Unicode.Scalar, omittingEmptySubsequences: false)
    guard let delimiter = lines.first, delimiter.starts(with: "--".unicodeScalars) else {
      return []
    }
    return lines.dropFirst().split(maxSplits: FormDecoder.limit) {
      $0.starts(with: delimiter)
    }.compactMap(field)
  }

  /// A part is header lines, an empty line and the value.
  private static func field(_ part: ArraySlice<Substring.UnicodeScalarView>) -> (
    name: String, value: String
  )? {
    guard let blank = part.firstIndex(where: \.isEmpty) else { return nil }
    let head = part[..<blank].map { String($0) }
    guard
      let disposition = head.first(where: {
        $0.lowercased().hasPrefix("content-disposition:")
      }), !disposition.contains("filename"),
      let name = parameter("name", of: disposition)
    else { return nil }
    let value = part[(blank + 1)...].map { String($0) }.joined(separator: "\n")
    return (name, value)
  }

  private static func parameter(_ name: String, of line: String) -> String? {
    for part in line.split(separator: ";").dropFirst() {
      let halves = part.split(separator: "=", maxSplits: 1)
      if halves.count == 2, halves[0].trimmed == name {
        return String(halves[1].trimmed.drop { $0 == "\"" }.prefix { $0 != "\"" })
      }
    }
    return nil
  }
}

extension String {
  /// CRLF as LF. By scalars: Swift takes CRLF for one character.
  fileprivate var replacingLineEnds: Substring.UnicodeScalarView {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars where scalar != "\r" {
      scalars.append(scalar)
    }
    return scalars[...]
  }
}
