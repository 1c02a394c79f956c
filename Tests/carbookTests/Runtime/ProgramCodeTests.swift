import Foundation
import Testing

@testable import carbook

/// Giving back the memory of code that has been run.
@Suite struct ProgramCodeTests {
  @Test func onlyWhatIsRunAndComesFromAFileIsGivenBack() {
    let maps = """
      56297a000000-56297a001000 r--p 00000000 fe:00 5383126    /usr/bin/carbook
      56297bee3000-56297d8e2000 r-xp 00001000 fe:00 5383126    /usr/bin/carbook
      56297d989000-56297fdcf000 rw-p 01aa5000 fe:00 5383126    /usr/bin/carbook
      5629a511c000-5629a538d000 rw-p 00000000 00:00 0          [heap]
      7fab7c000000-7fab7c03b000 r-xp 00000000 00:00 0
      7fab8ec44000-7fab8ed9a000 r-xp 00026000 fe:00 333151     /usr/lib/a b/libc.so.6 (deleted)
      7ffd1b5f4000-7ffd1b5f6000 r-xp 00000000 00:00 0          [vdso]
      """
    #expect(
      ProgramCode.codeMappings(maps)
        == [0x5629_7bee_3000..<0x5629_7d8e_2000, 0x7fab_8ec4_4000..<0x7fab_8ed9_a000])
  }

  @Test func whatWasGivenBackRunsOn() throws {
    let before = try Self.resident()
    ProgramCode.giveBack()
    let after = try Self.resident()
    #expect(after < before)
    #expect([3, 1, 2].sorted() == [1, 2, 3])
  }

  /// KiB of files that are mapped here (proc(5), RssFile).
  private static func resident() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("RssFile:") })
    return try #require(Int(line.split(separator: " ").dropFirst().first ?? ""))
  }
}
