import Domain
import Testing

@testable import TUI

/// A thousand sizes from 1×1 to 500×200, on each screen and with each dialog open.
@Suite struct ResizeTests {
  private static let sizesEach = 1000 / Scene.allCases.count + 1

  @Test(arguments: Scene.allCases) func nothingIsLost(_ scene: Scene) {
    var dice = RandomWalkTests.Dice(seed: UInt64(scene.keys.count + 7))
    let end = Size(columns: 80 + dice.roll(60), rows: 24 + dice.roll(20))
    var desk = Desk.sample(end.columns, end.rows)
    scene.enter(&desk)
    let before = desk.frame
    for _ in 0..<Self.sizesEach {
      // Most terminals are small, and most traps are in the smallest.
      let isSmall = dice.roll(3) > 0
      let size = Size(
        columns: 1 + dice.roll(isSmall ? 90 : 500), rows: 1 + dice.roll(isSmall ? 30 : 200))
      desk.send(.resized(size))
      let frame = desk.frame
      #expect(frame.size == size)
      #expect(frame.faults.isEmpty, "\(size)")
    }
    desk.send(.resized(end))
    #expect(desk.frame == before)
  }

  @Test(arguments: Scene.allCases) func theSmallestOnes(_ scene: Scene) {
    var desk = Hostile.desk(["山田 太郎", "Зоя\u{301}"], 80, 24, .ukrainian)
    scene.enter(&desk)
    for columns in [1, 2, 3, 5, 39, 40, 41] {
      for rows in [1, 2, 3, 9, 10, 11] {
        desk.send(.resized(Size(columns: columns, rows: rows)))
        #expect(desk.frame.faults.isEmpty, "\(columns)×\(rows)")
      }
    }
  }
}
