/// Whether programs that are started here reach a desktop: the user's own, or none.
struct GraphicSession: Equatable {
  let hasWayland: Bool
  let hasX11: Bool
  let hasBus: Bool
  /// The desktop, where there is one, is another machine's than the one he sits at.
  let isRemote: Bool

  init(_ environment: Environment) {
    hasWayland = environment.isSet("WAYLAND_DISPLAY")
    hasX11 = environment.isSet("DISPLAY")
    hasBus = environment.isSet("DBUS_SESSION_BUS_ADDRESS")
    isRemote = environment.isSet("SSH_CONNECTION") || environment.isSet("SSH_TTY")
  }
}
