/// The log's columns as a user wants them: every column once, in his order.
struct ColumnChoices: Equatable, Sendable {
  struct Choice: Equatable, Sendable, Codable {
    let column: LogColumn
    var isShown: Bool
    /// Cells; nil where the room decides.
    var width: Int?
  }

  static let widths = 1...80

  private(set) var choices: [Choice]

  /// - Parameter shown: in their order; each other column is hidden, behind the one that it follows in
  ///   Carbook's order.
  init(showing shown: [LogColumn]) {
    self.init(shown.map { Choice(column: $0, isShown: true) })
  }

  /// A file may name a column twice or not at all, and any width.
  private init(_ chosen: [Choice]) {
    choices = []
    for var choice in chosen where !choices.contains(where: { $0.column == choice.column }) {
      choice.width = choice.width.map {
        min(max(ColumnChoices.widths.lowerBound, $0), ColumnChoices.widths.upperBound)
      }
      choices.append(choice)
    }
    var place = 0
    for column in LogColumn.allCases {
      if let index = choices.firstIndex(where: { $0.column == column }) {
        place = index + 1
      } else {
        choices.insert(Choice(column: column, isShown: false), at: place)
        place += 1
      }
    }
    if shown.isEmpty { self = ColumnChoices(showing: [.date, .client, .status]) }
  }

  var shown: [Choice] { choices.filter(\.isShown) }

  /// - Returns: false where it is the last one shown, which stays.
  mutating func toggle(_ index: Int) -> Bool {
    guard !choices[index].isShown || shown.count > 1 else { return false }
    choices[index].isShown.toggle()
    return true
  }

  /// - Returns: where the column stands now.
  mutating func move(_ index: Int, by steps: Int) -> Int {
    let target = min(max(0, index + steps), choices.count - 1)
    choices.insert(choices.remove(at: index), at: target)
    return target
  }

  /// - Parameter width: the present one.
  mutating func widen(_ index: Int, by cells: Int, from width: Int) {
    choices[index].width = min(
      max(ColumnChoices.widths.lowerBound, (choices[index].width ?? width) + cells),
      ColumnChoices.widths.upperBound)
  }
}

extension ColumnChoices: Codable {
  /// A choice whose column this version does not know.
  private struct Readable: Decodable {
    let choice: Choice?

    init(from decoder: any Decoder) {
      choice = try? Choice(from: decoder)
    }
  }

  init(from decoder: any Decoder) throws {
    self.init(try [Readable](from: decoder).compactMap(\.choice))
  }

  func encode(to encoder: any Encoder) throws {
    try choices.encode(to: encoder)
  }
}
