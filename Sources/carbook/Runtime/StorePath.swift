import Store

/// Where a store stands when nobody says otherwise (XDG Base Directory Specification).
enum StorePath {
  /// What `$CARBOOK_STORE` names, for a store that several users share; else
  /// `$XDG_DATA_HOME/carbook/carbook.db`, by default `~/.local/share/carbook/carbook.db`.
  static func standard(
    _ environment: Environment = .own
  ) -> String {
    if let store = environment["CARBOOK_STORE"], store.hasPrefix("/") { return store }
    return folder(environment) + "/carbook.db"
  }

  /// The demo has a store of its own, so that invented calls never mix with real ones.
  static func demo(beside store: String) -> String {
    store.contains("/") ? PathName(store).folder + "/demo.db" : "demo.db"
  }

  private static func folder(_ environment: Environment) -> String {
    // The specification: a relative path in the variable is to be ignored.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/carbook" }
    let home = environment.home
    return home + "/.local/share/carbook"
  }
}
