import Domain
import TUI
import Terminal

/// Tells a person who looks elsewhere, in the ways he wants.
@MainActor
final class NoticeDesk {
  private let settings: NoticeSettings
  private let desktop: DesktopWay?
  private let hook: String?
  private let language: Language
  private let zone: Zone
  private let programs: BriefPrograms
  private var pace = NoticePace()
  /// Nil where the terminal does not say.
  var isFocused: Bool?

  init(
    _ configuration: Configuration, programs: BriefPrograms,
    environment: Environment = .own
  ) {
    settings = configuration.notices
    language = configuration.language
    zone = configuration.zone
    desktop = DesktopWay.chosen(settings.desktop, environment)
    hook = settings.hook.first.flatMap { InstalledProgram.find($0) }
    self.programs = programs
  }

  func take(_ notice: Notice) {
    pace.put(notice)
  }

  /// Milliseconds until something is to be told; nil where nothing is.
  func wait(now: Int64) -> Int64? {
    pace.wait(now: now)
  }

  /// The user has been away with the console stopped, and looks at it now.
  func forget() {
    pace.forget()
  }

  /// Tells what is to be told now.
  func tell(on screen: TerminalScreen, now: Int64) {
    guard let notice = pace.take(now: now) else { return }
    switch settings.bell {
    case .off: break
    case .beep: screen.bell()
    case .flash: screen.flash()
    }
    if let hook { programs.run(NoticeDesk.job(hook, settings.hook, notice, text(notice, true))) }
    // Whoever types into this window sees it there.
    guard isFocused != true, let desktop else { return }
    let text = text(notice, settings.tellsWho)
    switch desktop {
    case .terminal(let form): screen.announce(title: text.title, body: text.body, as: form)
    case .notifySend(let program):
      programs.run(
        BriefPrograms.Job(
          program: program,
          arguments: DesktopWay.arguments(title: text.title, body: text.body)))
    }
  }

  private func text(_ notice: Notice, _ tellsWho: Bool) -> (title: String, body: String) {
    notice.text(in: language, zone: zone, tellsWho: tellsWho)
  }

  /// The values stand in its environment, which other users of the machine cannot read.
  nonisolated static func job(
    _ program: String, _ words: [String], _ notice: Notice, _ text: (title: String, body: String)
  ) -> BriefPrograms.Job {
    BriefPrograms.Job(
      program: program, arguments: Array(words.dropFirst()),
      variables: [
        "CARBOOK_EVENT": notice.kind.rawValue,
        "CARBOOK_COUNT": String(notice.count),
        "CARBOOK_NUMBER": notice.number?.text ?? "",
        "CARBOOK_NAME": SafeText.clean(notice.name ?? ""),
        "CARBOOK_TIME": notice.at.iso8601,
        "CARBOOK_TEXT": SafeText.clean(
          text.body.isEmpty ? text.title : "\(text.title): \(text.body)"),
      ])
  }
}
