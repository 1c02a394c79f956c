import Domain
import Testing

@Suite struct NameKeyTests {
  /// The Ukrainian alphabet, which Unicode's code points do not follow.
  @Test func alphabet() {
    let letters = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ".map(String.init)
    #expect(letters.shuffled().sorted { NameKey($0) < NameKey($1) } == letters)
    #expect(letters.sorted() != letters)
  }

  @Test func names() {
    let sorted = [
      "2-й сервіс", "Adam", "Škoda Центр", "Zoë", "Аваков", "Автопарк", "Гавриленко", "Ґаламаґан",
      "Євтушенко", "Жук", "Ирина", "Іваненко", "Іваненко Олена", "Їжакевич", "Йосип", "Яременко",
    ]
    #expect(sorted.reversed().sorted { NameKey($0) < NameKey($1) } == sorted)
    #expect(NameKey("Яяя") < NameKey.unnamed)
  }

  @Test(arguments: [
    ("Іваненко Олена", "  ІВАНЕНКО   олена "), ("Мар'яна", "Мар’яна"), ("Мар'яна", "Марʼяна"),
    ("Мар'яна", "Маряна"), ("Нечуй-Левицький", "Нечуй Левицький"), ("Škoda", "Skoda"),
    ("Іва\u{301}ненко", "Іваненко"), ("Алёна", "Алена"), ("О́лена", "Олена"), ("O.K.", "O K"),
    // one letter, however it is composed
    ("Йосип", "И\u{306}осип"), ("Їжак", "І\u{308}жак"), ("Zoë", "Zoe\u{308}"),
    // letters of neighbours stand where theirs do
    ("Ўласенко", "Уласенко"), ("Ѓорѓи", "Горги"),
  ])
  func theSame(_ one: String, _ other: String) {
    #expect(NameKey(one) == NameKey(other))
    #expect(NameKey(one).text.utf8.elementsEqual(NameKey(other).text.utf8))
  }

  @Test(arguments: [
    ("Йосип", "Иосип"), ("Їжак", "Іжак"), ("Ґудзь", "Гудзь"), ("Єва", "Ева"), ("Бо", "Во"),
  ])
  func different(_ one: String, _ other: String) {
    #expect(NameKey(one) != NameKey(other))
  }

  @Test func nothingInIt() {
    for name in ["", " ", "—", "'", "\u{301}", "\u{0}"] { #expect(NameKey(name).text.isEmpty) }
  }

  /// "ʼ" counts for nothing, but a name with it does not take the short way.
  @Test func theShortWayLeadsWhereTheLongOneDoes() {
    for value in Array(0x00...0x7F) + Array(0x400...0x52F) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      for name in ["а\(scalar)б", "\(scalar)", " \(scalar) Б"] {
        #expect(NameKey(name) == NameKey(name + "ʼ"), "U+\(String(value, radix: 16))")
      }
    }
  }
}
