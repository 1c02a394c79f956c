import Domain

/// The missed rate from week to week as a line of dots, and the trend as a line of single ones.
struct RatePicture {
  /// Of each week, 0...1, oldest first; nil where there is none.
  let rates: [Double?]
  let trend: TrendLine?
  /// The rate at the picture's upper edge: a multiple of five percent.
  let top: Double

  init(rates: [Double?], trend: TrendLine?) {
    self.rates = rates
    self.trend = trend
    let most = rates.compactMap { $0 }.max() ?? 0
    top = max(0.05, (most * 20).rounded(.up) / 20)
  }

  func text(columns: Int, rows: Int) -> [String] {
    var canvas = BrailleCanvas(columns: columns, rows: rows)
    guard canvas.width > 0, canvas.height > 0 else { return [] }
    var last: (x: Int, y: Int)?
    for (index, rate) in rates.enumerated() {
      guard let rate else {
        last = nil
        continue
      }
      let point = (x: x(index, in: canvas), y: y(rate, in: canvas))
      canvas.line(from: last ?? point, to: point)
      last = point
    }
    if let trend, rates.count > 1 {
      let end = rates.count - 1
      canvas.line(
        from: (x(0, in: canvas), y(trend.value(at: 0), in: canvas)),
        to: (x(end, in: canvas), y(trend.value(at: end), in: canvas)), every: 4)
    }
    return canvas.text
  }

  /// The column of cells that a week's point is in.
  func column(of index: Int, columns: Int) -> Int {
    x(index, in: BrailleCanvas(columns: columns, rows: 1)) / 2
  }

  private func x(_ index: Int, in canvas: BrailleCanvas) -> Int {
    rates.count > 1 ? index * (canvas.width - 1) / (rates.count - 1) : canvas.width / 2
  }

  private func y(_ rate: Double, in canvas: BrailleCanvas) -> Int {
    let height = Double(canvas.height - 1)
    return Int((height * (1 - min(max(0, rate / top), 1))).rounded())
  }
}

extension Frame {
  mutating func draw(
    _ picture: RatePicture, names: [String], top: String, in rect: Rect, selected: Int?
  ) {
    guard rect.rows >= 3 else { return }
    let (body, below) = drawAxis(top, in: rect)
    for (row, line) in picture.text(columns: body.columns, rows: body.rows).enumerated() {
      put(line, at: body.position(row: row), width: body.columns, role: .barAccent)
    }
    drawNames(
      names, of: 0..<names.count,
      selected: selected.map {
        ($0, body.column + picture.column(of: $0, columns: body.columns))
      },
      in: below)
  }
}
