import Domain

/// What stands in a call's card.
extension ConsoleState {
  /// - Parameter columns: the room; what is longer goes on in further lines.
  func sections(of call: Call, columns: Int) -> [(title: Phrase, lines: [PaneLine])] {
    let story = self.story.id == call.id ? self.story.value : nil
    let facts = wholeFacts(call) + (story.map(saidFacts) ?? [])
    let levels = recordings.playback(of: call) == nil ? [] : levelLines(columns: columns)
    let ours: [(title: Phrase, lines: [PaneLine])] = [
      (
        .sectionActivity,
        story?.activity.map { activityLines($0, of: call, columns: columns) } ?? []
      ),
      (.sectionRouting, story.map { routeLines($0.routes, columns: columns) } ?? []),
    ]
    let known: [(title: Phrase, lines: [PaneLine])] =
      [(.call, levels + factLines(facts, columns: columns))] + ours.filter { !$0.lines.isEmpty }
      + [
        (.sectionReason, reasonLines(call, columns: columns)),
        (
          .contact,
          contactLines(of: call, columns: columns) + (story.map { ownerLines($0, of: call) } ?? [])
        ),
        (.order, orderLines(of: call, columns: columns) + byHand(story?.isOrderByHand)),
        (.columnSource, factLines(sourceFacts(call, story), columns: columns)),
      ]
    guard let story else {
      return known + [(.sectionDeliveries, [PaneLine(words(.loading), .dim)])]
    }
    let raw = story.deliveries.enumerated().map { rawLines($1, number: $0 + 1, columns: columns) }
    return known + [(.sectionDeliveries, deliveryLines(story, columns: columns))]
      + (raw.isEmpty ? [] : [(.sectionRaw, Array(raw.joined(separator: [PaneLine("")])))])
  }

  /// A label and its value, which goes on in further lines where it is long.
  func factLines(_ facts: [CallFact], columns: Int) -> [PaneLine] {
    let labels = facts.map { DisplayWidth.of($0.label) }.max() ?? 0
    return facts.flatMap { fact in
      let lines = TextWrap.lines(SafeText.clean(fact.value), columns: columns - labels - 2)
      return lines.enumerated().map { index, text in
        PaneLine(
          (SafeText.fitted(index == 0 ? fact.label : "", columns: labels) + "  ", .label),
          (text, fact.role), leadingTo: fact.value)
      }
    }
  }

  func fact(_ label: Phrase, _ value: String?, _ role: Role = .value) -> CallFact? {
    value.map { (words(label), $0, role) }
  }

  // MARK: The call

  /// What the log knows of it, to the second and to the letter.
  private func wholeFacts(_ call: Call) -> [CallFact] {
    let date = words(.columnDate)
    return callFacts(call).map { fact in
      fact.label == date ? (date, wording.dateTimeWithSeconds(call.start), .value) : fact
    }
      + [
        fact(.factRecordingLink, call.recording, .link), fact(.rawStatus, call.disposition?.raw),
        fact(.providerID, call.providerID),
      ]
      .compactMap { $0 }
  }

  /// What the provider said that has no column.
  private func saidFacts(_ story: CallStory) -> [CallFact] {
    let said = story.fields
    return [
      fact(.factDuration, said.duration.map { wording.duration(Int64($0)) }),
      fact(.factLine, said.outbound.map { wording.number($0) }),
      fact(.factDepartment, said.department), fact(.factStaffID, said.staffID),
      fact(.factCallCard, said.callCard, .link), fact(.factGoogleClientID, said.googleClientID),
    ].compactMap { $0 } + remarkFacts(story, of: CallRemark.ofQuality)
      + [
        fact(.factIntegration, story.integration),
        fact(.factFirstHeard, story.firstReceived.map(wording.dateTimeWithSeconds)),
      ].compactMap { $0 }
  }

  /// `MISSED: ← in · NO ANSWER · ended`, and the rule in a sentence.
  private func reasonLines(_ call: Call, columns: Int) -> [PaneLine] {
    let reason = call.statusReason(at: now)
    let status = wording.status(call)
    var facts = ""
    if let type = reason.type {
      facts =
        ": "
        + [
          wording.type(type), reason.disposition?.raw ?? words(.reasonNoResult),
          words(reason.phase.name),
        ].joined(separator: " · ")
    }
    return [PaneLine((status.text, status.role), (facts, .plain))]
      + TextWrap.lines(words(reason.rule.sentence), columns: columns).map { PaneLine($0) }
  }

