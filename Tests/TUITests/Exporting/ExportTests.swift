import Domain
import Testing

@testable import TUI

/// Writing what is listed into a file.
@Suite struct ExportTests {
  private var desk = Desk.sample()

  private static func calls(_ path: String, _ format: ExportRequest.Format = .csv)
    -> ExportRequest
  {
    ExportRequest(
      list: .calls(CallFilter(), .newestFirst), format: format, path: path,
      total: Sample.store.calls.count)
  }

  private static let proposed = "~/carbook-calls-2026-11-21.csv"

  @Test mutating func theDialogProposesAName() {
    desk.press(.character("x"))
    #expect(
      desk.body.contains(
        """
        │ File  ~/carbook-calls-2026-11-21.csv
        """))
    #expect(desk.screen.contains("Format  CSV"))
    #expect(desk.screen.contains("Enter write to a file   Tab CSV or JSON   Esc close"))
    desk.press(.enter)
    #expect(desk.takeAsked().contains(.export(Self.calls(Self.proposed))))
    #expect(desk.state.layers.isEmpty)
  }

  @Test mutating func theFormatAndTheEndOfTheNameGoTogether() {
    desk.press(.character("x"), .tab)
    #expect(desk.screen.contains("calls-2026-11-21.json") && desk.screen.contains("Format  JSON"))
    desk.press(.control("u"))
    desk.type("out.csv")
    #expect(desk.screen.contains("Format  CSV"))
    desk.press(.tab, .enter)
    #expect(desk.takeAsked().contains(.export(Self.calls("out.json", .json))))
  }

  @Test mutating func aFileNeedsAName() {
    desk.press(.character("x"), .control("u"), .enter)
    #expect(desk.screen.contains("The file has no name yet."))
    desk.press(.escape)
    #expect(desk.state.layers.isEmpty)
  }

  @Test(
    arguments: [
      ("1", ExportRequest.List.calls(CallFilter(), .newestFirst)), ("2", .contacts(search: "")),
      ("3", .orders(OrderFilter())), ("4", .callBacks),
    ] as [(Character, ExportRequest.List)]) mutating func everyListCanBeWritten(
      _ key: Character, _ list: ExportRequest.List
    )
  {
    desk.press(.character(key), .character("x"), .enter)
    let asked = desk.takeAsked().compactMap { effect -> ExportRequest? in
      if case .export(let request) = effect { request } else { nil }
    }
    #expect(asked.map(\.list) == [list])
  }

  @Test mutating func whatIsSearchedForIsWritten() {
    desk.press(.character("2"), .character("/"))
    desk.type("ів")
    desk.press(.enter, .character("x"), .enter)
    let lists = desk.takeAsked().compactMap { effect -> ExportRequest.List? in
      if case .export(let request) = effect { request.list } else { nil }
    }
    #expect(lists == [.contacts(search: "ів")])
  }

  @Test mutating func theCommandWritesWhatIsFiltered() throws {
    let filter = try FilterLanguage.filter("missed")
    for line in [":filter missed", ":export ~/missed.json"] {
      desk.type(line)
      desk.press(.enter)
    }
    let requests = desk.takeAsked().compactMap { effect -> ExportRequest? in
      if case .export(let request) = effect { request } else { nil }
    }
    #expect(requests.map(\.list) == [.calls(filter, .newestFirst)])
    #expect(requests.map(\.format) == [.json] && requests.map(\.path) == ["~/missed.json"])
  }

  @Test mutating func theCommandSaysWhyNot() {
    desk.press(.character("5"))
    desk.type(":export a.csv")
    desk.press(.enter)
    #expect(desk.screen.contains("No list is on the screen."))
  }

  @Test(arguments: ["5", "6"]) mutating func otherScreensHaveNoList(_ key: Character) {
    desk.press(.character(key), .character("x"))
    #expect(desk.screen.contains("No list is on the screen."))
  }

  @Test mutating func progressStandsInTheMessageLineAndEscStopsIt() {
    let request = ExportRequest(
      list: .calls(CallFilter(), .newestFirst), format: .csv, path: "a.csv", total: 800)
    _ = desk.state.begin(request)
    desk.send(.exportProgressed(request, rows: 100))
    #expect(desk.screen.contains("Writing: 12 % · Esc stops it"))
    desk.press(.character("x"))
    #expect(desk.screen.contains("A file is being written already."))
    _ = desk.takeAsked()
    desk.press(.escape)
    #expect(desk.takeAsked().contains(.cancelExport))
    desk.send(.failed(.export(request), .export(.cancelled)))
    #expect(desk.screen.contains("Stopped; nothing is left of the file."))
    #expect(desk.state.export == nil)
    desk.press(.escape)
    #expect(!desk.takeAsked().contains(.cancelExport))
  }

  @Test mutating func theEndIsSaid() {
    let request = Self.calls("a.csv")
    _ = desk.state.begin(request)
    desk.send(.exported(request, rows: 340))
    #expect(desk.screen.contains("340 rows are written: a.csv"))
  }

  @Test mutating func aFileThatIsThereIsAskedFor() {
    desk.press(.character("x"), .enter)
    let request = Self.calls(Self.proposed)
    desk.send(.failed(.export(request), .export(.exists)))
    #expect(desk.screen.contains("There is a file of that name. Replace it?"))
    #expect(desk.screen.contains("y replace   n another name"))
    _ = desk.takeAsked()
    desk.press(.character("y"))
    #expect(desk.takeAsked() == [.export(request.replacing)])

    desk.send(.failed(.export(request.replacing), .export(.exists)))
    desk.press(.character("n"))
    #expect(desk.screen.contains("File  " + Self.proposed))
    #expect(!desk.takeAsked().contains { if case .export = $0 { true } else { false } })
  }

  @Test(arguments: [
    (ExportFailure.noFolder, "There is no such folder.", true),
    (.occupied, "That name belongs to something that is not a file of yours.", true),
    (.notAllowed, "You may not write there.", true),
    (.diskFull, "The disk is full; nothing is left of the file.", false),
  ]) mutating func aNameThatDoesNotDoIsAskedForAgain(
    _ failure: ExportFailure, _ sentence: String, _ isAskedAgain: Bool
  ) {
    desk.press(.character("x"), .enter)
    desk.send(.failed(.export(Self.calls(Self.proposed)), .export(failure)))
    #expect(desk.screen.contains(sentence))
    #expect(desk.screen.contains("File  ~/carbook") == isAskedAgain)
  }
}
