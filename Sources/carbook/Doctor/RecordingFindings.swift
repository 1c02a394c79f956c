/// What is found of hearing recordings: the user's settings, the programs it takes, the cache.
struct RecordingFindings {
  let config: ConfigFile
  let cache: RecordingCache
  let environment: Environment

  var all: [Finding] {
    [settings, player] + helpers + [kept]
  }

  private var settings: Finding {
    do throws(ConfigFile.Fault) {
      _ = try config.read()
      return Finding("config", .ok, "The configuration is in order.")
    } catch {
      return Finding("config", .fail, "\(error).")
    }
  }

  private func find(_ name: String) -> String? {
    InstalledProgram.find(name, path: environment["PATH"] ?? "")
  }

  private var player: Finding {
    let configured = config.settled().config.recordings.player
    guard let player = PlayerProgram(configured: configured, find: find) else {
      return Finding(
        "player", .warn,
        configured.first.map { "The player \(quoted($0)) is not installed." }
          ?? "No player is installed (\(PlayerProgram.names.joined(separator: ", "))): "
          + "recordings cannot be played.")
    }
    if configured.isEmpty, SoundOutput.isOutOfReach(environment) {
      return Finding(
        "player", .warn, "Over ssh nothing is heard of this machine: the console offers links.")
    }
    return player.isMpv
      ? Finding("player", .ok, "Recordings are played with \(player.path).")
      : Finding(
        "player", .warn, "Recordings are played with \(player.path); only mpv can seek.")
  }

  /// What recordings are fetched with, looked at with, and ended with.
  private var helpers: [Finding] {
    let needs: [(name: String, without: String)] = [
      ("curl", "recordings cannot be fetched."), ("ffmpeg", "there are no level pictures."),
      ("setpriv", "a player may outlive a console that is killed."),
    ]
    return needs.compactMap { need in
      find(need.name) == nil
        ? Finding(need.name, .warn, "\(need.name) is not installed: \(need.without)") : nil
    }
  }

  private var kept: Finding {
    let state = cache.state
    let sentence =
      "\(state.count) recordings are kept (\(FileFindings.words(Int64(state.bytes)))) in "
      + "\(quoted(cache.folder))"
    return state.isOpen
      ? Finding("cache", .warn, sentence + ", which is open to others: chmod -R go= helps.")
      : Finding("cache", .ok, sentence + ".")
  }
}
