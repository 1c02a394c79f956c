/// The keys around the clipboard.
extension Bindings {
  /// Wherever a client, a call or an order is at hand.
  static let copying: [Binding] = [
    Binding(.character("y"), does: .copyNumber, label: .doCopyNumber) {
      $0.copyables.contains { $0.part == .number } ? nil : .whyNoNumber
    },
    Binding(.control("y"), does: .copyMenu, label: .doCopyMenu) {
      $0.copyables.isEmpty ? .whyNothingToCopy : nil
    },
  ]

  /// Of these the menu has what there is.
  static let copyRows: [Binding] = [
    Binding(.character("n"), does: .copyPart(.number), label: .copyNumber),
    Binding(.character("c"), does: .copyPart(.name), label: .copyName),
    Binding(.character("e"), does: .copyPart(.email), label: .copyEmail),
    Binding(.character("l"), does: .copyPart(.recording), label: .copyRecording),
    Binding(.character("o"), does: .copyPart(.order), label: .copyOrder),
    Binding(.character("p"), does: .copyPart(.plate), label: .copyPlate),
    Binding(.character("v"), does: .copyPart(.vin), label: .copyVIN),
  ]
}
