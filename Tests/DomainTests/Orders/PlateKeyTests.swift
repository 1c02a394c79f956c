import Domain
import Testing

@Suite struct PlateKeyTests {
  @Test(arguments: [
    ("AA1234BX", "AA1234BX"),
    ("аа 1234 вх", "AA1234BX"),
    ("АА-1234 ВХ", "AA1234BX"),
    ("аВеіКмНоРсТх", "ABEIKMHOPCTX"),
    ("12345 КА", "12345KA"),
    // No look-alike: it stays what it is.
    ("ЇЖ 0001 Ю", "ЇЖ0001Ю"),
    ("a-10231", "A10231"),
    (" .,-/ ", ""),
  ])
  func platesAreComparedAs(text: String, key: String) {
    #expect(PlateKey(text).text == key)
  }
}
