import Domain

/// A file's text: how it is written down, and its lines.
struct ImportText {
  let encoding: TextEncoding
  let format: ImportFormat
  let lines: LineReader

  /// - Parameter format: nil to find it out from the first bytes.
  init(_ file: ImportFile, format: ImportFormat?) throws {
    var start = try file.read()
    let (encoding, markLength) = TextEncoding.detect(start)
    start.removeFirst(markLength)
    var transcoder: UTF16Transcoder?
    if case .utf16(let isBigEndian) = encoding {
      transcoder = UTF16Transcoder(isBigEndian: isBigEndian)
      start = transcoder?.utf8(start) ?? []
    }
    self.encoding = transcoder == nil ? encoding : .utf8
    self.format = format ?? ImportFormat(start)
    var first: [UInt8]? = start
    lines = LineReader {
      if let start = first, !start.isEmpty {
        first = nil
        return start
      }
      let bytes = try file.read()
      return transcoder?.utf8(bytes) ?? bytes
    }
  }
}

/// How rows stand in a file.
enum ImportFormat: String, CaseIterable {
  case csv
  case vcard
  case jsonl

  /// By the first bytes of the text.
  init(_ start: [UInt8]) {
    let text = String(decoding: start.prefix(200), as: UTF8.self).trimmed
    if text.first == "{" {
      self = .jsonl
    } else {
      self = text.uppercased().hasPrefix("BEGIN:VCARD") ? .vcard : .csv
    }
  }
}
