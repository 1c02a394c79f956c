// Standard input is what `tmux capture-pane -e -p` printed; standard output is the same screen as SVG.
let rows = StyledRow.rows(of: readAll())
print(Picture(rows: rows).svg)

private func readAll() -> [String] {
  var lines: [String] = []
  while let line = readLine() { lines.append(line) }
  return lines
}
