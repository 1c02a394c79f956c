import Domain
import FoundationEssentials

/// The form of a delivery in the spool: one line, `CRC LENGTH FIELD FIELD …`, with a line feed before
/// and after it.
///
/// Texts and bytes are base64, so no line feed can stand inside: whatever was torn or damaged, the
/// next record is found again, and nothing in a delivery can be taken for a record.
extension ReceivedDelivery {
  var spoolLine: [UInt8] {
    let fields = [
      id.uuidString, String(integration.rawValue), occasion.rawValue, origin.rawValue,
      String(received.milliseconds), SpoolText.encode(raw.method), SpoolText.encode(raw.query),
      raw.mediaType.map(SpoolText.encode) ?? SpoolText.none, SpoolText.encode(raw.body),
      raw.headers.map { SpoolText.encode($0.name) + ":" + SpoolText.encode($0.value) }
        .joined(separator: ","),
      makesCall ? SpoolText.on : SpoolText.off,
    ]
    return [SpoolText.lineFeed]
      + ReceivedDelivery.framed(Array(fields.joined(separator: " ").utf8)[...])
      + [SpoolText.lineFeed]
  }

  /// - Parameter line: without the line feeds.
  /// - Returns: nil for a line that is torn or damaged.
  init?(spoolLine line: ArraySlice<UInt8>) {
    let parts = line.split(
      separator: SpoolText.blank, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, line.elementsEqual(ReceivedDelivery.framed(parts[2])) else {
      return nil
    }
    let fields = parts[2].split(separator: SpoolText.blank, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard fields.count == 11, let id = UUID(uuidString: fields[0]),
      let integration = Int64(fields[1]), let occasion = Occasion(rawValue: fields[2]),
      let origin = PromptRule.Origin(rawValue: fields[3]), let received = Int64(fields[4]),
      let method = SpoolText.text(fields[5]), let query = SpoolText.text(fields[6]),
      let body = SpoolText.bytes(fields[8]), [SpoolText.on, SpoolText.off].contains(fields[10])
    else { return nil }
    let headers = fields[9].split(separator: ",").compactMap { pair -> RawDelivery.Header? in
      let sides = pair.split(separator: ":", omittingEmptySubsequences: false)
      guard sides.count == 2, let name = SpoolText.text(String(sides[0])),
        let value = SpoolText.text(String(sides[1]))
      else { return nil }
      return RawDelivery.Header(name: name, value: value)
    }
    let mediaType = fields[7] == SpoolText.none ? nil : SpoolText.text(fields[7])
    self.init(
      id: id, integration: Integration.ID(integration), occasion: occasion, origin: origin,
      received: Timestamp(milliseconds: received),
      raw: RawDelivery(
        method: method, query: query, mediaType: mediaType, headers: headers, body: body),
      makesCall: fields[10] == SpoolText.on)
  }

  private static func framed(_ content: ArraySlice<UInt8>) -> [UInt8] {
    let digits = String(CRC32.of(content), radix: 16)
    let checksum = String(repeating: "0", count: 8 - digits.count) + digits
    return Array("\(checksum) \(content.count) ".utf8) + content
  }
}

/// Pieces of a spool's line.
enum SpoolText {
  static let lineFeed = UInt8(ascii: "\n")
  static let blank = UInt8(ascii: " ")
  /// Stands for what was not said; no base64 text is this.
  static let none = "-"
  /// Whether the integration was, when the delivery came.
  static let on = "on"
  static let off = "off"

  static func encode(_ text: String) -> String {
    encode(Array(text.utf8))
  }

  static func encode(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString()
  }

  static func text(_ code: String) -> String? {
    bytes(code).map { String(decoding: $0, as: UTF8.self) }
  }

  static func bytes(_ code: String) -> [UInt8]? {
    Data(base64Encoded: code).map { [UInt8]($0) }
  }
}
