import FoundationEssentials
import Testing

@testable import carbook

@Suite("A JSON value")
struct JSONValueTests {
  @Test("is read with all the digits of whole numbers")
  func read() throws {
    let value = JSONValue(
      json: #"{"id":9007199254740993,"at":1.5,"on":true,"is":null,"all":[1,"а"]}"#.utf8)
    #expect(
      value
        == .object([
          "id": .count(9_007_199_254_740_993), "at": .number(1.5), "on": .flag(true),
          "is": .nothing, "all": .list([.count(1), .text("а")]),
        ]))
    #expect(value?.members?["id"]?.number == 9_007_199_254_740_992)
    #expect(value?.members?["at"]?.count == nil)
  }

  @Test("is none of a text that is broken", arguments: ["", "{", "{]", "nul", "{\"a\"}"])
  func broken(text: String) {
    #expect(JSONValue(json: text.utf8) == nil)
  }

  @Test("is written as it was read")
  func written() throws {
    let value = JSONValue.object([
      "command": .list([.text("seek"), .count(-5), .number(0.5), .flag(false), .nothing])
    ])
    let text = try JSONEncoder().encode(value)
    #expect(String(decoding: text, as: UTF8.self) == #"{"command":["seek",-5,0.5,false,null]}"#)
    #expect(JSONValue(json: text) == value)
  }
}
