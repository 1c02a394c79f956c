import Domain

/// How times, numbers and calls are put into the user's words, in the shop's zone.
struct Wording: Equatable, Sendable {
  let words: Words
  let zone: Zone
  let now: Timestamp
  private let statuses: RepairStatuses
  let recordings: Recordings
  private let today: CivilDate

  /// - Parameters:
  ///   - statuses: the shop's words for them.
  ///   - recordings: what is played, and what cannot be.
  init(
    words: Words, zone: Zone, now: Timestamp, statuses: RepairStatuses = .standard,
    recordings: Recordings = Recordings()
  ) {
    self.words = words
    self.zone = zone
    self.now = now
    self.statuses = statuses
    self.recordings = recordings
    today = zone.date(at: now)
  }

  // MARK: Numbers

  /// `12,345`, `12 345`
  func count(_ number: Int) -> String {
    guard number.magnitude >= 1000 else { return String(number) }
    let (thousands, rest) = number.quotientAndRemainder(dividingBy: 1000)
    let separator = words.language == .english ? "," : " "
    return count(thousands) + separator + Int(rest.magnitude).padded(to: 3)
  }

  // MARK: Times

  /// `14:32`
  func clock(_ instant: Timestamp) -> String {
    zone.civilTime(at: instant).clock
  }

  /// `today`, `yesterday`, `12 Nov`, `12 Nov 2025`
  func date(_ instant: Timestamp) -> String {
    date(zone.date(at: instant), today: .todayDate, yesterday: .yesterday)
  }

  /// `today 14:31`, `12 Nov 14:31`
  func dateTime(_ instant: Timestamp) -> String {
    "\(date(instant)) \(clock(instant))"
  }

  /// `today 14:31:53`
  func dateTimeWithSeconds(_ instant: Timestamp) -> String {
    "\(dateTime(instant)):\(zone.civilTime(at: instant).second.padded(to: 2))"
  }

  /// Date and time in one column, the time at its right end; a column too narrow for both has
  /// short words, and of another year's day the date alone.
  func dateTime(_ instant: Timestamp, columns: Int) -> String {
    let civil = zone.civilTime(at: instant)
    let clock = civil.clock
    if columns >= 11 {
      let long = date(civil.date, today: .todayDate, yesterday: .yesterday)
      if let line = Wording.line(long, clock, columns: columns) { return line }
    }
    let short = date(civil.date, today: .todayShort, yesterday: .yesterdayShort)
    // Today's calls are told apart by the time, older ones by the day.
    if columns < 11 { return civil.date == today ? clock : short }
    return Wording.line(short, clock, columns: columns) ?? short
  }

  /// A day at the left end and a time at the right one, where both fit.
  private static func line(_ day: String, _ clock: String, columns: Int) -> String? {
    let room = columns - DisplayWidth.of(day) - clock.utf8.count
    return room >= 1 ? day + String(repeating: " ", count: room) + clock : nil
  }

  private func date(_ date: CivilDate, today: Phrase, yesterday: Phrase) -> String {
    if date == self.today { return words(today) }
    if date == self.today.advanced(byDays: -1) { return words(yesterday) }
    let day = "\(date.day) \(words.month(date.month))"
    return date.year == self.today.year ? day : "\(day) \(date.year)"
  }

  /// `21 Nov`, whatever day is today.
  func day(_ date: CivilDate) -> String {
    "\(date.day) \(words.month(date.month))"
  }

  /// `Sat 21 Nov`, a day of one digit with a blank before it.
  func weekdayAndDay(_ date: CivilDate) -> String {
    let weekdays: [Phrase] = [
      .monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday,
    ]
    return words(weekdays[date.weekday - 1]) + (date.day < 10 ? "  " : " ") + day(date)
  }

  /// `3:05`, `1:02:03`; where that is wider than `columns`, `1h02m`.
  func duration(_ seconds: Int64, columns: Int = 8) -> String {
    let seconds = Int(max(0, min(seconds, 359_999)))
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let rest = (seconds % 60).padded(to: 2)
    guard hours > 0 else { return "\(minutes):\(rest)" }
    let whole = "\(hours):\(minutes.padded(to: 2)):\(rest)"
    return whole.count <= columns
      ? whole : words(.hoursAndMinutes, String(hours), minutes.padded(to: 2))
  }

  // MARK: Calls

  func number(_ number: PhoneNumber?) -> String {
    number?.grouped ?? words(.hiddenNumber)
  }

  /// Grouped where that fits, else without blanks.
  func number(_ number: PhoneNumber, columns: Int) -> String {
    let grouped = number.grouped
    return DisplayWidth.of(grouped) <= columns ? grouped : number.text
  }

  /// Who dialled; a client who did may have hidden his number.
  func caller(_ call: Call, columns: Int) -> String {
    if let caller = call.caller { return number(caller, columns: columns) }
    return call.type == .incoming || call.type == .callback ? words(.hiddenNumber) : ""
  }

  /// The outside number. An internal call has none: who was dialled says most about it.
  func client(_ call: Call, columns: Int) -> String {
    if let client = call.client { return number(client, columns: columns) }
    switch call.type {
    case nil: return ""
    case .internal: return (call.called ?? call.caller)?.text ?? ""
    default: return words(.hiddenNumber)
    }
  }

