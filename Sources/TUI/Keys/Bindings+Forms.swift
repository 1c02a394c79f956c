/// The keys of forms.
extension Bindings {
  static let form: [Binding] =
    [
      Binding(.function(2), .control("s"), does: .save, label: .doSave, hinted: true),
      Binding(.tab, .enter, does: .nextField, label: .doNextField, hinted: true),
    ] + fields

  /// The same while it says that the number has an owner.
  static let refusedForm: [Binding] =
    [
      Binding(.enter, does: .openOwner, label: .doOpenOwner, hinted: true),
      Binding(.function(2), .control("s"), does: .save, label: .doSaveSecond, hinted: true),
      Binding(.tab, does: .nextField, label: .doNextField),
    ] + fields

  private static let rowToFront = Binding(
    .control("t"), does: .rowToFront, label: .doRowToFront, hinted: true
  ) {
    guard let form = $0.topForm?.form, form.focusedField.repeats else { return .whyNoRows }
    if form.focus.row == 0 { return .whyFirstRow }
    return form.focusedField.isEmpty(row: form.focus.row) ? .whyEmptyRow : nil
  }

  private static let fields: [Binding] = [
    Binding(.function(4), does: .choices, label: .doChoices, hinted: true) {
      guard let form = $0.topForm?.form, form.focusedCell.isChoice else { return .whyNoChoices }
      return form.focusedCell.options.isEmpty ? .whyNoChoices : nil
    },
    rowToFront,
    Binding(.backTab, does: .previousField, label: .doPreviousField),
    Binding(.down, does: .nextLine, label: .doNextLine),
    Binding(.up, does: .previousLine, label: .doPreviousLine),
    Binding(.escape, does: .close, label: .doLeaveForm, hinted: true) {
      $0.topForm?.isSaving == true ? .saving : nil
    },
  ]

  /// While a field shows what may be chosen.
  static let choices: [Binding] = [
    Binding(.enter, .tab, does: .nextField, label: .doTakeChoice, hinted: true),
    Binding(.down, does: .nextChoice, label: .doNextChoice, hinted: true),
    Binding(.up, does: .previousChoice, label: .doPreviousChoice, hinted: true),
    Binding(.function(2), .control("s"), does: .save, label: .doSave),
    rowToFront,
    Binding(.backTab, does: .previousField, label: .doPreviousField),
    Binding(.escape, does: .closeChoices, label: .doCloseChoices, hinted: true),
  ]
}
