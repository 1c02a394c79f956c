import Domain

/// A call with everything known of it: what the log has no room for stands here.
extension ConsoleState {
  /// - Parameters:
  ///   - columns: the room; two facts stand side by side where it is wide.
  ///   - rows: where they are too few, what is played is one line and what comes last is left out.
  func callLines(_ call: Call?, columns: Int, rows: Int = .max) -> [PaneLine] {
    guard let call else { return [PaneLine(words(.noCall), .dim)] }
    let facts = callFacts(call)
    let labels = facts.map { DisplayWidth.of($0.label) }.max() ?? 0
    var lines = facts.flatMap { fact in
      wrapped(fact.value, columns: columns - labels - 1, fact.role).enumerated().map {
        let label = SafeText.fitted($0 == 0 ? fact.label : "", columns: labels) + " "
        return PaneLine(spans: [(label, .label)] + $1.spans)
      }
    }
    if columns >= 70 {
      let half = (facts.count + 1) / 2
      lines = (0..<half).map { row in
        line(
          [facts[row]] + (row + half < facts.count ? [facts[row + half]] : []), labels: labels,
          columns: (columns - 2) / 2)
      }
    }
    if let problem = recordings.problem(of: call) {
      // Beside its label there is hardly room for the reason.
      let sentence = words(.recordingNotAvailable, words(problem.phrase))
      return Array((wrapped(sentence, columns: columns, .warning) + lines).prefix(rows))
    }
    guard recordings.playback(of: call)?.levels != nil else { return lines }
    let levels = levelLines(columns: columns)
    if lines.count + levels.count <= rows { return levels + lines }
    return Array((levelLine(columns: columns) + lines).prefix(rows))
  }

  private func line(_ facts: [CallFact], labels: Int, columns: Int) -> PaneLine {
    var spans: [(text: String, role: Role)] = []
    for (index, fact) in facts.enumerated() {
      let value = max(0, columns - labels - 1)
      let isLast = index == facts.count - 1
      spans.append((SafeText.fitted(fact.label, columns: labels) + " ", .label))
      spans.append((isLast ? fact.value : SafeText.fitted(fact.value, columns: value), fact.role))
      if !isLast { spans.append(("  ", .plain)) }
    }
    return PaneLine(spans: spans)
  }

  typealias CallFact = (label: String, value: String, role: Role)

  func callFacts(_ call: Call) -> [CallFact] {
    let wording = wording
    let status = wording.status(call)
    let customer = wording.customer(call)
    var facts: [CallFact] = [
      (words(.columnDate), wording.dateTime(call.start), .value),
      (words(.columnStatus), wording.statusWithDuration(call), status.role),
      (words(.columnType), wording.type(call.type), .value),
      (words(.columnCaller), wording.caller(call, columns: 20), .value),
      (words(.columnCalled), wording.called(call), .value),
      (words(.columnCustomer), customer.text, customer.role),
      (words(.columnWait), wording.wait(call, columns: 8), .value),
      (words(.columnTalk), wording.talk(call, columns: 8), .value),
      (words(.columnConnected), call.connectedWith ?? "—", .value),
      (words(.columnOrder), call.order?.number ?? "—", .value),
    ]
    if let order = call.order {
      let repair = wording.repair(order.status)
      facts.append((words(.columnRepair), repair.text, repair.role))
    }
    facts.append((words(.columnSource), call.source.text.isEmpty ? "—" : call.source.text, .value))
    if !call.comments.isEmpty {
      facts.append((words(.columnComment), wording.comments(call), .value))
    }
    if let note = call.note { facts.append((words(.fieldNote), note, .value)) }
    if let recording = wording.recording(call) {
      facts.append((words(.recording), recording.text, recording.role))
    }
    return facts
  }
}

extension PaneLine {
  init(spans: [(text: String, role: Role)]) {
    self.spans = spans
  }
}
