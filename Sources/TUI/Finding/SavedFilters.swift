import Domain

/// The menu of saved filters, in which one is selected.
struct SavedFilterMenu: Equatable, Sendable {
  private(set) var selected = 0

  mutating func move(_ action: Action, count: Int) {
    let target =
      switch action {
      case .up: selected - 1
      case .down: selected + 1
      default: selected
      }
    selected = max(0, min(target, count - 1))
  }
}

extension ViewState.SavedFilter {
  func isNamed(_ name: String) -> Bool {
    self.name.lowercased() == name.lowercased()
  }
}

extension ConsoleState {
  private var savedFilterMenu: SavedFilterMenu? {
    if case .savedFilters(let menu) = layers.last { menu } else { nil }
  }

  /// The filter that a digit stands for.
  mutating func applySaved(key: String) {
    guard let filter = view.filters.first(where: { $0.key == key }) else {
      message = Message(text: words(.noFilterOnKey, key), role: .warning)
      return
    }
    applySaved(filter)
  }

  mutating func applySelected() {
    guard let menu = savedFilterMenu, view.filters.indices.contains(menu.selected) else { return }
    applySaved(view.filters[menu.selected])
  }

  mutating func applySaved(_ filter: ViewState.SavedFilter) {
    if savedFilterMenu != nil { layers.removeLast() }
    do throws(FilterProblem) {
      showLog(try FilterLanguage.filter(filter.text))
    } catch {
      message = Message(text: wording.sentence(error), role: .warning)
    }
  }

  /// Keeps the filter in force under a name; one that had it is replaced. The first nine have a key.
  mutating func saveFilter(_ name: String) throws(Command.Refusal) {
    let text = FilterLanguage.text(log.filter)
    if text.isEmpty { throw Command.Refusal(sentence: words(.whyNoFilter)) }
    if name.isEmpty { throw Command.Refusal(sentence: words(.filterNeedsName)) }
    if let index = view.filters.firstIndex(where: { $0.isNamed(name) }) {
      view.filters[index].text = text
    } else {
      let key = (1...9).map(String.init).first { key in !view.filters.contains { $0.key == key } }
      view.filters.append(ViewState.SavedFilter(name: name, key: key, text: text))
    }
    message = Message(text: words(.filterSaved, name), role: .success)
  }

  mutating func deleteSaved() {
    guard var menu = savedFilterMenu, view.filters.indices.contains(menu.selected) else { return }
    let filter = view.filters.remove(at: menu.selected)
    menu.move(.deleteFilter, count: view.filters.count)
    layers[layers.count - 1] = .savedFilters(menu)
    message = Message(text: words(.filterDeleted, filter.name), role: .success)
  }

  func draw(_ menu: SavedFilterMenu, in frame: inout Frame) {
    let rows = max(1, view.filters.count)
    let box = Layout.dialogs(in: size).centered(Size(columns: 66, rows: rows + 4))
    frame.dialog([], title: words(.savedFilters), in: box)
    let (list, bottom) = box.inset(columns: 2, rows: 1).split(bottom: 1)
    frame.lines([keyLine(.savedFilters)], in: bottom, plain: .dialog)
    if view.filters.isEmpty {
      frame.lines([PaneLine(words(.noSavedFilters), .dim)], in: list)
    }
    let first = max(0, menu.selected - list.rows + 1)
    for (row, filter) in view.filters.dropFirst(first).enumerated() where row < list.rows {
      let place = list.position(row: row)
      let name = list.columns / 3
      frame.put(filter.key ?? " ", at: place, width: 2, role: .hintKey)
      frame.put(filter.name, at: place.moved(columns: 3), width: name, role: .dialog)
      frame.put(
        filter.text, at: place.moved(columns: name + 4), width: list.columns - name - 4, role: .dim)
      guard first + row == menu.selected else { continue }
      frame.restyle(
        Rect(column: place.column, row: place.row, columns: list.columns, rows: 1), role: .selected)
      frame.cursor = place
      frame.answerClicks(in: list, .lines(selected: place.row))
    }
  }
}
