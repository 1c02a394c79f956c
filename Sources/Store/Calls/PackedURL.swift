/// An address in a few bytes: what stands before the last "/" is a phrase, and the call's own id
/// within the rest is one mark.
struct PackedURL {
  /// U+0001: in no address.
  private static let mark: Character = "\u{1}"

  static func pack(_ url: String?, id: String) -> (base: String?, rest: String?) {
    guard let url else { return (nil, nil) }
    // A query may hold slashes of its own.
    let path = url.prefix { $0 != "?" && $0 != "#" }
    guard let slash = path.lastIndex(of: "/"), !url.contains(mark) else { return (nil, url) }
    let base = String(url[...slash])
    let rest = String(url[url.index(after: slash)...])
    return (base, id.isEmpty ? rest : rest.replacing(id, with: String(mark)))
  }

  static func unpack(base: String?, rest: String?, id: String) -> String? {
    guard let rest else { return nil }
    guard let base else { return rest }
    return base + rest.replacing(String(mark), with: id)
  }
}
