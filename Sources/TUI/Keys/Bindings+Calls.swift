import Domain

/// The keys for what is done with one call, wherever it is seen, and for taking it back.
extension Bindings {
  private static let noCall: @Sendable (ConsoleState) -> Phrase? = {
    $0.currentCall == nil ? .whyNoCall : nil
  }

  static let calls: [Binding] = [
    Binding(.character("i"), does: .note, label: .doNote, whyNot: noCall),
    Binding(.character("a"), does: .attach, label: .doAttach, whyNot: noCall),
    Binding(.character("J"), does: .olderCall, label: .doOlderCall, whyNot: noClient),
    Binding(.character("K"), does: .newerCall, label: .doNewerCall, whyNot: noClient),
  ]

  private static let noClient: @Sendable (ConsoleState) -> Phrase? = {
    guard let call = $0.currentCall else { return .whyNoCall }
    return call.client == nil && call.contact == nil ? .whyNobodyKnown : nil
  }

  /// The Call back screen has a key of its own for it.
  static let settling: [Binding] = [
    Binding(.character("b"), does: .settle, label: .doSettle) {
      guard let call = $0.currentCall else { return .whyNoCall }
      return call.comments.contains(.notCalledBack) ? nil : .whyNotOwed
    }
  ]

  /// On every screen and in every card.
  static let everywhere: [Binding] =
    [
      Binding(.character("H"), .altLeft, does: .back, label: .doBack) {
        $0.trail.behind.isEmpty ? .whyNothingBehind : nil
      },
      Binding(.character("L"), .altRight, does: .forward, label: .doForward) {
        $0.trail.ahead.isEmpty ? .whyNothingAhead : nil
      },
      Binding(.character(":"), does: .commandLine, label: .doCommandLine),
    ] + retracing

  /// What was done last is taken back, and done again.
  static let retracing: [Binding] = [
    Binding(.character("u"), does: .undo, label: .doUndo),
    Binding(.control("r"), does: .redo, label: .doRedo),
  ]

  /// One call on the whole screen.
  static let call: [Binding] = [
    Binding(.escape, .character("q"), does: .close, label: .doClose, hinted: true),
    Binding(.tab, does: .nextSection, label: .doNextSection, hinted: true),
    Binding(.backTab, does: .previousSection, label: .doPreviousSection),
    Binding(.character("c"), does: .contact, label: .doContact, hinted: true) {
      guard let call = $0.currentCall else { return .whyNoCall }
      let hasKey = call.contact != nil || call.isFromNewClient || call.ownerCount > 1
      return hasKey ? nil : .whyNoContact
    },
    Binding(.character("o"), does: .order, label: .doOrder, hinted: true) {
      $0.currentCall?.order == nil ? .whyNoOrder : nil
    },
    newOrder,
    contactOfCall,
    Binding(.character("U"), does: .employeeOfCall, label: .doEmployeeOfCall) {
      $0.employeeOfCall == nil ? .whyNoEmployeeOfCall : nil
    },
    Binding(.up, .character("k"), does: .up, label: .doUp),
    Binding(.down, .character("j"), does: .down, label: .doDown),
    Binding(.pageUp, .control("b"), does: .pageUp, label: .doPageUp),
    Binding(.pageDown, .control("f"), .character(" "), does: .pageDown, label: .doPageDown),
    Binding(.home, .character("g"), does: .first, label: .doFirst),
    Binding(.end, .character("G"), does: .last, label: .doLast),
    Binding(.character("n"), does: .newClient, label: .doNewClient) {
      if !$0.prompts.prompts.isEmpty { return nil }
      return $0.currentCall?.isFromNewClient == true ? nil : .notANewClient
    },
    Binding(.character("?"), does: .help, label: .doHelp),
  ]

  static let note: [Binding] = [
    Binding(.enter, .function(2), .control("s"), does: .save, label: .doSave, hinted: true),
    Binding(.escape, does: .close, label: .doLeaveForm, hinted: true),
  ]

  static let orderPicker: [Binding] = [
    Binding(.enter, does: .pick, label: .doPick, hinted: true),
    Binding(.up, does: .up, label: .doUp),
    Binding(.down, does: .down, label: .doDown),
    Binding(.pageUp, does: .pageUp, label: .doPageUp),
    Binding(.pageDown, does: .pageDown, label: .doPageDown),
    Binding(.escape, does: .close, label: .doClose, hinted: true),
  ]

  // MARK: Menus

  static let sortRows: [Binding] = [
    Binding(.character("d"), does: .sort(.date), label: .columnDate),
    Binding(.character("w"), does: .sort(.wait), label: .columnWait),
    Binding(.character("t"), does: .sort(.talk), label: .columnTalk),
    Binding(.character("c"), does: .sort(.customer), label: .columnCustomer),
    Binding(.character("s"), does: .sort(.status), label: .columnStatus),
  ]

  static let attachRows: [Binding] = [
    Binding(.character("c"), does: .attachContact, label: .doAttachContact),
    Binding(.character("o"), does: .attachOrder, label: .doAttachOrder),
    Binding(.character("x"), does: .detachContact, label: .doDetachContact) {
      $0.currentCall?.contact == nil ? .whyNobodys : nil
    },
    Binding(.character("n"), does: .detachOrder, label: .doDetachOrder) {
      $0.currentCall?.order == nil ? .whyNoOrder : nil
    },
    Binding(.character("r"), does: .followRule, label: .doFollowRule) {
      guard let story = $0.story.value else { return nil }
      return story.isClientByHand || story.isOrderByHand ? nil : .whyNotByHand
    },
  ]

  static let menu: [Binding] = [
    Binding(.enter, does: .choose, label: .doPick, hinted: true),
    Binding(.up, .character("k"), does: .up, label: .doUp),
    Binding(.down, .character("j"), does: .down, label: .doDown),
    Binding(.home, does: .first, label: .doFirst),
    Binding(.end, does: .last, label: .doLast),
    Binding(.escape, .character("q"), does: .close, label: .doClose, hinted: true),
    Binding(.character("?"), does: .help, label: .doHelp),
  ]
}
