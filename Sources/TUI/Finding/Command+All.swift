import Domain

extension Command {
  /// Every command, in the order they are offered.
  static let all: [Command] =
    [
      Command(
        "filter", argument: .argumentFilter, label: .doFilterLine,
        completion: { _, typed in
          let found = FilterCompletion(of: typed, cursor: typed.count)
          return Completion(start: found.range.lowerBound, candidates: found.candidates)
        },
        run: { state, text throws(Refusal) in
          do throws(FilterProblem) {
            state.showLog(try FilterLanguage.filter(text))
          } catch {
            throw Refusal(sentence: state.wording.sentence(error))
          }
          return []
        }),
      Command(
        "saved", argument: .argumentName, label: .doApplySaved,
        completion: { state, typed in
          let names = state.view.filters.map(\.name)
          return Completion(
            start: 0, candidates: names.filter { $0.lowercased().hasPrefix(typed.lowercased()) })
        },
        run: { state, name throws(Refusal) in
          guard let filter = state.view.filters.first(where: { $0.isNamed(name) }) else {
            throw Refusal(sentence: state.words(.noSuchFilter))
          }
          state.applySaved(filter)
          return []
        }),
      Command(
        "save", argument: .argumentName, label: .doSaveFilter,
        run: { state, name throws(Refusal) in
          try state.saveFilter(name)
          return []
        }),
      Command(
        "goto", argument: .argumentDate, label: .doJump,
        completion: { state, typed in
          Completion(
            of: [Phrase.todayDate, .yesterday].map { state.words($0) }, after: typed)
        },
        run: { state, text throws(Refusal) in
          let today = state.configuration.zone.date(at: state.now)
          guard let target = JumpTarget(text, today: today) else {
            throw Refusal(sentence: state.words(.noSuchDate))
          }
          state.show(.log)
          state.log.panes.isPaneInFront = false
          state.log.jump(to: target, in: state.configuration.zone)
          return []
        }),
      Command(
        "sort", argument: .argumentSort, label: .doSort,
        completion: { _, typed in
          Completion(of: CallSort.Key.allCases.map(\.rawValue), after: typed)
        },
        run: { state, text throws(Refusal) in
          // `talk`: the longest first; `talk up`: the shortest.
          let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
          guard let key = words.first.flatMap(CallSort.Key.init),
            words.dropFirst() == ["up"]
              || words.count == 1
          else { throw Refusal(sentence: state.words(.noSuchSort)) }
          state.show(.log)
          state.log.show(CallSort(key, ascending: words.count == 2))
          return []
        }),
      Command(
        "period", argument: .argumentPeriod, label: .doPeriod,
        completion: { _, typed in
          Completion(of: StatisticsPeriod.words.map(\.word), after: typed)
        },
        run: { state, text throws(Refusal) in
          let today = state.configuration.zone.date(at: state.now)
          guard let period = StatisticsPeriod(typed: text, today: today) else {
            throw Refusal(sentence: state.words(.noSuchPeriod))
          }
          state.show(period)
          return []
        }),
      Command(
        "export", argument: .argumentFile, label: .doExport,
        run: { state, path throws(Refusal) in try state.export(to: path) }),
      Command(
        "ordernumber", argument: .argumentOrderNumber, label: .orderNumber,
        run: { state, example throws(Refusal) in
          guard example.isEmpty || OrderNumber.isExample(example) else {
            throw Refusal(
              sentence: state.words(.badOrderNumber, String(OrderDraft.numberLimit)))
          }
          return [.setOrderNumber(example)]
        }),
      Command(
        "me", argument: .argumentMe, label: .doSayWho,
        run: { state, text throws(Refusal) in
          try state.sayWhoIAm(text)
          return []
        }),
      Command("mouse", does: .toggleMouse, label: .doMouse),
      Command(
        "theme", argument: .argumentTheme, label: .doTheme,
        completion: { _, typed in Completion(of: Theme.allCases.map(\.rawValue), after: typed) },
        run: { state, name throws(Refusal) in
          guard let theme = Theme(rawValue: name.lowercased()) else {
            throw Refusal(sentence: state.words(.noSuchTheme))
          }
          state.message = Message(text: state.words(.themeShown, theme.rawValue), role: .success)
          return [.showTheme(theme)]
        }),
      Command("presence", does: .presence, label: .doPresence),
      Command("help", does: .help, label: .doHelp),
      Command("quit", "q", does: .quit, label: .doQuit),
    ]
    + Screen.allCases.map { screen in
      Command(screen.command, String(screen.rawValue), does: .show(screen), label: screen.title)
    }
    + SettingsPage.allCases.map { page in
      Command(page.command, does: .showSettings(page), label: page.title)
    }
}

extension Screen {
  /// What shows it in the command line.
  var command: String {
    switch self {
    case .log: "log"
    case .contacts: "contacts"
    case .orders: "orders"
    case .callBack: "callback"
    case .statistics: "statistics"
    case .settings: "settings"
    }
  }
}
