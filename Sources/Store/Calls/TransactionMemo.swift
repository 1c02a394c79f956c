/// What a transaction that writes has read, and nobody else can change before it ends: the deliveries of
/// one commit ask the same things again and again.
struct TransactionMemo {
  /// Row ids of numbers that were there.
  var numbers: [String: Int64] = [:]
  /// Nil before it was read, and nil within where nothing was ever forgotten.
  var forgettingSalt: String??
}