  private func ownerLines(_ story: CallStory, of call: Call) -> [PaneLine] {
    let others = story.owners.filter { $0 != call.contact }.map(wording.name)
    let line = PaneLine(words(.factOwners, others.joined(separator: ", ")))
    return (others.isEmpty ? [] : [line]) + byHand(story.isClientByHand)
  }

  private func byHand(_ isByHand: Bool?) -> [PaneLine] {
    isByHand == true ? [PaneLine(words(.factByHand), .dim)] : []
  }

  /// All five as they were said, `(direct)` and all.
  private func sourceFacts(_ call: Call, _ story: CallStory?) -> [CallFact] {
    let said = story?.fields
    let values = [
      said?.utmSource, said?.utmMedium, said?.utmCampaign, said?.utmContent, said?.utmTerm,
    ]
    let names = ["source", "medium", "campaign", "content", "term"]
    return names.indices.map { index in
      ("utm_" + names[index], values[index] ?? call.source.values[index] ?? "—", .value)
    } + (story.map { remarkFacts($0, of: CallRemark.ofSource) } ?? [])
  }

  private func remarkFacts(_ story: CallStory, of remarks: [CallRemark]) -> [CallFact] {
    remarks.compactMap { fact($0.label, story.remarks[$0]) }
  }

  // MARK: Deliveries

  /// `1  today 14:31:53  after  changed the call  MISSED`, and below it what it said.
  private func deliveryLines(_ story: CallStory, columns: Int) -> [PaneLine] {
    if story.deliveries.isEmpty {
      return TextWrap.lines(words(.noDeliveries), columns: columns).map { PaneLine($0, .dim) }
    }
    let lines = story.deliveries.enumerated().flatMap { index, delivery in
      let status = delivery.status.map { wording.status($0, delivery.fields?.disposition) }
      let said = delivery.fields.map(summary) ?? words(.notUnderstood)
      let head = PaneLine(
        (heading(delivery, number: index + 1), .label),
        ("  " + words(delivery.outcome.name), .dim),
        (status.map { "  " + $0.text } ?? "", status?.role ?? .plain))
      return [head]
        + TextWrap.lines(SafeText.clean(said), columns: columns - 3).map { PaneLine("   " + $0) }
    }
    return (story.hasEarlier ? [PaneLine(words(.earlierDeliveries), .dim)] : []) + lines
  }

  private func heading(_ delivery: CallDelivery, number: Int) -> String {
    "\(number)  \(wording.dateTimeWithSeconds(delivery.received))  \(delivery.occasion.rawValue)"
  }

  /// What one delivery said, in words.
  private func summary(_ said: CallFields) -> String {
    let facts = [
      fact(.columnType, said.type.map { wording.type($0) }),
      fact(.columnStatus, said.disposition?.raw),
      fact(.factDuration, said.duration.map { wording.duration(Int64($0)) }),
      fact(.columnWait, said.wait.map { wording.duration(Int64($0)) }),
      fact(.columnTalk, said.talk.map { wording.duration(Int64($0)) }),
      fact(.columnCaller, said.caller?.grouped), fact(.columnCalled, said.called?.grouped),
      fact(.factPool, said.pool), fact(.columnConnected, said.connectedWith),
      fact(.factDepartment, said.department),
      fact(.columnSource, said.source.text.isEmpty ? nil : said.source.text),
      fact(.recording, said.recording.map { _ in "▶" }),
    ].compactMap { $0 }
    if facts.isEmpty { return words(.saidNothing) }
    return facts.map { "\($0.label): \($0.value)" }.joined(separator: " · ")
  }

  /// The request, line by line; what was indented stays so where it goes on in a further line.
  private func rawLines(_ delivery: CallDelivery, number: Int, columns: Int) -> [PaneLine] {
    [PaneLine(heading(delivery, number: number), .label)]
      + delivery.text.flatMap { line in
        let text = SafeText.clean(line)
        let indent = String(text.prefix { $0 == " " }.prefix(columns / 2))
        return TextWrap.lines(text, columns: columns - indent.count).map { PaneLine(indent + $0) }
      }
  }
}