  func type(_ type: CallType?) -> String {
    switch type {
    case .incoming: words(.typeIn)
    case .outgoing: words(.typeOut)
    case .callback: words(.typeCallback)
    case .internal: words(.typeInternal)
    case nil: "?"
    }
  }

  func status(_ call: Call) -> (text: String, role: Role) {
    status(call.status(at: now), call.disposition)
  }

  /// - Parameter disposition: the provider's word, where there is no better one.
  func status(
    _ status: CallStatus, _ disposition: Disposition? = nil
  ) -> (text: String, role: Role) {
    switch status {
    case .ringing: (words(.ringing), .ringing)
    case .talking: (words(.talking), .talking)
    case .answered: (words(.answered), .answered)
    case .missed: (words(.missed), .missed)
    case .notReached: (words(.notReached), .notReached)
    case .busy: (words(.busy), .busy)
    case .failed: (words(.failed), .failed)
    case .refused: (words(.refused), .refused)
    case .voicemail: (words(.voicemail), .voicemail)
    case .unknown: (words(.unknown), .unknown)
    case .other: (disposition?.raw ?? words(.otherStatus), .other)
    case .notUnderstood: (words(.notUnderstood), .notUnderstood)
    }
  }

  /// The status, with the seconds where the call is going on: `ringing 0:07`.
  func statusWithDuration(_ call: Call) -> String {
    let text = status(call).text
    return call.status(at: now).isLive ? "\(text) \(duration(liveSeconds(call)))" : text
  }

  /// Seconds a live call has been ringing or talking.
  func liveSeconds(_ call: Call) -> Int64 {
    let begun = call.status(at: now) == .talking ? Int64(call.wait ?? 0) : 0
    return max(0, now.seconds(since: call.start) - begun)
  }

  func talk(_ call: Call, columns: Int) -> String {
    if call.status(at: now).isLive { return duration(liveSeconds(call), columns: columns) }
    guard let talk = call.talk, talk > 0 else { return "—" }
    return duration(Int64(talk), columns: columns)
  }

  func wait(_ call: Call, columns: Int) -> String {
    call.wait.map { duration(Int64($0), columns: columns) } ?? "—"
  }

  /// Whose the call is, as the log's customer column says it.
  func customer(_ call: Call) -> (text: String, role: Role) {
    if let contact = call.contact { return (name(contact), .plain) }
    if call.ownerCount > 1 {
      return (words(.severalOwners, String(call.ownerCount)), .newClient)
    }
    if call.isFromNewClient { return (words(.newClient), .newClient) }
    if call.type == .internal { return (words(.internalCall), .dim) }
    return (call.type == nil ? "" : words(.hiddenNumber), .dim)
  }

  func name(_ contact: ContactReference) -> String {
    contact.name ?? words(.unnamed)
  }

  /// Where the client called, by the pool's name where it has one.
  func called(_ call: Call) -> String {
    [call.pool, call.called.map { $0.grouped }].compactMap { $0 }.joined(separator: " ")
  }

  func comment(_ comment: SystemComment) -> String {
    switch comment {
    case .newClient: words(.newClient)
    case .linked(let name): words(.linkedTo, name ?? words(.unnamed))
    case .contactCreated(let by): words(.contactCreatedBy, by)
    case .severalOwners(let count): words(.severalOwners, String(count))
    case .hiddenNumber: words(.hiddenNumber)
    case .internalCall: words(.internalCall)
    case .notCalledBack: words(.notCalledBack)
    case .fetched: words(.fetchedCall)
    case .notUnderstood: words(.notUnderstood)
    }
  }

  func comments(_ call: Call) -> String {
    let problem = recordings.problem(of: call).map {
      words(.recording) + " " + words(.notAvailable, words($0.phrase))
    }
    return ([problem].compactMap { $0 } + call.comments.map(comment)).joined(separator: "; ")
  }

  // MARK: Orders

  /// The shop's own words stay as they are.
  func repair(_ status: RepairStatus) -> (text: String, role: Role) {
    let entry = statuses[status] ?? RepairStatuses.standard[status]
    let own = words.language == .english ? entry?.english : entry?.ukrainian
    let text = own ?? Wording.known(status).map { words($0) } ?? status.rawValue
    return (text, entry?.tone.role ?? .plain)
  }

  private static func known(_ status: RepairStatus) -> Phrase? {
    switch status {
    case .new: .repairNew
    case .diagnostics: .diagnostics
    case .waitingForApproval: .waitingForApproval
    case .waitingForParts: .waitingForParts
    case .inRepair: .inRepair
    case .ready: .ready
    case .closed: .orderClosed
    case .cancelled: .cancelled
    default: nil
    }
  }
}

extension RepairStatus.Tone {
  var role: Role {
    switch self {
    case .new: .repairNew
    case .progress: .repairProgress
    case .waiting: .repairWaiting
    case .ready: .repairReady
    case .closed: .repairClosed
    case .cancelled: .repairCancelled
    }
  }
}
