import Testing

@testable import TUI

/// The level picture as text.
@Suite struct LevelLinesTests {
  /// Twenty seconds: the client speaks for the first half, the employee for the third quarter.
  static let levels = SoundLevels(channels: [
    [UInt8](repeating: 200, count: 100) + [UInt8](repeating: 3, count: 100),
    [UInt8](repeating: 0, count: 100) + [UInt8](repeating: 100, count: 50)
      + [UInt8](repeating: 0, count: 50),
  ])

  @Test func eachChannelHasALineAndThePositionMoves() throws {
    let levels = try #require(Self.levels)
    let start = LevelLines(levels: levels, position: 0)
    #expect(start.line(0, columns: 8) == "│███▁▁▁▁")
    #expect(start.line(1, columns: 8) == "│   ▄▄  ")
    let later = LevelLines(levels: levels, position: 13)
    #expect(later.line(0, columns: 8) == "████▁│▁▁")
    #expect(later.line(1, columns: 8) == "    ▄│  ")
    #expect(LevelLines(levels: levels, position: 99).line(0, columns: 8) == "████▁▁▁│")
  }

  @Test func oneLineSaysWhoSpeaks() throws {
    let levels = try #require(Self.levels)
    #expect(LevelLines(levels: levels, position: 19).line(columns: 8) == "▀▀▀▀▄▄·│")
    let together = try #require(
      SoundLevels(channels: [[9, 9, 9, 0, 0, 0], [9, 9, 9, 9, 0, 0]]))
    #expect(LevelLines(levels: together, position: 9).line(columns: 3) == "██│")
  }

  @Test func oneChannelIsBars() throws {
    let levels = try #require(SoundLevels(channels: [[0, 32, 64, 128, 255, 255]]))
    #expect(LevelLines(levels: levels, position: 9).line(columns: 6) == " ▂▃▅█│")
  }

  @Test(arguments: [-1, 0]) func withoutRoomThereIsNothing(_ columns: Int) throws {
    let lines = LevelLines(levels: try #require(Self.levels), position: 0)
    #expect(lines.line(columns: columns) == "" && lines.line(0, columns: columns) == "")
  }

  @Test func moreColumnsThanTenths() throws {
    let levels = try #require(SoundLevels(channels: [[255, 0], [0, 255]]))
    #expect(LevelLines(levels: levels, position: 9).line(columns: 6) == "▀▀▀▄▄│")
    #expect(LevelLines(levels: levels, position: 9).line(1, columns: 6) == "   ██│")
  }
}
