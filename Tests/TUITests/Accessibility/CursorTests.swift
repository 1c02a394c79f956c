import Domain
import Testing

@testable import TUI

/// Screen readers and magnifiers follow the hardware cursor: it stands on the selected row or in the
/// focused field wherever there is one, on every screen.
@Suite struct CursorTests {
  private static let sizes = [(60, 15), (80, 24), (120, 40), (200, 60)]

  @Test(arguments: Scene.allCases) func itStandsOnWhatKeysAreAbout(_ scene: Scene) throws {
    for (columns, rows) in Self.sizes {
      var desk = Desk.golden(columns, rows)
      scene.enter(&desk)
      let frame = desk.frame
      let cursor = try #require(frame.cursor)
      #expect(frame.bounds.contains(cursor))
      // A hint stands in a field that is still empty.
      let focused: Set<Role> = [.selected, .fieldFocused, .fieldError, .dim]
      guard frame.cells.contains(where: { [.selected, .fieldFocused].contains($0.role) }) else {
        // Nothing is selected: it stands where reading begins.
        #expect(cursor.column <= 2 || desk.state.layers.isEmpty == false)
        continue
      }
      #expect(focused.contains(frame.cell(at: cursor).role), "\(columns)×\(rows)\n\(desk.screen)")
    }
  }
}
