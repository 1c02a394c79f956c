/// A program that puts what it reads on the clipboard of the desktop it is run on.
struct ClipboardProgram: Equatable {
  let name: String
  /// An absolute path.
  let path: String
  let arguments: [String]

  /// It answers at once or hangs, as on a desktop that is gone; in milliseconds.
  static let limit: Int64 = 2000

  /// - Parameter find: a program's path.
  /// - Returns: nil where no program reaches a desktop, or it is not the one that the user sits at: then
  ///   the terminal has to be asked.
  static func chosen(
    _ environment: Environment,
    find: (String) -> String? = { InstalledProgram.find($0) }
  ) -> ClipboardProgram? {
    let session = GraphicSession(environment)
    guard !session.isRemote else { return nil }
    let known: [(name: String, isThere: Bool, arguments: [String])] = [
      ("wl-copy", session.hasWayland, []),
      ("xclip", session.hasX11, ["-selection", "clipboard"]),
      ("xsel", session.hasX11, ["--clipboard", "--input"]),
    ]
    for (name, isThere, arguments) in known where isThere {
      if let path = find(name) {
        return ClipboardProgram(name: name, path: path, arguments: arguments)
      }
    }
    return nil
  }
}
