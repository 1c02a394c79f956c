import Domain
import Testing

/// "Which side is the client?" of the provider facts; "caller / called / client" of the design.
@Suite struct CallSidesTests {
  private static let ours = "0441112233"
  private static let client = "+380501112233"
  private static let other = "+380671112233"

  @Test(
    arguments: [
      // no own numbers are set: both may look outside
      ("in", client, other, nil, [], CallType.incoming, client),
      ("callback", client, other, nil, [], .callback, client),
      ("out", other, client, nil, [], .outgoing, client),
      // the number an outgoing call shows is ours
      ("out", other, client, other, [], .outgoing, client),
      ("out", client, other, other, [], .outgoing, client),
      // one of ours, whichever side it stands on
      ("in", client, ours, nil, [ours], .incoming, client),
      ("in", ours, client, nil, [ours], .incoming, client),
      ("out", ours, client, nil, [ours], .outgoing, client),
      ("callback", ours, client, nil, [ours], .callback, client),
      // logins and extensions are ours
      ("out", "ivanenko", client, nil, [], .outgoing, client),
      ("out", client, "ivanenko", nil, [], .outgoing, client),
      ("in", client, "101", nil, [], .incoming, client),
      // both ours
      ("in", "101", "ivanenko", nil, [], .internal, nil),
      ("out", "101", ours, nil, [ours], .internal, nil),
      ("out", ours, "102", ours, [], .internal, nil),
      // hidden: nobody's, never the other side
      ("in", nil, ours, nil, [ours], .incoming, nil), ("in", nil, other, nil, [], .incoming, nil),
      ("out", ours, nil, nil, [ours], .outgoing, nil), ("in", nil, nil, nil, [], .incoming, nil),
    ] as [(String, String?, String?, String?, [String], CallType, String?)])
  func sides(
    _ said: String, _ caller: String?, _ called: String?, _ outbound: String?, _ own: [String],
    _ type: CallType, _ client: String?
  ) {
    let sides = sides(said, caller, called, outbound, own, .after)
    #expect(sides.type == type)
    #expect(sides.client == client.flatMap(number))
  }

  @Test(arguments: [
    (client, other, Occasion.before, CallType.incoming, client),
    (other, client, .beforeOutgoing, .outgoing, client),
    ("ivanenko", client, .before, .outgoing, client), (client, "101", .after, .incoming, client),
  ])
  func noTypeSaid(
    _ caller: String, _ called: String, _ occasion: Occasion, _ type: CallType, _ client: String
  ) {
    let sides = sides(nil, caller, called, nil, [], occasion)
    #expect(sides.type == type)
    #expect(sides.client == number(client))
  }

  private func sides(
    _ said: String?, _ caller: String?, _ called: String?, _ outbound: String?, _ own: [String],
    _ occasion: Occasion
  ) -> CallSides {
    let event = CallEvent(
      providerID: "1", occasion: occasion, received: Timestamp(seconds: 1),
      fields: fields {
        $0.type = said.flatMap(CallType.init)
        $0.caller = caller.flatMap(number)
        $0.called = called.flatMap(number)
        $0.outbound = outbound.flatMap(number)
      })
    return CallSides(CallRecord(event), own: OwnNumbers(Set(own.compactMap(number))))
  }
}
