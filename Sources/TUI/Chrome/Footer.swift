import Domain

/// The last two lines of every screen.
extension ConsoleState {
  /// The open question; where there is none, the message. With both, the message takes the hint
  /// bar's line until the next key.
  func drawMessage(in frame: inout Frame) {
    let row = layout.message
    frame.fill(row)
    if let prompt = prompts.prompts.first {
      draw(prompt, in: row, of: &frame)
      frame.answerClicks(in: row, .perform(.newClient))
    } else if let message {
      draw(message, in: row, of: &frame)
    } else if let sentence = exportSentence ?? spoolSentence ?? providerSentence
      ?? listenerSentence ?? offSentence ?? draftsSentence
    {
      frame.put(" " + sentence.text, at: row.origin, width: row.columns, role: sentence.role)
    }
  }

  private func draw(_ message: Message, in row: Rect, of frame: inout Frame) {
    let end = frame.put(
      " " + message.text, at: row.origin, width: row.columns, role: message.role)
    if let address = message.link {
      let place = row.position(column: 1)
      frame.links = [Frame.Link(position: place, columns: end - place.column, address: address)]
    }
  }

  /// ` ☎ New client on Carbook  +380 50 123 45 67  to Сервіс  google, cpc  (+1 more)  n create  F9`
  private func draw(_ prompt: Prompt, in row: Rect, of frame: inout Frame) {
    frame.fill(row, role: .prompt)
    let key = answeringKeys(label: row.columns < 100 ? "" : " " + words(.doCreateShort))
    let keyStart = row.endColumn - DisplayWidth.of(key)
    frame.put(key, at: row.position(column: keyStart), role: .promptKey)
    var count = ""
    if prompts.total > 1 { count = words(.more, String(prompts.total - 1)) + "  " }
    let countStart = keyStart - DisplayWidth.of(count)
    frame.put(count, at: row.position(column: countStart), role: .prompt)
    let isOver = !prompt.call.status(at: now).isLive
    // Where an outgoing call went to is the number itself.
    let isOutgoing = prompt.call.called == prompt.number
    let place = prompt.call.pool ?? (isOutgoing ? nil : prompt.call.called?.grouped)
    let source = prompt.call.source.text
    var pieces = [
      " ☎ " + words(.newClientPrompt), wording.number(prompt.number),
      isOver && prompt.call.status(at: now) == .missed ? words(.missedCreate) : "",
      place.map { words(.toNumber, $0) } ?? "", source,
    ].filter { !$0.isEmpty }
    if DisplayWidth.of(pieces.prefix(2).joined(separator: "  ")) >= countStart {
      pieces[0] = " ☎ " + words(.newClient)
    }
    frame.put(
      pieces.joined(separator: "  "), at: row.origin, width: max(0, countStart - 1), role: .prompt)
  }

  /// `n create  F9 `: a letter only where no field could take it.
  private func answeringKeys(label: String) -> String {
    let context = keyContext
    let answering = (context.isScreen ? bindings : keymap.bound(Bindings.global, in: context))
      .filter { $0.action == .newClient }
    var keys: [String] = []
    for key in answering.compactMap({ $0.keys.first?.description }) where !keys.contains(key) {
      keys.append(key)
    }
    if keys.isEmpty { keys = [":" + Action.newClient.name] }
    if context.isScreen { keys[0] += label }
    return keys.joined(separator: "  ") + " "
  }

  /// Why this console does not take deliveries, where that needs more than a sign.
  private var listenerSentence: Message? {
    switch listener {
    case .other(let pid, let user, let address):
      Message(text: words(.listenerOther, user, String(pid), address), role: .dim)
    case .waiting(let address): Message(text: words(.listenerWaiting, address), role: .warning)
    case .failed(let sentence): Message(text: sentence, role: .error)
    case .listening, .off: nil
    }
  }

  /// What keys do here, from the bindings that are possible now.
  func drawHints(in frame: inout Frame) {
    let row = layout.hints
    frame.fill(row, role: .hint)
    if let message = message ?? exportSentence, !prompts.prompts.isEmpty {
      draw(message, in: row, of: &frame)
      return
    }
    let bindings = bindings
    let last = lastHints(bindings)
    let end = row.endColumn - last.map { DisplayWidth.of($0.text) + 2 }.reduce(-1, +)
    var column = end
    for (text, action) in last {
      let width = DisplayWidth.of(text)
      frame.answerClicks(
        in: Rect(column: column, row: row.row, columns: width, rows: 1), .perform(action))
      column = frame.put(text, at: row.position(column: column), role: .hint) + 2
    }
    column = 1
    var named: [Key] = []
    for binding in bindings where binding.isHinted && binding.whyNot(self) == nil {
      guard let first = binding.keys.first, !named.contains(first) else { continue }
      named.append(first)
      let key = first.description
      let label = " " + words(binding.label)
      let width = DisplayWidth.of(key + label)
      guard column + width < end else { break }
      frame.answerClicks(
        in: Rect(column: column, row: row.row, columns: width, rows: 1), .perform(binding.action))
      column = frame.put(key, at: row.position(column: column), role: .hintKey)
      column = frame.put(label, at: row.position(column: column), role: .hint) + 2
    }
  }

  /// `q quit`, `F1 help`: what stands at the right end, on every screen.
  /// - Parameter bindings: what acts now.
  private func lastHints(_ bindings: [Binding]) -> [(text: String, action: Action)] {
    let context = keyContext
    let quit = context.isScreen ? bindings.first { $0.action == .quit } : nil
    let help =
      [.help, .helpSearch].contains(context)
      ? nil : keymap.bound(Bindings.global, in: context).first { $0.action == .help }
    return [quit, help].compactMap { binding in
      guard let binding, let key = binding.keys.first else { return nil }
      return ("\(key) \(words(binding.label))", binding.action)
    }
  }

  /// The hinted keys of a place, as a line in it.
  func keyLine(_ context: KeyContext) -> PaneLine {
    keyLine(keymap.bound(context.own, in: context))
  }

  func keyLine(_ bindings: [Binding]) -> PaneLine {
    var spans: [(text: String, role: Role)] = []
    for binding in bindings where binding.isHinted {
      guard let key = binding.keys.first else { continue }
      if !spans.isEmpty { spans.append(("   ", .plain)) }
      spans.append((key.description, .hintKey))
      spans.append((" " + words(binding.label), .plain))
    }
    return PaneLine(spans: spans)
  }
}
