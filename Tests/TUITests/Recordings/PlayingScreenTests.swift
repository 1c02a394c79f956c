import Domain
import Testing

@testable import TUI

/// A recording that is heard, on terminals of three sizes, in words and signs alone.
@Suite struct PlayingScreenTests {
  private func screen(
    _ columns: Int, _ rows: Int, keys: Key..., language: Language = .english
  ) -> [String] {
    var desk = Desk.sample(columns, rows, language: language)
    desk.press(.down, .character("p"))
    var playback = Playback(call: Call.ID(8), phase: .playing)
    playback.position = 13
    playback.duration = 20
    playback.speed = 125
    playback.canSeek = true
    playback.levels = LevelLinesTests.levels
    desk.send(.playbackChanged(playback))
    for key in keys { desk.press(key) }
    #expect(desk.frame.faults == [])
    return desk.frame.text
  }

  /// Where two lines are too many the pane has one.
  @Test func eightyByTwentyFourWithTheCallPane() {
    #expect(
      screen(80, 24, keys: .tab, .tab).joined(separator: "\n") == """
         1 Log  2 Contacts  3 Orders  4 Back 3  5 Stats  6 Set          ● :8080   14:32
         ▶ 0:13 / 0:20 ×1.25  Іваненко Олена  today 14:12  ▀▀▀▀▀▀▀▀▀▀▀▄▄▄│▄▄·····  2/11
        ┌ Call Log ────────────────────────────────────────────────────────────────────┐
        │ Date▼        Type  Status         Client            Customer          Talk   │
        │ today  14:31 ← in  ringing        +380 50 123 45 67 New client        0:07   │
        │ today  14:12 ← in  answered       +380 67 000 11 22 Іваненко Олена    3:05 ♪ │
        │ today  13:58 ← in  MISSED         +380 93 555 44 33 New client           —   │
        │ today  13:40 → out answered       +380 44 200 50 00 Автопарк ТОВ      1:12 ▶ │
        │ today  12:05 ← in  busy           hidden number     hidden number        —   │
        │ today  11:30 ⇄ int answered       102               internal call    1h02m   │
        │ yest.  18:20 ← in  answered       +380 66 111 22 33 山田 太郎 Yamada  0:41   │
        │ 12 Nov 09:15 ← in  answered       +380 66 111 22 44 Зоя́ Ї̈жак          0:09   │
        │ 12 Nov 08:00 ← in  voicemail      +380 63 000 99 88 2 contacts           —   │
        ├ Call ────────────────────────────────────────────────────────────────────────┤
        │ sound  ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀█▄▄▄▄▄▄▄▄▄│▄▄▄▄▄▄▄················· │
        │ Date           today 14:12             Talk           3:05                   │
        │ Status         answered                Connected with Петро С.               │
        │ Type           ← in                    Order          A-10231                │
        │ Caller         +380 67 000 11 22       Repair         In repair              │
        │ Called         +380 44 200 00 01       Source         —                      │
        │ Customer       Іваненко Олена          Comment        Linked to Іваненко Ол… │
        └──────────────────────────────────────────────────────────────────────────────┘

         Space pause  p stop, switch  Enter open  c contact  o order    q quit  F1 help
        """)
  }

  @Test func eightyByTwentyFourWithTheCard() {
    #expect(
      screen(80, 24, keys: .enter).joined(separator: "\n") == """
         1 Log  2 Contacts  3 Orders  4 Back 3  5 Stats  6 Set          ● :8080   14:32
         ▶ 0:13 / 0:20 ×1.25  Іваненко Олена  today 14:12  ▀▀▀▀▀▀▀▀▀▀▀▄▄▄│▄▄·····  2/11
        ┌ Call · Іваненко Олена ───────────────────────────────────────────────────────┐
        │ Call                                                                         │
        │ client    █████████████████████████████████▁▁▁▁▁▁▁▁▁│▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁ │
        │ employee                                   ▄▄▄▄▄▄▄▄▄│▄▄▄▄▄▄▄                 │
        │ Date            today 14:12:00                                               │
        │ Status          answered                                                     │
        │ Type            ← in                                                         │
        │ Caller          +380 67 000 11 22                                            │
        │ Called          +380 44 200 00 01                                            │
        │ Customer        Іваненко Олена                                               │
        │ Wait            0:12                                                         │
        │ Talk            3:05                                                         │
        │ Connected with  Петро С.                                                     │
        │ Order           A-10231                                                      │
        │ Repair          In repair                                                    │
        │ Source          —                                                            │
        │ Comment         Linked to Іваненко Олена                                     │
        │ Recording       ▶ 0:13 / 0:20 ×1.25                                          │
        │ Its link        https://example.com/8.mp3                                    │
        └──────────────────────────────────────────────────────────────────────────────┘

         Space pause  p stop, switch  Esc close  Tab next section  c contact    F1 help
        """)
  }

  @Test func sixtyByFifteen() {
    #expect(
      screen(60, 15).joined(separator: "\n") == """
         1 Log 2 3 4·3 5 6                          ● :8080   14:32
         ▶ 0:13 / 0:20 ×1.25  Іваненко Олена  today 14:12      2/11
        ┌ Call Log ────────────────────────────────────────────────┐
        │ Date▼   Type  Status    Client        Customer    Talk   │
        │ 14:31   ← in  ringing   +380501234567 New client  0:07   │
        │ 14:12   ← in  answered  +380670001122 Іваненко …  3:05 ♪ │
        │ 13:58   ← in  MISSED    +380935554433 New client     —   │
        │ 13:40   → out answered  +380442005000 Автопарк …  1:12 ▶ │
        │ 12:05   ← in  busy      hidden number hidden nu…     —   │
        │ 11:30   ⇄ int answered  102           internal … 1h02m   │
        │ yest.   ← in  answered  +380661112233 山田 太郎…  0:41   │
        │ 12 Nov  ← in  answered  +380661112244 Зоя́ Ї̈жак    0:09   │
        └──────────────────────────────────────────────────────────┘

         Space pause  p stop, switch  Enter open    q quit  F1 help
        """)
    #expect(
      screen(60, 15, keys: .tab)[1...5].joined(separator: "\n") == """
         ▶ 0:13 / 0:20 ×1.25  Іваненко Олена  today 14:12      2/11
        ┌ Call ────────────────────────────────────────────────────┐
        │ sound  ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀█▄▄▄▄▄▄│▄▄▄▄▄············ │
        │ Date           today 14:12                               │
        │ Status         answered                                  │
        """)
  }

  @Test func twoHundredBySixty() {
    let screen = screen(200, 60)
    #expect(
      screen[1].hasPrefix(
        """
         ▶ 0:13 / 0:20 ×1.25  Іваненко Олена  today 14:12  ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▄▄▄▄▄▄▄▄▄│▄▄▄▄▄··············
        """))
    // The call's pane stands in the middle.
    #expect(
      screen[2...6].map { String($0.dropFirst(113).prefix(44)) }.joined(separator: "\n") == """
        ┬ Call ────────────────────────────────────┬
        │ client    ███████████████▁▁▁▁│▁▁▁▁▁▁▁▁▁▁ │
        │ employee                 ▄▄▄▄│▄▄▄        │
        │ Date           today 14:12               │
        │ Status         answered                  │
        """)
  }

  @Test func ukrainian() {
    #expect(
      screen(80, 24, keys: .tab, .tab, language: .ukrainian)[1...15].joined(separator: "\n") == """
         ▶ 0:13 / 0:20 ×1.25  Іваненко Олена  сьогодні 14:12  ▀▀▀▀▀▀▀▀▀█▄▄│▄▄····  2/11
        ┌ Дзвінки ─────────────────────────────────────────────────────────────────────┐
        │ Дата▼        Тип   Статус      Клієнт            Імʼя                Розм.   │
        │ сьог.  14:31 ← вх  дзвонить    +380 50 123 45 67 Новий клієнт         0:07   │
        │ сьог.  14:12 ← вх  відповіли   +380 67 000 11 22 Іваненко Олена       3:05 ♪ │
        │ сьог.  13:58 ← вх  ПРОПУЩЕНО   +380 93 555 44 33 Новий клієнт            —   │
        │ сьог.  13:40 → вих відповіли   +380 44 200 50 00 Автопарк ТОВ         1:12 ▶ │
        │ сьог.  12:05 ← вх  зайнято     номер приховано   номер приховано         —   │
        │ сьог.  11:30 ⇄ вн  відповіли   102               внутрішній          1г02х   │
        │ вчора  18:20 ← вх  відповіли   +380 66 111 22 33 山田 太郎 Yamada     0:41   │
        │ 12 лис 09:15 ← вх  відповіли   +380 66 111 22 44 Зоя́ Ї̈жак             0:09   │
        │ 12 лис 08:00 ← вх  автовідп.   +380 63 000 99 88 контактів: 2            —   │
        ├ Дзвінок ─────────────────────────────────────────────────────────────────────┤
        │ звук  ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▄▄▄▄▄▄▄▄▄▄│▄▄▄▄▄▄▄················· │
        │ Дата          сьогодні 14:12           Розм.         3:05                    │
        """)
  }
}
