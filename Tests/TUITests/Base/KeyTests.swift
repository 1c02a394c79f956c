import TUI
import Testing

@Suite struct KeyTests {
  @Test(arguments: [
    (Key.function(9), "F9"), (.control("s"), "Ctrl-S"), (.alt("x"), "Alt-x"),
    (.pageDown, "PgDn"), (.enter, "Enter"), (.escape, "Esc"), (.backTab, "Shift-Tab"),
    (.character(" "), "Space"), (.character("n"), "n"), (.up, "↑"), (.ctrlLeft, "Ctrl-←"),
  ])
  func `is named as hint bars print it`(key: Key, name: String) {
    #expect(key.description == name)
  }

  @Test(arguments: [
    ("йцукен", "qwerty"), ("фіва", "asdf"), ("ячсмить", "zxcvbnm"), ("НПШ", "YGI"),
    ("хїжєґбю", "[];'\\,."), ("Ж", ":"), ("ыэъё", "s']`"),
    ("qG/?.:7", "qG/?.:7"), ("ß日", "ß日"),
  ])
  func `letters map to the Latin one on the same key`(typed: String, latin: String) {
    #expect(String(typed.map(KeyboardLayout.latin)) == latin)
  }
}
