import Domain
import Testing

@Suite struct EditDistanceTests {
  static let distances: [(String, String, Int)] = [
    ("", "", 0), ("filter", "filter", 0), ("fliter", "filter", 2), ("fiter", "filter", 1),
    ("filters", "filter", 1), ("", "sort", 4), ("sort", "", 4), ("від", "вид", 1),
    ("kitten", "sitting", 3),
  ]

  @Test(arguments: distances) func changesThatMakeOneOfTheOther(
    _ left: String, _ right: String, _ count: Int
  ) {
    #expect(left.edits(to: right) == count)
    #expect(right.edits(to: left) == count)
  }
}
