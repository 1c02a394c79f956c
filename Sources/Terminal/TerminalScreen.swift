import CNcurses
import Glibc
import TUI

/// The terminal: takes frames, gives keys. It alone talks to ncurses, on the main thread; there is
/// one at a time.
///
/// From `init` to `close()` the terminal is in its full-screen mode. A fatal signal restores it, and
/// so does `restoreNow()`. WINCH has a handler of its own; INT, TERM, HUP and TSTP stay the
/// program's. Ctrl-Z and Ctrl-S arrive as keys.
@MainActor
public final class TerminalScreen {
  /// Readable when `readInput()` has something to say: keys, and changes of the window's size.
  public let descriptors: [Int32]
  /// The screen in cells.
  public private(set) var size = Size(columns: 0, rows: 0)

  /// How a role is shown on this terminal.
  private struct Look {
    let colors: Style.Colors
    let attributes: Style.Attributes
  }

  private let input: Int32
  let hasTitle: Bool
  /// Whether text may lead somewhere (OSC 8): terminals that do not know it show the text.
  public var hasLinks: Bool
  let isInTmux: Bool
  private var looks: [Look] = []
  private var shown: Frame?
  /// Whether the next picture is sent as a whole.
  private var isRepainting = false
  private var shownTitle: String?
  private var decoder = KeyDecoder()
  private(set) var isOpen = true

  /// Opens the screen.
  /// - Parameters:
  ///   - input: the terminal's descriptor for keys; stays the caller's.
  ///   - output: the terminal's descriptor for the picture; stays the caller's.
  ///   - term: the terminal's type; nil takes TERM.
  ///   - theme: falls back to monochrome where the terminal has no colours.
  ///   - isInTmux: whether tmux stands between us and the terminal.
  /// - Throws: `TerminalError`, with nothing changed.
  public init(
    input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, term: String? = nil,
    theme: Theme = .dark, isInTmux: Bool = getenv("TMUX").map { $0.pointee != 0 } ?? false
  ) throws(TerminalError) {
    guard cn_set_locale() else { throw .noUnicodeLocale }
    let name = term ?? getenv("TERM").map { String(cString: $0) } ?? ""
    let failure = cn_open(input, output, name, 50)
    guard failure == CN_OPENED else { throw TerminalError(failure, term: SafeText.clean(name)) }
    self.input = input
    self.isInTmux = isInTmux
    descriptors = [input, cn_resize_descriptor()]
    hasTitle = ["xterm", "tmux", "rxvt", "alacritty", "foot", "kitty", "konsole", "vte", "st-"]
      .contains { name.hasPrefix($0) }
    hasLinks = hasTitle
    looks = Self.looks(theme: theme)
    _ = updateSize()
  }

  // MARK: Drawing

  /// Shows `frame`. Only cells that differ from the frame before are handed on, and only what
  /// differs on the terminal is sent.
  public func draw(_ frame: Frame) {
    guard isOpen else { return }
    let before = shown?.size == frame.size ? shown : nil
    if before == nil, frame.size != size { cn_erase() }
    var isTouched = [Bool](repeating: false, count: frame.size.rows)
    for change in frame.changes(since: before) {
      isTouched[change.lowerBound / frame.size.columns] = true
      put(change, of: frame)
    }
    shown = frame
    let cursor = frame.cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
    cn_update(Int32(cursor?.row ?? -1), Int32(cursor?.column ?? -1))
    if hasLinks {
      for link in frame.links where link.position.row < min(size.rows, frame.size.rows) {
        let isShown = before.map { $0.links.contains(link) } ?? false
        if !isShown || isTouched[link.position.row] || isRepainting { send(link, of: frame) }
      }
    }
    isRepainting = false
    if let title = frame.title { setTitle(title) }
  }

