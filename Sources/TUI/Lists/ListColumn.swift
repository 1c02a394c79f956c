/// A column that a list may have; which ones it has depends on the room.
struct ListColumn<Row> {
  let title: Phrase
  let width: ColumnWidth
  /// 0 for the most important one: the others go first where there is no room for all.
  let rank: Int
  var alignment = Alignment.leading
  /// Text and role of a row, in so many columns.
  let cell: (Row, Int) -> (text: String, role: Role)

  /// Which columns fit, and how wide each is, in drawing order.
  static func fit(_ columns: [ListColumn], in room: Int, words: Words) -> [TableColumn<Row>] {
    let byRank = columns.indices.sorted { columns[$0].rank < columns[$1].rank }
    for count in stride(from: columns.count, through: 1, by: -1) {
      let chosen = byRank.prefix(count)
      guard let widths = ColumnWidth.fit(chosen.map { columns[$0].width }, in: room - count + 1)
      else { continue }
      return zip(chosen, widths).sorted { $0.0 < $1.0 }.map { index, width in
        let column = columns[index]
        return TableColumn(
          title: words(column.title), width: width, alignment: column.alignment
        ) { column.cell($0, width) }
      }
    }
    return []
  }
}
