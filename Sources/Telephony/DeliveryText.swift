import Domain

/// A request as lines to be read: parameters as `name = value`, JSON with a value a line, their
/// encodings undone. Whoever shows them sanitises them: they say what the sender wanted them to.
public enum DeliveryText {
  /// What is shown of a body, in bytes, and of all of it in lines.
  static let bodyLimit = 8 * 1024
  static let lineLimit = 500

  public static func lines(_ delivery: Delivery) -> [String] {
    var lines = [[delivery.method, delivery.mediaType ?? ""].filter { !$0.isEmpty }]
      .map { $0.joined(separator: " ") }
    lines += delivery.headers.map { "\($0.name): \($0.value)" }
    if let query = delivery.query { lines += pairs(Array(query.utf8)) }
    lines += body(delivery.body.prefix(bodyLimit), mediaType: delivery.mediaType ?? "")
    let isCut = delivery.body.count > bodyLimit || lines.count > lineLimit
    return lines.prefix(lineLimit) + (isCut ? ["…"] : [])
  }

  /// As `Parameters` does: the first byte says more of the form than the media type.
  private static func body(_ body: ArraySlice<UInt8>, mediaType: String) -> [String] {
    let text = body.starts(with: [0xEF, 0xBB, 0xBF]) ? body.dropFirst(3) : body
    let start = text.first { $0 > 0x20 }
    if start == .openBrace || start == .openBracket {
      let json = Array(TextDecoder.text(text).utf8)
      return JSONLines.lines(json) ?? plain(json)
    }
    if mediaType.lowercased().hasPrefix("multipart/form-data") {
      let fields = MultipartReader.fields(Array(text))
      return fields.isEmpty ? plain(Array(text)) : fields.map { "\($0.name) = \($0.value)" }
    }
    return text.contains(UInt8(ascii: "=")) ? pairs(Array(text)) : plain(Array(text))
  }

  /// A form's names as they were sent, brackets and all.
  private static func pairs(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "&"), maxSplits: FormDecoder.limit).map { pair in
      let halves = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      return halves.map { FormDecoder.decode($0) }.joined(separator: " = ")
    }
  }

  private static func plain(_ bytes: [UInt8]) -> [String] {
    TextDecoder.text(bytes).split(whereSeparator: \.isNewline).map(String.init)
  }
}
