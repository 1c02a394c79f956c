/// Whether programs that are started here reach a desktop: the user's own, or none.
struct GraphicSession: Equatable {
  let hasWayland: Bool
  let hasX11: Bool
  let hasBus: Bool
  /// The desktop, where there is one, is another machine's than the one he sits at.
  let isRemote: Bool

  init(_ environment: [String: String]) {
    let isSet = { (name: String) in environment[name].map { !$0.isEmpty } ?? false }
    hasWayland = isSet("WAYLAND_DISPLAY")
    hasX11 = isSet("DISPLAY")
    hasBus = isSet("DBUS_SESSION_BUS_ADDRESS")
    isRemote = isSet("SSH_CONNECTION") || isSet("SSH_TTY")
  }
}
