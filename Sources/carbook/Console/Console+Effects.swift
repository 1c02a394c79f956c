import Domain
import Store
import TUI
import Terminal

/// What the screens ask for.
extension Console {
  func carryOut(_ effect: Effect) {
    switch effect {
    case .quit: ending = .quit
    case .suspend: suspend()
    case .repaint: screen.repaint()
    case .setMouse(let isOn): screen.setMouse(isOn)
    case .announce(let notice): notices.take(notice)
    case .copy(let text): copy(text, for: effect)
    case .showTheme(let theme): screen.show(theme)
    case .openDemo: fillDemo()
    case .playRecording, .stopPlayback, .togglePause, .seek, .changeSpeed:
      events += recordings.carryOut(effect, from: reader)
    case .copyRecordingLink(let call):
      if let failed = recordings.copyLink(of: call, from: reader, to: { copy($0, for: effect) }) {
        events.append(failed)
      }
    case .export(let request): exports.start(request, at: Moment(Clock.now, in: readings.zone))
    case .cancelExport: exports.cancel()
    case .saveDraft(let draft):
      unwrittenDrafts.put(draft, draft.id, now: Clock.monotonicMilliseconds())
    case .dropDraft(let id):
      unwrittenDrafts.put(nil, id, now: Clock.monotonicMilliseconds())
    case .saveView(let view): keep(view)
    case .testIntegration(let id): test(id)
    default:
      if desk.take(effect) { return }
      if let name = Question.name(of: effect) { return ask(effect, name) }
      leaveOlder(than: effect)
      do throws(StoreError) {
        if let event = try read(effect) { events.append(event) } else { change(effect) }
      } catch {
        events.append(.failed(effect, Failure(error)))
      }
    }
  }

  /// Nil where the effect is no load.
  func read(_ effect: Effect) throws(StoreError) -> Event? {
    try reader.reading { () throws(StoreError) in
      try readings.answer(effect, from: reader, now: Clock.now)
    }
  }

  /// Nobody waits for what the worker looks for where the log as it is takes its place.
  func leaveOlder(than effect: Effect) {
    guard case .loadLog(let request) = effect, request.isPlain else { return }
    queries.forget(Question.log, Question.count)
  }

  /// A question that may take long: off the main thread, the newest of its kind only.
  private func ask(_ effect: Effect, _ name: String) {
    let (readings, mailbox) = (readings, mailbox)
    // A count waits for the rows, and never they for it.
    let others = name == Question.log ? [Question.count, Question.news] : []
    queries.ask(name, insteadOf: others) { store in
      do throws(StoreError) {
        if let event = try readings.answer(effect, from: store.get(), now: Clock.now) {
          mailbox.post(.event(event))
        }
      } catch .interrupted {
        // Nobody waits for it any more.
      } catch {
        mailbox.post(.event(.failed(effect, Failure(error))))
      }
    }
  }

  private func change(_ effect: Effect) {
    let (edits, mailbox) = (edits, mailbox)
    writer.submit { store in
      let event: Event? = answer(effect) { () throws(StoreError) in
        try edits.answer(effect, in: store.get(), now: Clock.now)
      }
      if let event { mailbox.post(.event(event)) }
    }
  }

  func writeDrafts() {
    let mailbox = mailbox
    for (id, draft) in unwrittenDrafts.take() {
      writer.submit { store in
        let effect = draft.map { Effect.saveDraft($0) } ?? .dropDraft(id)
        let failed: Event? = answer(effect) { () throws(StoreError) in
          guard let draft else {
            try store.get().dropDraft(id)
            return nil
          }
          try store.get().save(draft, now: Clock.now)
          return nil
        }
        if let failed { mailbox.post(.event(failed)) }
      }
    }
  }

  /// Of several arrangements that wait to be written only the newest is.
  private func keep(_ view: ViewState) {
    let (viewFile, mailbox) = (viewFile, mailbox)
    writer.submit("view") { _ in
      do throws(SystemError) {
        try viewFile.write(view)
      } catch {
        mailbox.post(.event(.failed(.saveView(view), .other(error.description))))
      }
    }
  }

  /// What an earlier listener could not write: ours may be off, or another console's be stopped.
  func takeSpool() {
    let intake = Intake(plan: edits.plan)
    writer.submit { store in
      // What cannot be taken in now stays where it is, and the listener says why.
      _ = try? intake.takeWholeSpool(into: store.get())
    }
  }

  /// On a thread of its own: whoever answers may take seconds.
  private func test(_ id: Integration.ID) {
    let (sender, mailbox) = (SampleSender(path: path), mailbox)
    startThread { mailbox.post(.event(.integrationTested(id, sender.send(for: id)))) }
  }

  private func fillDemo() {
    let (path, mailbox) = (StorePath.demo(beside: path), mailbox)
    writer.submit { _ in
      do {
        try DemoCommand.fillIfNew(path)
        mailbox.post(.demoReady(path: path))
      } catch {
        let failure = Failure.other(String(describing: error))
        mailbox.post(.event(.failed(.openDemo, failure)))
      }
    }
  }

  func suspend() {
    // Nobody could stop it from the shell.
    recordings.player.hold()
    services?.pause()
    screen.suspend()
    services?.resume()
    recordings.player.submit(.goOn)
    // What came meanwhile stands on the screen.
    notices.forget()
    // The window may be another; nobody was told while this program was not in front.
    events += [.resized(screen.size), .resumed]
    mustLook = true
    nextTick = 0
  }
}

/// Runs `work`, and turns what it throws into the event that says so.
private func answer(_ effect: Effect, _ work: () throws(StoreError) -> Event?) -> Event? {
  do throws(StoreError) {
    return try work()
  } catch {
    return .failed(effect, Failure(error))
  }
}
