import Testing

@testable import TUI

/// What the console says while deliveries go beside the store.
@Suite struct SpoolStatusTests {
  static let troubles: [(SpoolStatus, String, String)] = [
    (
      .keeping(.held(by: "4242 petro")), " Calls are kept in a file: 4242 petro holds the store.",
      " Дзвінки пишуться у файл: сховище тримає 4242 petro."
    ),
    (
      .keeping(.full), " Calls are kept in a file: the disk is full.",
      " Дзвінки пишуться у файл: диск заповнено."
    ),
    (
      .keeping(.newer), " Calls are kept in a file: restart for the newer Carbook.",
      " Дзвінки пишуться у файл: перезапустіть для новішого Carbook."
    ),
    (
      .keeping(.gone), " Calls are kept in a file: the store's file is gone.",
      " Дзвінки пишуться у файл: файл сховища зник."
    ),
    (
      .keeping(.elsewhere),
      " Calls are kept in a file: the console that listens says why.",
      " Дзвінки пишуться у файл: причина на консолі, що приймає."
    ),
    (
      .refusing(.readOnly), " Calls are refused, the file fails too: the store cannot be written.",
      " Дзвінки відхилено, файл теж не пишеться: сховище не можна змінювати."
    ),
  ]

  @Test(arguments: troubles) func theTroubleStandsUntilItIsOver(
    _ status: SpoolStatus, _ english: String, _ ukrainian: String
  ) {
    for (language, sentence) in [(Language.english, english), (.ukrainian, ukrainian)] {
      var console = Console(language: language)
      console.send(.spoolChanged(status))
      #expect(console.frame.text[22] == sentence)
      #expect(console.frame.text[0].contains("! :8080"))
      console.press(.down)
      #expect(console.frame.text[22] == sentence)
      console.send(.spoolChanged(.idle))
      #expect(console.frame.text[22].isEmpty)
      #expect(console.frame.text[0].contains("● :8080"))
    }
  }

  @Test(arguments: [
    (
      ListenerStatus.other(pid: 7, user: "petro", address: "127.0.0.1:8080"), "○ petro :8080",
      "! petro :8080"
    ),
    (.off, "– off", "! off"), (.waiting(address: "127.0.0.1:8080"), "… :8080", "! :8080"),
  ])
  func whoDoesNotListenHasTheSignToo(_ listener: ListenerStatus, _ calm: String, _ kept: String) {
    var console = Console()
    console.send(.listenerChanged(listener))
    #expect(console.frame.text[0].contains(calm))
    console.send(.spoolChanged(.keeping(.elsewhere)))
    #expect(console.frame.text[0].contains(kept))
    console.send(.spoolChanged(.takenIn))
    #expect(console.frame.text[0].contains(calm))
  }

  @Test func thatAllIsTakenInIsSaidOnce() {
    var console = Console()
    console.send(.spoolChanged(.keeping(.full)), .spoolChanged(.takenIn))
    #expect(console.frame.text[22] == " The calls that were kept in a file are in the log now.")
    #expect(console.frame.text[0].contains("● :8080"))
    console.press(.down)
    #expect(console.frame.text[22].isEmpty)
  }
}
