extension String {
  /// How many characters have to be put in, taken out or changed to make the other text of this one
  /// (Levenshtein), row by row.
  public func edits(to other: String) -> Int {
    let other = Array(other)
    var row = Array(0...other.count)
    for (index, character) in enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for place in other.indices {
        let changed = diagonal + (character == other[place] ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = Swift.min(changed, row[place] + 1, row[place + 1] + 1)
      }
    }
    return row[other.count]
  }
}
