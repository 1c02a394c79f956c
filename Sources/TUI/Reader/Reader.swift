import Domain

/// The console in lines of text, for screen readers: what is new is said, and a line that is typed is
/// obeyed. Pure, as `update` is.
public struct Reader: Sendable {
  public enum Input: Equatable, Sendable {
    case event(Event)
    /// Typed, without its line end.
    case line(String)
  }

  public struct Output: Equatable, Sendable {
    /// What is said; safe to print.
    public var lines: [String] = []
    public var effects: [Effect] = []
  }

  /// How far back changes of calls are noticed.
  private static let latest = LogRequest(anchor: .first, limit: 50)
  /// Calls and clients that are listed when they are asked for.
  private static let listed = 5

  /// Has the words for everything.
  private var state: ConsoleState
  /// Nil until the first answer, which is not news.
  private var statuses: [Call.ID: CallStatus]?
  private var prompts: PromptQueue?
  /// Newest first.
  private var calls: [Call] = []
  /// Asked for by the user, and not answered yet.
  private var isListing = false

  public init(_ configuration: Configuration) {
    state = ConsoleState(configuration)
  }

  /// What is said and asked first.
  public func start() -> Output {
    let day = state.configuration.zone.date(at: state.now)
    let begin = state.configuration.zone.start(of: day)
    let end = state.configuration.zone.start(of: day.advanced(byDays: 1))
    let notice = state.configuration.notice.map { [$0] } ?? []
    return Output(
      lines: safe(["Carbook, \(state.configuration.storeName)"] + notice + [words(.readerHelp)]),
      effects: [.loadStatuses, .loadFigures(from: begin, to: end)] + Reader.reload)
  }

  private static let reload: [Effect] = [.loadLog(latest), .loadPrompts(limit: PromptDialog.limit)]

  private var words: Words { state.words }

  private func safe(_ lines: [String]) -> [String] {
    lines.map { SafeText.clean($0) }
  }

  public mutating func take(_ input: Input) -> Output {
    switch input {
    case .line(let line): return obey(line)
    case .event(let event):
      switch event {
      case .storeChanged: return Output(effects: Reader.reload)
      case .clock(let now):
        state.now = now
        return Output()
      default: return Output(lines: safe(take(event)))
      }
    }
  }

  private mutating func take(_ event: Event) -> [String] {
    switch event {
    case .logLoaded(Reader.latest, let page, _): changes(page.rows)
    case .promptsLoaded(let queue): news(queue)
    case .statusesLoaded(let statuses): remember(statuses)
    case .figuresLoaded(let figures, let callBackCount):
      [
        [
          words(.today, String(figures.total)), words(.answeredToday, String(figures.answered)),
          words(.missedToday, String(figures.missed)), words(.toCallBack, String(callBackCount)),
        ].joined(separator: ", ")
      ]
    case .callBacksLoaded(let entries): listing(entries)
    case .contactSaved(let contact):
      [words(.contactCreated, state.wording.name(contact.reference))]
    case .done(.dismissPrompt): [words(.promptDismissed)]
    case .failed(_, let failure): [state.sentence(failure)]
    case .listenerChanged(let status): [state.sentence(status)]
    case .openedToOthers(let address): [words(.openedToOthers, address)]
    default: []
    }
  }

  private mutating func remember(_ statuses: RepairStatuses) -> [String] {
    state.statuses = statuses
    return []
  }

  // MARK: Calls

  /// The oldest change first.
  private mutating func changes(_ calls: [Call]) -> [String] {
    let known = statuses
    self.calls = calls
    statuses = Dictionary(calls.map { ($0.id, $0.status(at: state.now)) }) { first, _ in first }
    guard let known else { return [] }
    return calls.reversed().filter { known[$0.id] != statuses?[$0.id] }.map(sentence)
  }

  /// `14:31 in, ringing: Іваненко Олена, +380 67 000 11 22, Сервіс, order A-10231 in repair`
  private func sentence(_ call: Call) -> String {
    let wording = state.wording
    var status = wording.status(call).text
    if call.status(at: state.now) == .answered { status += " " + wording.talk(call, columns: 8) }
    let customer = call.contact.map(wording.name) ?? (call.isFromNewClient ? words(.newClient) : "")
    let order = call.order.map {
      words(.readerOrder, $0.number, wording.repair($0.status).text)
    }
    let parts = [
      customer, wording.client(call, columns: 24), call.pool ?? "", call.connectedWith ?? "",
      order ?? "", call.note ?? "",
    ]
    let type = call.type.map { words($0.spoken) + ", " } ?? ""
    return "\(wording.clock(call.start)) \(type)\(status): "
      + parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private mutating func news(_ queue: PromptQueue) -> [String] {
    let known = prompts.map { Set($0.prompts.map(\.call.id)) }
    prompts = queue
    guard let known else {
      return queue.total == 0 ? [] : [words.count(queue.total, .newClient)]
    }
    return queue.prompts.reversed().filter { !known.contains($0.call.id) }.map { prompt in
      words(.newClientPrompt) + ": " + state.wording.number(prompt.number) + ". "
        + words(.readerCreate)
    }
  }

  private mutating func listing(_ entries: [CallBackEntry]) -> [String] {
    guard isListing else { return [] }
    isListing = false
    if entries.isEmpty { return [words(.nobodyWaits)] }
    return entries.prefix(Reader.listed).map { entry in
      let who = [entry.contact?.name, state.wording.number(entry.number)].compactMap { $0 }
      return words(
        .waitsSince, who.joined(separator: ", "),
        state.wording.dateTime(entry.callBack.firstMissStart))
    }
  }

  // MARK: Commands

  private mutating func obey(_ line: String) -> Output {
    let line = SafeText.clean(line).trimmed
    let word = String(line.prefix { $0 != " " })
    let argument = String(line.dropFirst(word.count)).trimmed
    guard let letter = word.first else { return Output() }
    // A Ukrainian layout has the same commands on the same keys.
    switch word.count == 1 ? KeyboardLayout.latin(for: letter) : letter {
    case "q": return Output(effects: [.quit])
    case "h", "?": return Output(lines: ReaderCommand.help(words))
    case "l":
      let lines = calls.prefix(Reader.listed).reversed().map(sentence)
      return Output(lines: safe(lines.isEmpty ? [words(.noCall)] : lines))
    case "b":
      isListing = true
      return Output(effects: [.loadCallBacks])
    case "c", "n":
      guard let prompt = prompts?.prompts.first else { return Output(lines: [words(.noPrompt)]) }
      if letter == "n" || KeyboardLayout.latin(for: letter) == "n" {
        return Output(effects: [.dismissPrompt(prompt.number, prompt.call.id)])
      }
      let draft = ContactDraft(
        name: argument, numbers: [ContactDraft.Number(text: prompt.number.text)])
      return Output(effects: [.createContact(draft, from: prompt.call.id)])
    default: return Output(lines: safe([words(.readerUnknown, word)]))
    }
  }
}
