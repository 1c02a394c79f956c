import Domain

/// The list of repair statuses, to be edited.
struct StatusEditor: Equatable, Sendable {
  /// Nil while there is none.
  var selected: RepairStatus?
}

extension ConsoleState {
  /// The editor that keys go to.
  var statusEditor: StatusEditor? {
    if case .statusEditor(let editor) = layers.last { editor } else { nil }
  }

  private var selectedStatus: RepairStatuses.Entry? {
    statusEditor?.selected.flatMap { statuses[$0] }
  }

  /// From the menu of statuses or the settings. A menu is left for it.
  mutating func openStatusEditor() {
    var selected = statuses.entries.first?.status
    if let menu = topMenu {
      layers.removeLast()
      if case .status(let status) = menu.selected, statuses[status] != nil { selected = status }
    }
    layers.append(.statusEditor(StatusEditor(selected: selected)))
  }

  mutating func moveInStatusEditor(_ action: Action) {
    let listed = statuses.entries.map(\.status)
    let index = statusEditor?.selected.flatMap { listed.firstIndex(of: $0) } ?? 0
    let target =
      switch action {
      case .up: index - 1
      case .down: index + 1
      case .pageUp, .first: 0
      default: listed.count - 1
      }
    selectStatus(listed[safe: min(max(0, target), listed.count - 1)])
  }

  private mutating func selectStatus(_ status: RepairStatus?) {
    for index in layers.indices {
      if case .statusEditor = layers[index] {
        layers[index] = .statusEditor(StatusEditor(selected: status))
      }
    }
  }

  mutating func statusesLoaded(_ statuses: RepairStatuses) {
    statusesFreshness.settle()
    self.statuses = statuses
    // A selected one may be gone.
    for case .statusEditor(let editor) in layers {
      if editor.selected.flatMap({ statuses[$0] }) == nil {
        selectStatus(statuses.entries.last?.status)
      }
    }
  }

  /// This console's own change is in the store.
  /// - Returns: drops the draft of what is stored now.
  mutating func statusesChanged(
    _ change: RepairStatusChange, _ statuses: RepairStatuses
  ) -> [Effect] {
    var saved: FormDraft.ID?
    layers.removeAll {
      guard case .form(let dialog) = $0, case .status = dialog.subject, dialog.isSaving else {
        return false
      }
      saved = dialog.user.id
      return true
    }
    switch change {
    case .add(let entry), .change(let entry): selectStatus(entry.status)
    case .move, .remove: break
    }
    statusesLoaded(statuses)
    return saved.map { dropDraft($0) } ?? []
  }

  // MARK: What keys do

  /// The next colour.
  mutating func changeTone() -> [Effect] {
    guard var entry = selectedStatus else { return [] }
    let tones = RepairStatus.Tone.allCases
    let index = tones.firstIndex(of: entry.tone) ?? 0
    entry.tone = tones[(index + 1) % tones.count]
    return [.changeStatuses(.change(entry))]
  }

  mutating func moveStatus(by steps: Int) -> [Effect] {
    statusEditor?.selected.map { [.changeStatuses(.move($0, by: steps))] } ?? []
  }

  /// A status in use is removed once it is said where its orders go.
  mutating func removeStatus() -> [Effect] {
    guard let entry = selectedStatus else { return [] }
    if orderCounts?.byStatus[entry.status] ?? 0 == 0 {
      return [.changeStatuses(.remove(entry.status, ordersTo: nil))]
    }
    guard let other = statuses.replacements(for: entry.status).first else { return [] }
    layers.append(
      .statusMenu(StatusMenu(purpose: .replace(entry.status), selected: .status(other))))
    return []
  }

  mutating func openStatusForm(_ entry: RepairStatuses.Entry?) {
    let status = StatusForm(entry, statuses: statuses, language: configuration.language)
    open(FormDialog(status.form(words), for: .status(status)))
  }
}
