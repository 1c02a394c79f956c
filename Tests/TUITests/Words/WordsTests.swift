import Domain
import Foundation
import Testing

@testable import TUI

@Suite struct WordsTests {
  /// The catalogue's own text: `static let name = Phrase("English", "Ukrainian")`.
  static func catalogue() throws -> [(file: String, english: String, ukrainian: String)] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/TUI/Words/Phrases").standardized
    let entry = /= Phrase\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\s*\)/
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .flatMap { file in
        let text = try String(contentsOf: file, encoding: .utf8)
        let found = text.matches(of: entry)
        #expect(found.count == text.matches(of: /static let/).count, "\(file.lastPathComponent)")
        return found.map { (file.lastPathComponent, String($0.1), String($0.2)) }
      }
  }

  @Test func everyPhraseIsThereInBothLanguages() throws {
    let phrases = try WordsTests.catalogue()
    #expect(phrases.count > 200)
    let places = { (text: String) in text.components(separatedBy: "{}").count }
    for (file, english, ukrainian) in phrases {
      #expect(!english.isEmpty && !ukrainian.isEmpty, "\(file): \(english)")
      #expect(places(english) == places(ukrainian), "\(file): \(english)")
      #expect(!english.unicodeScalars.contains { (0x400...0x52F).contains($0.value) })
    }
  }

  static let calls: [(Int, String)] = [
    (0, "0 дзвінків"), (1, "1 дзвінок"), (2, "2 дзвінки"), (4, "4 дзвінки"), (5, "5 дзвінків"),
    (11, "11 дзвінків"), (12, "12 дзвінків"), (14, "14 дзвінків"), (21, "21 дзвінок"),
    (22, "22 дзвінки"), (25, "25 дзвінків"), (101, "101 дзвінок"), (111, "111 дзвінків"),
    (1002, "1002 дзвінки"),
  ]

  @Test(arguments: calls) func ukrainianPlurals(_ count: Int, _ text: String) {
    #expect(Words(language: .ukrainian).count(count, .call) == text)
  }

  @Test(arguments: [(0, "0 calls"), (1, "1 call"), (2, "2 calls"), (21, "21 calls")])
  func englishPlurals(_ count: Int, _ text: String) {
    #expect(Words(language: .english).count(count, .call) == text)
  }

  @Test func valuesStandInTheirPlaces() {
    let words = Words(language: .english)
    #expect(words(.belongsNow, "+380", "Ганна {}") == "+380 is now Ганна {}'s number.")
    #expect(words(.today, "48") == "today 48")
  }

  static let dates: [(Timestamp, Int, String, String)] = [
    (Sample.at("14:31"), 15, "today     14:31", "сьогодні  14:31"),
    (Sample.at("14:31"), 12, "today  14:31", "сьог.  14:31"),
    (Sample.at("09:05"), 7, "09:05", "09:05"),
    (Sample.at("00:00"), 12, "today  00:00", "сьог.  00:00"),
    (Sample.at("23:59", daysAgo: 1), 15, "yesterday 23:59", "вчора     23:59"),
    (Sample.at("23:59", daysAgo: 1), 12, "yest.  23:59", "вчора  23:59"),
    (Sample.at("23:59", daysAgo: 1), 7, "yest.", "вчора"),
    (Sample.at("08:00", daysAgo: 9), 12, "12 Nov 08:00", "12 лис 08:00"),
    (Sample.at("08:00", daysAgo: 9), 7, "12 Nov", "12 лис"),
    (Sample.at("10:10", daysAgo: 373), 12, "13 Nov 2025", "13 лис 2025"),
    (Sample.at("10:10", daysAgo: 373), 17, "13 Nov 2025 10:10", "13 лис 2025 10:10"),
  ]

  @Test(arguments: dates) func datesInAColumn(
    _ instant: Timestamp, _ columns: Int, _ english: String, _ ukrainian: String
  ) {
    for (language, text) in [(Language.english, english), (.ukrainian, ukrainian)] {
      let wording = Wording(words: Words(language: language), zone: .kyiv, now: Sample.now)
      #expect(wording.dateTime(instant, columns: columns) == text)
    }
  }

  static let durations: [(Int64, Int, String)] = [
    (0, 5, "0:00"), (7, 5, "0:07"), (185, 5, "3:05"), (3599, 5, "59:59"), (3600, 5, "1h00m"),
    (3600, 7, "1:00:00"), (3723, 8, "1:02:03"), (-4, 5, "0:00"), (.max, 8, "99:59:59"),
  ]

  @Test(arguments: durations) func durationsInAColumn(
    _ seconds: Int64, _ columns: Int, _ text: String
  ) {
    let wording = Wording(words: Words(language: .english), zone: .kyiv, now: Sample.now)
    #expect(wording.duration(seconds, columns: columns) == text)
  }

  @Test func ukrainianDurationsAreInUkrainian() {
    let wording = Wording(words: Words(language: .ukrainian), zone: .kyiv, now: Sample.now)
    #expect(wording.duration(3600, columns: 5) == "1г00х")
  }

  @Test(arguments: [
    ("uk_UA.UTF-8", Language.ukrainian), ("uk", .ukrainian), ("en_US.UTF-8", .english),
    ("C", .english), ("", .english), ("de_DE", .english),
  ])
  func theLanguageIsReadFromTheLocale(_ locale: String, _ language: Language) {
    #expect(Language(locale: locale) == language)
  }

  @Test func statusWordsFitTheirColumnInBothLanguages() {
    let words: [Phrase] = [
      .ringing, .talking, .answered, .missed, .notReached, .busy, .failed, .refused, .voicemail,
      .unknown, .otherStatus, .notUnderstood,
    ]
    #expect(words.allSatisfy { DisplayWidth.of($0.english) <= 14 })
    #expect(words.allSatisfy { DisplayWidth.of($0.ukrainian) <= 11 })
  }
}
