/// The mouse is switched on and off where letters are keys; the statistics have their own `m`.
extension Bindings {
  static let pointing: [Binding] = [
    Binding(.character("m"), does: .toggleMouse, label: .doMouse)
  ]
}
