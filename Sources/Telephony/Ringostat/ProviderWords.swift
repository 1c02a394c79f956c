/// What the provider says to a person in an answer that is no success.
public enum ProviderWords {
  /// The message of a JSON object, else plain text; nil for nothing and for a page of HTML.
  /// - Parameter body: as much of it as is read.
  public static func text(_ body: [UInt8]) -> String? {
    let start = body.first { $0 > 0x20 }
    guard let start, start != UInt8(ascii: "<") else { return nil }
    if start == .openBrace, let members = JSONReader.members(body) {
      let names = ["message", "error", "detail", "errors"]
      if let said = names.lazy.compactMap({ members[$0].flatMap(JSONReader.text) }).first {
        return said
      }
    }
    return TextDecoder.text(body.prefix(2000))
  }
}
