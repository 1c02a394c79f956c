import Domain

/// A form's values as a draft keeps them: a text for each cell, named `field.row.cell`.
extension Form {
  /// A field with nothing in it is said too: it may have been emptied. Secrets are left out.
  var draftFields: [FormDraft.Field] {
    fields.filter { $0.cells[0].kind != .secret }.flatMap { field -> [FormDraft.Field] in
      let rows = field.values
      if rows.isEmpty { return [FormDraft.Field(name: "\(field.id).0.0", text: "")] }
      return rows.enumerated().flatMap { row, cells in
        cells.enumerated().map { cell, text in
          FormDraft.Field(name: "\(field.id).\(row).\(cell)", text: text)
        }
      }
    }
  }

  /// What does not fit this form, in a draft of another version of the program, is left out.
  mutating func restore(_ draft: [FormDraft.Field]) {
    var values: [String: [[String]]] = [:]
    for entry in draft {
      let parts = entry.name.split(separator: ".")
      guard parts.count == 3, let row = Int(parts[1]), let cell = Int(parts[2]),
        (0..<FormField.rowLimit).contains(row),
        let field = fields.first(where: { $0.id == parts[0] }),
        field.cells.indices.contains(cell), field.cells[cell].kind != .secret
      else { continue }
      var rows = values[field.id] ?? []
      while rows.count <= row { rows.append(field.cells.map { _ in "" }) }
      rows[row][cell] = entry.text
      values[field.id] = rows
    }
    restore(values)
  }
}
