/// One cell of a frame: what it shows and what that means.
public struct Cell: Hashable, Sendable {
  public var glyph: Glyph
  public var role: Role

  public init(glyph: Glyph = .blank, role: Role = .plain) {
    self.glyph = glyph
    self.role = role
  }
}

/// A picture of the whole screen, as text and roles. Screens draw one, tests read it, the terminal
/// sends what differs from the one before.
///
/// Every drawing function clips: what lies outside the frame is left out, never an error.
public struct Frame: Equatable, Sendable {
  public let size: Size
  /// Row by row, `size.columns` cells each.
  public private(set) var cells: [Cell]
  /// Where the hardware cursor stands; nil hides it.
  public var cursor: Position?
  /// What the terminal's window is called; nil leaves the title as it is.
  public var title: String?
  /// Text that a terminal may open (OSC 8).
  public var links: [Link] = []
  /// What a click does, and where; the topmost last.
  var targets: [Target] = []

  /// Cells of one row that lead to an address.
  public struct Link: Equatable, Sendable {
    public let position: Position
    public let columns: Int
    /// Printable ASCII.
    public let address: String

    public init(position: Position, columns: Int, address: String) {
      self.position = position
      self.columns = columns
      self.address = address
    }
  }

  /// A blank frame.
  public init(size: Size, role: Role = .plain) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: Cell(role: role), count: self.size.columns * self.size.rows)
  }

  /// The whole frame.
  public var bounds: Rect { Rect(size) }

  /// The cell at a place, a blank one outside the frame.
  public func cell(at position: Position) -> Cell {
    bounds.contains(position) ? cells[index(position)] : Cell()
  }

  /// The stretches of rows that differ from another frame's, as places in `cells`. Stretches with a few
  /// cells between them are one: to hand those on as well takes less than to begin anew.
  /// - Parameter other: of the same size; nil where everything differs.
  public func changes(since other: Frame?) -> [Range<Int>] {
    let rows = (0..<size.rows).map { ($0 * size.columns)..<(($0 + 1) * size.columns) }
    guard let other else { return rows }
    var changes: [Range<Int>] = []
    cells.withUnsafeBufferPointer { cells in
      other.cells.withUnsafeBufferPointer { before in
        for row in rows {
          var start = row.lowerBound
          var end = start
          for place in row where cells[place] != before[place] {
            if place - end > Frame.gap || end == start {
              if end > start { changes.append(start..<end) }
              start = place
            }
            end = place + 1
          }
          if end > start { changes.append(start..<end) }
        }
      }
    }
    return changes
  }

  /// Cells between two stretches that are handed on as one.
  private static let gap = 6

  private func index(_ position: Position) -> Int {
    position.row * size.columns + position.column
  }

  /// Writes `text`, sanitised, on one row.
  /// - Parameters:
  ///   - position: the first column; the row and columns may lie outside the frame.
  ///   - width: columns the text may take, at most up to the frame's edge; longer text ends in "…".
  ///   - alignment: where shorter text stands in `width`.
  ///   - padded: also blanks, in `role`, what the text leaves of `width`.
  /// - Returns: the column after the last one written, where the next piece may start.
  @discardableResult
  public mutating func put(
    _ text: some StringProtocol, at position: Position, width: Int? = nil, role: Role = .plain,
    alignment: Alignment = .leading, padded: Bool = false
  ) -> Int {
    let room = size.columns - position.column
    let columns = min(width ?? room, room)
    guard columns > 0, (0..<size.rows).contains(position.row) else { return position.column }
    // No more than what there is room for, and one to show that there is more.
    return withUnsafeTemporaryAllocation(of: Glyph.self, capacity: columns + 1) { glyphs in
      let (count, total) = Glyphs.read(text, into: glyphs, columns: columns)
      let cut = total > columns
      let start = position.column + (cut ? 0 : alignment.offset(of: total, in: columns))
      let end = position.column + columns
      var place = position
      if padded { blank(from: position.column, to: start, row: position.row, role: role) }
      place.column = start
      let limit = cut ? end - 1 : end
      let plain = writePlain(glyphs[..<count], at: place, upTo: limit, role: role)
      place.column += plain
      for glyph in glyphs[plain..<count] {
        guard place.column + Int(glyph.width) <= limit else { break }
        set(glyph, at: place, role: role)
        place.column += Int(glyph.width)
      }
      if cut {
        set(.ellipsis, at: place, role: role)
        place.column += 1
      }
      guard padded else { return place.column }
      blank(from: place.column, to: end, row: position.row, role: role)
      return end
    }
  }

  /// Writes glyphs of one cell over cells of one glyph, which is nearly all there is.
  /// - Returns: how many; `set` has to write the next one.
  private mutating func writePlain(
    _ glyphs: Slice<UnsafeMutableBufferPointer<Glyph>>, at place: Position, upTo end: Int,
    role: Role
  ) -> Int {
    guard place.column >= 0 else { return 0 }
    let (first, room) = (index(place), end - place.column)
    return cells.withUnsafeMutableBufferPointer { cells in
      var count = 0
      for glyph in glyphs.prefix(max(0, room)) {
        guard glyph.width == 1, cells[first + count].glyph.width == 1 else { break }
        cells[first + count] = Cell(glyph: glyph, role: role)
        count += 1
      }
      return count
    }
  }

  /// Fills a rectangle with one character (of one cell; blanks by default).
  public mutating func fill(_ rect: Rect, with character: Character = " ", role: Role = .plain) {
    let glyph = Glyphs.read(String(character)) { $0.next() } ?? .blank
    guard glyph.width > 1 else {
      for row in rect.row..<rect.endRow {
        line(of: glyph, from: rect.column, to: rect.endColumn, row: row, role: role)
      }
      return
    }
    for row in rect.row..<rect.endRow {
      for column in stride(from: rect.column, through: rect.endColumn - 2, by: 2) {
        set(glyph, at: Position(column: column, row: row), role: role)
      }
    }
  }

  /// Gives a rectangle another role and leaves its text: how a row is shown as selected.
  public mutating func restyle(_ rect: Rect, role: Role) {
    for row in max(0, rect.row)..<max(0, rect.row, min(size.rows, rect.endRow)) {
      for column in max(0, rect.column)..<max(0, rect.column, min(size.columns, rect.endColumn)) {
        cells[row * size.columns + column].role = role
      }
    }
  }

  private mutating func blank(from: Int, to: Int, row: Int, role: Role) {
    line(of: .blank, from: from, to: to, row: row, role: role)
  }

  /// Writes a glyph of one cell over and over.
  private mutating func line(of glyph: Glyph, from: Int, to: Int, row: Int, role: Role) {
    let (start, end) = (max(0, from), min(to, size.columns))
    guard start < end, (0..<size.rows).contains(row) else { return }
    // Only at the ends half a wide glyph may be left.
    set(glyph, at: Position(column: start, row: row), role: role)
    set(glyph, at: Position(column: end - 1, row: row), role: role)
    let first = row * size.columns
    for place in (first + start)..<(first + end) { cells[place] = Cell(glyph: glyph, role: role) }
  }

  /// Writes a glyph of one cell over and over, to the right or downwards, up to where something else
  /// stands or the frame ends.
  /// - Returns: how many.
  mutating func run(
    of glyph: Glyph, from position: Position, count: Int, isDown: Bool, role: Role
  ) -> Int {
    guard bounds.contains(position) else { return 0 }
    let (first, step) = (index(position), isDown ? size.columns : 1)
    let room = isDown ? size.rows - position.row : size.columns - position.column
    return cells.withUnsafeMutableBufferPointer { cells in
      for done in 0..<max(0, min(count, room)) {
        let place = first + done * step
        guard cells[place].glyph == .blank || cells[place].glyph == glyph else { return done }
        cells[place] = Cell(glyph: glyph, role: role)
      }
      return max(0, min(count, room))
    }
  }

  /// Writes one glyph. Half a wide one that it covers leaves a blank for the other half; a wide one
  /// that the frame's edge would cut is a blank too.
  mutating func set(_ glyph: Glyph, at position: Position, role: Role) {
    if glyph.width == 1, position.column >= 0, position.column < size.columns, position.row >= 0,
      position.row < size.rows, cells[index(position)].glyph.width == 1
    {
      // Nearly all there is.
      cells[index(position)] = Cell(glyph: glyph, role: role)
      return
    }
    guard bounds.contains(position) else {
      if glyph.width == 2, position.column == -1, (0..<size.rows).contains(position.row) {
        set(.blank, at: Position(column: 0, row: position.row), role: role)
      }
      return
    }
    let here = index(position)
    clearHalves(at: here, column: position.column)
    guard glyph.width == 2 else {
      cells[here] = Cell(glyph: glyph, role: role)
      return
    }
    guard position.column + 1 < size.columns else {
      cells[here] = Cell(role: role)
      return
    }
    clearHalves(at: here + 1, column: position.column + 1)
    cells[here] = Cell(glyph: glyph, role: role)
    cells[here + 1] = Cell(glyph: .continuation, role: role)
  }

  private mutating func clearHalves(at index: Int, column: Int) {
    switch cells[index].glyph.width {
    case 0 where column > 0: cells[index - 1].glyph = .blank
    case 2 where column + 1 < size.columns: cells[index + 1].glyph = .blank
    default: break
    }
  }
}
