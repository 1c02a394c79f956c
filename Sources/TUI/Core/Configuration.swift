import Domain

/// What a console is told at its start.
public struct Configuration: Equatable, Sendable {
  public var size: Size
  public var now: Timestamp
  public var language: Language
  public var keymap: Keymap
  /// The shop's zone, in which days are cut.
  public var zone: Zone
  /// How the shop's country writes numbers.
  public var plan: NumberPlan
  /// The store's file name, without folders.
  public var storeName: String
  /// What prints this store's webhook links, as one types it in a shell.
  public var linksCommand: String
  /// Where files are proposed to be written: `~`, or a path.
  public var exportFolder: String
  /// `1.0.0`
  public var version: String
  /// As the user left it; nil where that was kept and cannot be understood any more.
  public var view: ViewState?
  /// What its user is told of while he looks elsewhere.
  public var notices: NoticeSettings
  /// Whether clicks and the wheel are keys at the start.
  public var isMouseOn: Bool
  /// A sentence for the start: what in the user's own files could not be understood.
  public var notice: String?

  public init(
    size: Size, now: Timestamp, language: Language = .english,
    keymap: Keymap = .standard, zone: Zone = .kyiv,
    plan: NumberPlan = .ukraine, storeName: String = "carbook.db",
    linksCommand: String = "carbook links",
    exportFolder: String = "~", version: String = "",
    view: ViewState? = ViewState(), notices: NoticeSettings = NoticeSettings(),
    isMouseOn: Bool = false,
    notice: String? = nil
  ) {
    self.size = size
    self.now = now
    self.language = language
    self.keymap = keymap
    self.zone = zone
    self.plan = plan
    self.storeName = storeName
    self.linksCommand = linksCommand
    self.exportFolder = exportFolder
    self.version = version
    self.view = view
    self.notices = notices
    self.isMouseOn = isMouseOn
    self.notice = notice
  }
}
