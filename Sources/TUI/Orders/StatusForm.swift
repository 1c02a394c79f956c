import Domain

/// The form of a repair status: its names, its colour, whether it ends an order.
struct StatusForm: Equatable, Sendable {
  enum Field: String {
    case english, ukrainian, tone, end
  }

  /// Nil for a new one.
  let entry: RepairStatuses.Entry?
  let statuses: RepairStatuses
  let language: Language

  init(_ entry: RepairStatuses.Entry?, statuses: RepairStatuses, language: Language) {
    self.entry = entry
    self.statuses = statuses
    self.language = language
  }

  /// A new one's name is asked for once, in the user's language.
  func form(_ words: Words) -> Form {
    let english = FormField.text(
      Field.english.rawValue, .fieldEnglishName, limit: RepairStatuses.nameLimit)
    let ukrainian = FormField.text(
      Field.ukrainian.rawValue, .fieldUkrainianName, limit: RepairStatuses.nameLimit)
    let tones = RepairStatus.Tone.allCases.map {
      FormOption($0.rawValue, text: words($0.phrase))
    }
    let ends = [
      FormOption("0", text: words(.endsNothing)), FormOption("1", text: words(.endsOrder)),
    ]
    let names = language == .english ? [english, ukrainian] : [ukrainian, english]
    return Form(
      names + [
        .choice(Field.tone.rawValue, .fieldTone, options: tones),
        .choice(Field.end.rawValue, .fieldEnd, options: ends),
      ],
      values: [
        Field.english.rawValue: [[entry?.english ?? name(in: .english)]],
        Field.ukrainian.rawValue: [[entry?.ukrainian ?? name(in: .ukrainian)]],
        Field.tone.rawValue: [[(entry?.tone ?? .progress).rawValue]],
        Field.end.rawValue: [[entry?.isEnd == true ? "1" : "0"]],
      ])
  }

  /// What the console calls a status that the shop has no word for.
  private func name(in language: Language) -> String {
    entry.map {
      Wording(words: Words(language: language), zone: .utc, now: Timestamp(milliseconds: 0))
        .repair($0.status).text
    } ?? ""
  }

  private func edited(_ form: Form) -> RepairStatuses.Entry {
    let names = [
      Language.english: form[Field.english.rawValue], .ukrainian: form[Field.ukrainian.rawValue],
    ]
    let own = [names[language], names.values.first { !$0.isEmpty }].compactMap { $0 }
      .first { !$0.isEmpty }
    let status = entry?.status ?? RepairStatus(rawValue: own ?? "")
    // A name that the console has itself is not the shop's.
    let kept = { (language: Language) -> String? in
      let name = names[language] ?? ""
      return name.isEmpty || name == self.name(in: language) || name == status.rawValue ? nil : name
    }
    return RepairStatuses.Entry(
      status, english: kept(.english), ukrainian: kept(.ukrainian),
      tone: RepairStatus.Tone(rawValue: form[Field.tone.rawValue]) ?? .progress,
      isEnd: form[Field.end.rawValue] == "1")
  }
}

extension StatusForm: FormUser {
  var id: FormDraft.ID { StatusForm.id(of: entry) }

  /// Statuses have no row ids; their words stay as they are.
  static func id(of entry: RepairStatuses.Entry?) -> FormDraft.ID {
    let word = entry?.status.rawValue.utf8.reduce(Int64(0)) { $0 &* 31 &+ Int64($1) }
    return FormDraft.ID(kind: .repairStatus, subject: word)
  }

  var title: Phrase { entry == nil ? .newStatus : .editStatus }

  func problems(of form: Form, plan: NumberPlan, words: Words) -> [FormPlace: String] {
    let edited = edited(form)
    let own = language == .english ? Field.english : .ukrainian
    var problems: [FormPlace: String] = [:]
    let names: [(Field, String?)] = [(.english, edited.english), (.ukrainian, edited.ukrainian)]
    for case (let field, let name?) in names {
      if let problem = statuses.problem(withName: name, of: entry?.status) {
        problems[FormPlace(field: field.rawValue)] = StatusForm.sentence(problem, words)
      }
    }
    if entry == nil, let problem = statuses.problem(withName: edited.status.rawValue) {
      problems[FormPlace(field: own.rawValue)] = StatusForm.sentence(problem, words)
    }
    return problems
  }

  /// A change goes over whatever it has become: who is later is right.
  var version: Int? { nil }
  mutating func replace(version: Int) {}

  func save(_ form: Form) -> Effect {
    let edited = edited(form)
    return .changeStatuses(entry == nil ? .add(edited) : .change(edited))
  }

  private static func sentence(_ problem: RepairStatuses.Problem, _ words: Words) -> String {
    switch problem {
    case .empty: words(.problemNoStatusName)
    case .tooLong(let limit): words(.problemTooLong, String(limit))
    case .taken: words(.problemStatusTaken)
    }
  }
}

extension RepairStatus.Tone {
  var phrase: Phrase {
    switch self {
    case .new: .toneNew
    case .progress: .toneProgress
    case .waiting: .toneWaiting
    case .ready: .toneReady
    case .closed: .toneClosed
    case .cancelled: .toneCancelled
    }
  }
}
