import Domain

/// What the store has of one call beside its row in the log.
public struct CallFile: Sendable {
  public let integration: Integration
  /// Nil where no delivery of the call could be read.
  public let record: CallRecord?
  /// The contacts that have the client's number.
  public let owners: [ContactReference]
  public let isClientByHand: Bool
  public let isOrderByHand: Bool
}

extension Store {
  /// Nil where there is no such call.
  public func callFile(_ id: Call.ID) throws(StoreError) -> CallFile? {
    guard let call = try storedCall(id),
      let integration = try integrations().first(where: { $0.id == call.integration })
    else { return nil }
    var owners: [ContactReference] = []
    if let number = call.clientID {
      for owner in try self.owners(of: number).prefix(Store.ownersShown) {
        if let reference = try reference(to: owner) { owners.append(reference) }
      }
    }
    let hand = try connection.first(
      """
      SELECT contact_id IS NOT NULL OR is_detached, order_id IS NOT NULL OR is_about_no_order
      FROM call_hand WHERE call_id = ?
      """, id
    ) { (client: $0.bool(), order: $0.bool()) }
    return CallFile(
      integration: integration, record: call.record, owners: owners,
      isClientByHand: hand?.client ?? false, isOrderByHand: hand?.order ?? false)
  }

  /// A number of more contacts than anyone would read through.
  private static let ownersShown = 20
}
