/// How loud a recording is, as text: without colour it says all it has to say.
struct LevelLines {
  private static let bars = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  /// Quieter than this share of the loudest moment nobody speaks.
  private static let silence = 8

  private let levels: SoundLevels
  /// Seconds from the beginning.
  private let position: Int
  /// The loudest moment.
  private let peak: Int

  init(levels: SoundLevels, position: Int) {
    self.levels = levels
    self.position = position
    peak = levels.channels.reduce(1) { max($0, Int($1.max() ?? 0)) }
  }

  /// The column that is heard now.
  private func place(in columns: Int) -> Int {
    min(columns - 1, max(0, position * 10 * columns / levels.channels[0].count))
  }

  /// A channel in bars of eight heights, a line where it is heard.
  func line(_ channel: Int, columns: Int) -> String {
    guard columns > 0 else { return "" }
    let place = place(in: columns)
    return levels.columns(columns, of: channel).enumerated().map { column, level in
      column == place ? "│" : LevelLines.bars[(Int(level) * 8 + peak - 1) / peak]
    }.joined()
  }

  /// All in one line: of two channels the client above and the employee below, whoever of them speaks
  /// for more than twice as long as the other.
  func line(columns: Int) -> String {
    guard columns > 0 else { return "" }
    guard levels.channels.count == 2 else { return line(0, columns: columns) }
    let count = levels.channels[0].count
    let place = place(in: columns)
    return (0..<columns).map { column in
      if column == place { return "│" }
      let start = column * count / columns
      let end = max(start + 1, (column + 1) * count / columns)
      let (client, employee) = (speech(0, start..<end), speech(1, start..<end))
      if client + employee == 0 { return "·" }
      return client > 2 * employee ? "▀" : employee > 2 * client ? "▄" : "█"
    }.joined()
  }

  /// For how many tenths of a second somebody speaks.
  private func speech(_ channel: Int, _ tenths: Range<Int>) -> Int {
    levels.channels[channel][tenths].count { Int($0) * LevelLines.silence > peak }
  }
}

extension ConsoleState {
  /// `client    ▁▅▇█▇│▁▁▁`, `employee  ▁▁▁▁▂│█▇▅`; nothing while nothing is known.
  func levelLines(columns: Int) -> [PaneLine] {
    guard let playback = recordings.playback, let levels = playback.levels else { return [] }
    let lines = LevelLines(levels: levels, position: playback.position)
    let names: [Phrase] = levels.channels.count == 2 ? [.soundClient, .soundEmployee] : [.sound]
    let labels = names.map { DisplayWidth.of(words($0)) }.max() ?? 0
    return names.indices.map { channel in
      PaneLine(
        (SafeText.fitted(words(names[channel]), columns: labels) + "  ", .label),
        (lines.line(channel, columns: columns - labels - 2), .bar))
    }
  }

  /// Both channels in one line, for where two are too many.
  func levelLine(columns: Int) -> [PaneLine] {
    guard let playback = recordings.playback, let levels = playback.levels else { return [] }
    let label = words(.sound) + "  "
    let line = LevelLines(levels: levels, position: playback.position)
      .line(columns: columns - DisplayWidth.of(label))
    return [PaneLine((label, .label), (line, .bar))]
  }

  /// ` ▶ 0:42 / 3:05  Іваненко Олена  today 14:12  ▀▀▄▄│█▄ `, as much as there is room for.
  func playbackLine(columns: Int) -> String? {
    guard let playback = recordings.playback, let call = recordings.call else { return nil }
    let wording = wording
    let progress = " " + wording.progress(playback)
    let who = call.contact.map(wording.name) ?? wording.client(call, columns: 20)
    let pieces = [progress, who, wording.dateTime(call.start)]
    let parts = [3, 2, 1].map { pieces.prefix($0).joined(separator: "  ") }
    guard let text = parts.first(where: { DisplayWidth.of($0) <= columns }) else {
      return progress
    }
    let room = min(columns - DisplayWidth.of(text) - 2, 60)
    guard let levels = playback.levels, room >= 8, text == parts[0] else { return text }
    return text + "  " + LevelLines(levels: levels, position: playback.position).line(columns: room)
  }
}
