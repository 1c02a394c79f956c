/// What was found out about rows, by their ids. Where it is much it is forgotten as a whole: most of it
/// would not be asked for again.
final class RowMemo<Value> {
  private let limit = 50_000
  private var known: [Int64: Value] = [:]

  /// - Parameter find: asked where it is not known.
  func value(
    of id: Int64, _ find: () throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    if let value = known[id] { return value }
    let value = try find()
    if known.count >= limit { known = [:] }
    known[id] = value
    return value
  }
}