  /// Writes a link's text once more, this time with where it leads (OSC 8): ncurses has no such thing,
  /// and so it is told nothing of it. The cursor and its looks stay as they are (DECSC, DECRC).
  private func send(_ link: Frame.Link, of frame: Frame) {
    let place = link.position
    guard place.row >= 0, place.column >= 0, place.column + link.columns <= size.columns,
      link.address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return }
    var text = ""
    for column in place.column..<(place.column + link.columns) {
      let glyph = frame.cell(at: Position(column: column, row: place.row)).glyph
      if glyph.width > 0 { text += glyph.text }
    }
    cn_send(
      "\u{1B}7\u{1B}[\(place.row + 1);\(place.column + 1)H\u{1B}[\(look(at: place, of: frame));4m"
        + "\u{1B}]8;;\(link.address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\\u{1B}8")
  }

  private func look(at place: Position, of frame: Frame) -> String {
    let look = looks[Int(frame.cell(at: place).role.rawValue)]
    return Style.sgr(look.colors, look.attributes)
  }

  /// Hands cells of one row to ncurses.
  private func put(_ places: Range<Int>, of frame: Frame) {
    let (row, first) = places.lowerBound.quotientAndRemainder(dividingBy: frame.size.columns)
    guard row < size.rows else { return }
    withUnsafeTemporaryAllocation(of: cn_cell.self, capacity: places.count) { glyphs in
      var (count, start, column) = (0, first, first)
      for cell in frame.cells[places] where column < size.columns {
        column += 1
        guard cell.glyph.width > 0 else {
          // The other half of what is shown there already.
          if count == 0 { start = column }
          continue
        }
        // Half a wide glyph at the edge would wrap.
        let glyph = column - 1 + Int(cell.glyph.width) > size.columns ? .blank : cell.glyph
        var marks: (UInt32, UInt32, UInt32) = (0, 0, 0)
        if glyph.hasMarks {
          let values = glyph.marks.map(\.value)
          marks = (values[0], values.count > 1 ? values[1] : 0, values.count > 2 ? values[2] : 0)
        }
        glyphs.initializeElement(
          at: count,
          to: cn_cell(
            base: glyph.base.value, marks: marks, width: glyph.width, look: cell.role.rawValue))
        count += 1
      }
      cn_put(Int32(row), Int32(start), glyphs.baseAddress, Int32(count))
    }
  }

  /// Shows roles in another way from now on.
  public func show(_ theme: Theme) {
    guard isOpen else { return }
    looks = Self.looks(theme: theme)
    let frame = shown
    shown = nil
    cn_repaint()
    if let frame { draw(frame) }
  }

  /// Sends the whole picture again: what another program wrote over it is gone.
  public func repaint() {
    guard isOpen else { return }
    cn_repaint()
    isRepainting = true
    if let shown { draw(shown) }
  }

  /// Names the terminal's window, where it is of a kind that has a title.
  public func setTitle(_ title: String) {
    guard isOpen, hasTitle, title != shownTitle else { return }
    // The first title saves the terminal's own, which `close()` gives back.
    let save = shownTitle == nil ? "\u{1B}[22;2t" : ""
    shownTitle = title
    cn_send(save + "\u{1B}]2;" + SafeText.clean(title) + "\u{07}")
    cn_title_saved(true)
  }

  private func giveTitleBack() {
    guard shownTitle != nil else { return }
    shownTitle = nil
    cn_title_saved(false)
    cn_send("\u{1B}[23;2t")
  }

  // MARK: Reading

  /// Everything that has come, without waiting (but up to 50 ms after an Esc, which may begin a
  /// key's sequence, and up to half a second within a paste).
  public func readInput() -> [Input] {
    guard isOpen else { return [.hangup] }
    var inputs: [Input] = []
    if updateSize() { inputs.append(.resized(size)) }
    while true {
      let code = cn_read()
      if code != ERR {
        inputs += decoder.decode(code, now: TerminalScreen.now)
        continue
      }
      switch more(within: decoder.isIncomplete ? 500 : 0) {
      case .waiting: continue
      case .none: return inputs + decoder.finish()
      case .hangup: return inputs + [.hangup]
      }
    }
  }

  /// Milliseconds of the monotonic clock.
  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  private enum More { case waiting, none, hangup }

  /// Whether the terminal has more to read; readable without a byte is its end.
  private func more(within milliseconds: Int32) -> More {
    var request = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return .none }
    var bytes: Int32 = 0
    guard ioctl(input, UInt(FIONREAD), &bytes) == 0 else { return .hangup }
    if bytes > 0 { return .waiting }
    // The bytes may have been taken by somebody else between the two questions.
    guard poll(&request, 1, 0) > 0 else { return .none }
    return request.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 ? .hangup : .none
  }

  private func updateSize() -> Bool {
    var columns: Int32 = 0
    var rows: Int32 = 0
    let changed = cn_sync_size(&columns, &rows)
    size = Size(columns: Int(columns), rows: Int(rows))
    if changed { shown = nil }
    return changed
  }

  // MARK: Coming and going

  /// Gives the terminal back and stops the program until it is continued, as Ctrl-Z does; returns
  /// at once where no shell could continue it. The picture is drawn again on the way back.
  public func suspend() {
    guard isOpen else { return }
    giveTitleBack()
    cn_suspend()
    resume()
  }

  /// Takes the terminal back after a stop from outside (CONT), and draws the picture again.
  public func resume() {
    guard isOpen else { return }
    cn_resume()
    isRepainting = true
    let frame = shown
    if !updateSize(), let frame { draw(frame) }
  }

  /// Gives the terminal back as it was. The screen cannot be used after it.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    giveTitleBack()
    cn_close()
  }

  /// Gives the terminal back at once, from any thread or signal handler, for a program that is about
  /// to end without coming back to the main thread.
  public nonisolated static func restoreNow() {
    cn_restore_now()
  }

  /// Tells ncurses how each role looks.
  private static func looks(theme: Theme) -> [Look] {
    let colors = theme == .monochrome ? 0 : Int(cn_colors())
    let theme = colors < 8 ? Theme.monochrome : theme
    // The terminal's own colours have a pair as well: on the way back to pair 0 ncurses resets the
    // colours first and then all attributes, which does that once more.
    var pairs: [Style.Colors: Int32] = [:]
    return Role.allCases.map { role in
      let (colors, attributes) = theme.style(for: role).resolved(colors: colors)
      let next = Int32(pairs.count) + 1
      if pairs[colors] == nil, cn_define_pair(next, colors.foreground, colors.background) {
        pairs[colors] = next
      }
      let pair = pairs[colors]
      cn_define_look(Int32(role.rawValue), attributes.bits, pair ?? 0)
      return Look(colors: pair == nil ? Style.Colors() : colors, attributes: attributes)
    }
  }
}

extension Style.Attributes {
  /// As `cn_attribute` numbers them.
  fileprivate var bits: UInt32 {
    let all: [(Style.Attributes, cn_attribute)] = [
      (.bold, CN_BOLD), (.dim, CN_DIM), (.underline, CN_UNDERLINE), (.reverse, CN_REVERSE),
    ]
    return all.filter { contains($0.0) }.reduce(0) { $0 | $1.1.rawValue }
  }
}
