import Domain
import Testing

@testable import TUI

/// The list of repair statuses that the shop edits.
@Suite struct StatusEditorTests {
  private static func editor(language: Language = .english) -> Desk {
    var desk = Desk.sample(language: language)
    desk.press(.character("6"), .character("E"))
    return desk
  }

  private func words(_ desk: Desk) -> [String] {
    desk.state.statuses.entries.map(\.status.rawValue)
  }

  @Test func theList() {
    let desk = StatusEditorTests.editor(language: .ukrainian)
    #expect(
      desk.body == """
         сьогодні 48 · відповіли 39 · пропущено 6 · передзвонити 3
        ┌ Налаштування  [Інтеграції]  Вихідні  Працівники  Маршрутизація ──────────────┐
        │ Ця консоль слухає на 127.0.0.1:8080.                                         │
        │ Сховище: carbook.db. Carbook 1.0.0.                                          │
        │                                                                              │
        │ Провай┌ Статуси ремонту ─────────────────────────────────────────────┐       │
        │ провай│ Нове                        нове                      0      │       │
        │       │ Діагностика                 у роботі                  0      │       │
        │       │ Чекає погодження            чекає                     0      │       │
        │       │ Чекає запчастин             чекає                     0      │       │
        │       │ У ремонті                   у роботі                  1      │       │
        │       │ Готово                      готове                    0      │       │
        │       │ Закрито                     закрите     закриває      1      │       │
        │       │ Скасовано                   скасоване   закриває      0      │       │
        │       └──────────────────────────────────────────────────────────────┘       │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func fromTheMenuOfStatuses() {
    var desk = Desk.sample()
    desk.press(.character("3"), .character("r"), .character("E"))
    #expect(desk.state.statusEditor?.selected == .inRepair)
    desk.press(.escape)
    #expect(desk.state.layers.isEmpty)
  }

  @Test func addOneAndItIsEverywhere() {
    var desk = StatusEditorTests.editor(language: .ukrainian)
    desk.press(.character("a"))
    desk.type("Чекає клієнта")
    desk.press(.function(2))
    #expect(words(desk).suffix(3) == ["Чекає клієнта", "closed", "cancelled"])
    #expect(desk.state.statusEditor?.selected?.rawValue == "Чекає клієнта")
    desk.press(.escape, .character("3"), .character("r"))
    #expect(desk.screen.contains("│ 7  Чекає клієнта "))
  }

  @Test func rename() {
    var desk = StatusEditorTests.editor()
    desk.press(.end, .up, .up, .enter, .control("u"))
    desk.type("Done")
    desk.press(.function(2))
    #expect(
      desk.store.written.last
        == .changeStatuses(.change(.init(.ready, english: "Done", tone: .ready))))
    #expect(desk.screen.contains("│ Done "))
    #expect(desk.state.layers.count == 1)
  }

  @Test func aNameIsGivenOnce() {
    var desk = StatusEditorTests.editor()
    desk.press(.character("a"), .function(2))
    #expect(desk.screen.contains("A status needs a name."))
    desk.type("in REPAIR")
    desk.press(.function(2))
    #expect(desk.screen.contains("Another status is called so."))
    #expect(desk.store.written.isEmpty)
  }

  @Test func orderAndColour() {
    var desk = StatusEditorTests.editor()
    desk.press(.down, .character("K"))
    #expect(words(desk).prefix(2) == ["diagnostics", "new"])
    desk.press(.character("J"), .character("J"))
    #expect(words(desk).prefix(3) == ["new", "waiting for approval", "diagnostics"])
    desk.press(.character("c"))
    #expect(desk.state.statuses[.diagnostics]?.tone == .waiting)
    #expect(desk.state.statusEditor?.selected == .diagnostics)
  }

  @Test func aStatusInUseAsksWhereItsOrdersGo() {
    var desk = StatusEditorTests.editor()
    desk.press(.down, .down, .down, .down, .character("D"))
    #expect(desk.screen.contains("┌ Orders in “In repair” become ─"))
    desk.press(.character("r"))
    #expect(!words(desk).contains("in repair"))
    #expect(desk.store.orders[0].status == .ready)
    #expect(desk.state.statusEditor?.selected == .cancelled)
    // Nobody uses that one.
    desk.press(.character("D"))
    #expect(!words(desk).contains("cancelled"))
    desk.press(.character("D"))
    #expect(
      desk.screen.contains("It is the last one that opens, or closes, an order."))
    #expect(words(desk).contains("closed"))
  }
}
