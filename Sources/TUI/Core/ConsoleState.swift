import Domain

/// Everything a console knows and shows. Changed by `update` alone, drawn by `render`.
public struct ConsoleState: Equatable, Sendable {
  let configuration: Configuration
  var size: Size
  var now: Timestamp
  var listener = ListenerStatus.off
  var spool = SpoolStatus.idle
  var message: Message?
  var isMouseOn: Bool
  /// The row that was clicked last.
  var clickedRow: RowKey?
  /// As the user has arranged things.
  var view: ViewState

  // What stands on every screen.
  var figures = CallTally()
  var callBackCount = 0
  var figuresFreshness = Freshness()
  var prompts = PromptQueue()
  var promptsFreshness = Freshness()
  var notices = NoticeWatch()

  var screen = Screen.log
  /// Lowest first; empty while keys go to the screen itself.
  var layers: [Layer] = []
  var log = LogScreen()
  /// Unfinished forms, open or left, the newest last; offered again for the same record.
  var drafts: [FormDraft] = []
  var draftsFreshness = Freshness()
  /// Those that this console has written or dropped: it knows them better than the store, which
  /// has them a second later.
  var ownDrafts: Set<FormDraft.ID> = []
  /// Those that could not be stored: they are lost with this console.
  var unkeptDrafts: Set<FormDraft.ID> = []
  /// What was opened before, and after that.
  var trail = Trail()

  // The records shown in panes, cards and dialogs.
  var call = Slot<Call.ID, CallDetail>()
  var story = Slot<Call.ID, CallStory>()
  var contactCard = Slot<Contact.ID, ContactCard>()
  var order = Slot<Order.ID, Order>()
  var latestCalls = Slot<Contact.ID, [Call]>()
  var consequences = Slot<Contact.ID, ContactConsequences>()
  var orderConsequences = Slot<Order.ID, Int>()
  var organization = Slot<Organization.ID, Organization>()
  /// The names that a contact form offers.
  var staff: [String] = []
  var staffFreshness = Freshness()

  // The provider.
  var outbox = OutboxScreen()
  /// How it stands with each integration.
  var provider: [ProviderStatus] = []
  var providerFreshness = Freshness()

  /// A list that is being written into a file.
  var export: RunningExport?
  var recordings = Recordings()
  // Orders.
  var statuses = RepairStatuses.standard
  var statusesFreshness = Freshness()
  /// Read while something shows them.
  var orderCounts: OrderCounts?
  var orderCountsFreshness = Freshness()
  /// The contacts that the client's field of an order's form offers, by what is typed in it.
  var offeredClients = Slot<String, [Contact]>()

  // The screens on the keys 2 to 6.
  var contacts = ContactsScreen()
  var orders = OrdersScreen()
  var callBack = CallBackScreen()
  var statistics = StatisticsScreen()
  var settings = SettingsScreen()

  public init(_ configuration: Configuration) {
    self.configuration = configuration
    size = configuration.size
    now = configuration.now
    isMouseOn = configuration.isMouseOn
    view = configuration.view ?? ViewState()
    if configuration.view == nil { message = Message(text: words(.viewLost), role: .warning) }
    if let notice = configuration.notice { message = Message(text: notice, role: .warning) }
    restoreView()
  }

  var words: Words { Words(language: configuration.language, keymap: keymap) }
  /// The user's keys.
  var keymap: Keymap { configuration.keymap }
  var wording: Wording {
    Wording(
      words: words, zone: configuration.zone, now: now, statuses: statuses, recordings: recordings)
  }

  /// Smaller than this nothing sensible fits: a sentence says so and no key acts.
  var isTooSmall: Bool { size.columns < 40 || size.rows < 10 }

  /// Whether something on the screen counts seconds, or waits for some to go by, so that `.clock` is
  /// wanted each second rather than each minute.
  public var ticksEachSecond: Bool {
    let now = now
    let isLive = { (call: Call) in call.status(at: now).isLive }
    return log.list.visible.contains(where: isLive)
      || prompts.prompts.first.map { isLive($0.call) } ?? false || isPresenceShown
      || screen == .statistics && statistics.isBehind
  }

  /// Whether `.idle` is wanted once nothing has happened for a moment.
  public var readsAhead: Bool { screen == .log && log.list.canReadAhead }

  /// Whether `.idle` is wanted before the next key, which may want rows that have not been read.
  public var readsFirst: Bool { log.list.isLanded && readsAhead }
}

/// A call, and how often its client's number had called before.
struct CallDetail: Equatable, Sendable {
  let call: Call
  let earlierCalls: Int
}
