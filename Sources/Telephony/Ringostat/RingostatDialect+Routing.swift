import Domain

/// The routing webhook ("redirecting the calls into your CRM").
extension RingostatDialect {
  /// Takes what a delivery may be written as, and never fails: a question that says nothing has an
  /// answer too.
  public func question(_ delivery: Delivery, own: OwnNumbers) -> RoutingQuestion {
    let parameters = Parameters(delivery)
    let call = parameters.first(.id, ValueReader.callID)
    let fields = fields(parameters, of: delivery, id: call)
    let record = CallRecord(
      CallEvent(
        providerID: call ?? "", occasion: .before, received: delivery.received, fields: fields))
    return RoutingQuestion(
      call: call, client: CallSides(record, own: own).client,
      requestID: parameters.requestID ?? "null")
  }

  /// - Parameter destination: digits or a SIP login; nil for an answer of that form that names
  ///   nobody.
  public static func reply(
    _ destination: String?, to question: RoutingQuestion, as reply: RouteReply
  ) -> (mediaType: String, body: [UInt8]) {
    let named =
      destination.map {
        "{\(JSONScalar.string(reply.name).json):\(JSONScalar.string($0).json)}"
      } ?? "{}"
    switch reply.form {
    case .text: return ("text/html; charset=UTF-8", Array((destination ?? "").utf8))
    case .json: return ("application/json", Array(named.utf8))
    case .jsonRPC:
      let json = "{\"jsonrpc\":\"2.0\",\"id\":\(question.requestID),\"result\":\(named)}"
      return ("application/json", Array(json.utf8))
    }
  }
}
