/// An address in a few bytes: what stands before the last "/" is a phrase, and the call's own id
/// within the rest is one mark.
struct PackedURL {
  /// U+0001: in no address.
  private static let mark: UInt8 = 1

  static func pack(_ url: String?, id: String) -> (base: String?, rest: String?) {
    guard let url else { return (nil, nil) }
    let bytes = Array(url.utf8)
    guard let slash = lastSlash(in: bytes) else { return (nil, url) }
    let base = String(decoding: bytes[...slash], as: UTF8.self)
    return (base, replaced(bytes[(slash + 1)...], Array(id.utf8), with: [mark]))
  }

  /// Of the path: a query may hold slashes of its own. Nil also where the mark is in the address.
  private static func lastSlash(in url: [UInt8]) -> Int? {
    var slash: Int?
    var isPath = true
    for (index, byte) in url.enumerated() {
      switch byte {
      case mark: return nil
      case UInt8(ascii: "?"), UInt8(ascii: "#"): isPath = false
      case UInt8(ascii: "/") where isPath: slash = index
      default: break
      }
    }
    return slash
  }

  static func unpack(base: String?, rest: String?, id: String) -> String? {
    guard let rest else { return nil }
    guard let base else { return rest }
    return base + replaced(Array(rest.utf8)[...], [mark], with: Array(id.utf8))
  }

  /// Byte by byte: the standard library's search by characters costs more than storing the call.
  private static func replaced(
    _ text: ArraySlice<UInt8>, _ part: [UInt8], with other: [UInt8]
  ) -> String {
    guard let first = part.first else { return String(decoding: text, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var place = text.startIndex
    while place < text.endIndex {
      if text[place] == first && text[place...].starts(with: part) {
        result += other
        place += part.count
      } else {
        result.append(text[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
