/// The keys around writing what is shown into a file.
extension Bindings {
  /// On every screen.
  static let listed: [Binding] = [
    Binding(.character("x"), does: .export, label: .doExport) { $0.whyNoExport }
  ]

  /// While a file is being written, before all others of a screen.
  static let exporting: [Binding] = [
    Binding(.escape, does: .cancelExport, label: .doCancelExport)
  ]

  static let export: [Binding] = [
    Binding(.enter, .function(2), .control("s"), does: .startExport, label: .doExport, hinted: true)
    {
      guard case .export(let dialog) = $0.layers.last else { return nil }
      return dialog.request == nil ? .whyNoFile : nil
    },
    Binding(.tab, does: .exportFormat, label: .doExportFormat, hinted: true),
    Binding(.escape, does: .close, label: .doClose, hinted: true),
  ]

  static let exportQuestion: [Binding] = [
    Binding(.character("y"), does: .replaceFile, label: .doReplaceFile, hinted: true),
    Binding(.character("n"), .escape, does: .keepFile, label: .doKeepFile, hinted: true),
  ]
}
