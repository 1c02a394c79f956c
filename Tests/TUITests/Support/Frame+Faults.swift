import Domain

@testable import TUI

extension Frame {
  /// What is wrong with a frame whatever it shows; empty where it can go to a terminal.
  var faults: [String] {
    var faults: [String] = []
    if cells.count != size.columns * size.rows { faults.append("\(cells.count) cells") }
    if let cursor, !bounds.contains(cursor) { faults.append("cursor at \(cursor)") }
    for row in 0..<size.rows {
      let line = cells[(row * size.columns)..<((row + 1) * size.columns)]
      if let fault = Frame.fault(in: line) { faults.append("row \(row): \(fault)") }
      // Whatever stands inside, the boxes at the sides stay where they are.
      guard size.columns >= 40, size.rows >= 10, (2..<(size.rows - 2)).contains(row) else {
        continue
      }
      for cell in [line.first, line.last].compactMap({ $0 })
      where !Frame.borders.contains(cell.glyph.base) {
        faults.append("row \(row): \(cell.glyph.text) in place of a border")
      }
    }
    return faults
  }

  /// Where a vertical line of a box does not go on in the next row: at the left of a shifted cell, say.
  var brokenLines: [Position] {
    let lines = Set("│┌┐└┘├┤┬┴┼─".unicodeScalars)
    let downward = Set("│┌┐├┤┬┼".unicodeScalars)
    let upward = Set("│└┘├┤┴┼".unicodeScalars)
    return (1..<size.rows).flatMap { row in
      (0..<size.columns).compactMap { column in
        let place = Position(column: column, row: row)
        let (above, here) = (cell(at: Position(column: column, row: row - 1)), cell(at: place))
        // A title stands in the place of its box's border.
        let titles: Set<Role> = [.dialogTitle, .paneTitle, .paneTitleFocused, .heading]
        let isCutBelow = downward.contains(above.glyph.base) && !lines.contains(here.glyph.base)
        let isCutAbove = upward.contains(here.glyph.base) && !lines.contains(above.glyph.base)
        return (isCutBelow && !titles.contains(here.role))
          || (isCutAbove && !titles.contains(above.role)) ? place : nil
      }
    }
  }

  private static let borders: Set<Unicode.Scalar> = ["│", "┌", "└", "├", "┐", "┘", "┤"]

  /// Cells of one row: each wide glyph has its second half, and nothing is more than a character.
  private static func fault(in line: ArraySlice<Cell>) -> String? {
    var needsHalf = false
    for cell in line {
      let glyph = cell.glyph
      if (glyph.width == 0) != needsHalf { return "half a glyph beside \(glyph.text)" }
      needsHalf = glyph.width == 2
      if glyph.base.isASCII, !glyph.hasMarks {
        guard (0x20..<0x7F).contains(glyph.base.value) else { return "U+\(glyph.base.value)" }
        continue
      }
      guard isPrintable(glyph.base), !isMark(glyph.base) else { return "U+\(glyph.base.value)" }
      for mark in glyph.marks where !isMark(mark) || !isPrintable(mark) {
        return "U+\(mark.value) as a mark"
      }
    }
    return needsHalf ? "half a glyph at the end" : nil
  }

  /// Also the vowels and finals of Hangul, which join the consonant before them.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    if (0x1161...0x11FF).contains(scalar.value) { return true }
    return [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
  }

  /// By the library's properties, not by our own table: no control, no bidi control, nothing that
  /// is not seen.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isDefaultIgnorableCodePoint { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return false
    default: return true
    }
  }
}
