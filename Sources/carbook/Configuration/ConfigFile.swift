import Domain
import Glibc
import Store
import TUI

/// The user's configuration: `carbook/config.json5` in his folder for such files. Whoever has none
/// has the standard.
struct ConfigFile {
  /// What is wrong, in one sentence that names the file and the line.
  struct Fault: Error, Equatable, CustomStringConvertible {
    let path: String
    let line: Int
    let sentence: String

    var description: String { "\(path):\(line): \(sentence)" }

    /// What is said of it where work goes on.
    var notice: String { "\(self); the standard settings are in force" }

    /// The same for a line of a screen, which a long path would fill.
    var shortNotice: String {
      let name = PathName(path).name
      return Fault(path: name, line: line, sentence: sentence).notice
    }
  }

  /// A file larger than this was written by nobody, in bytes.
  private static let limit = 64 << 10

  let path: String

  static func standardPath(
    _ environment: Environment = .own
  ) -> String {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return folder + "/carbook/config.json5"
    }
    return environment.home + "/.config/carbook/config.json5"
  }

  /// - Throws: the first fault.
  func read() throws(Fault) -> Config {
    let (config, faults) = examine()
    if let fault = faults.first { throw fault }
    return config
  }

  /// For who has other work to do than to mend it: with a fault in it the standard is in force.
  func settled() -> (config: Config, fault: Fault?) {
    let (config, faults) = examine()
    return faults.isEmpty ? (config, nil) : (Config(), faults.first)
  }

  /// - Returns: what the file comes to, and every fault, in the order of its lines.
  func examine() -> (config: Config, faults: [Fault]) {
    do throws(Fault) {
      return try contents().map(examine) ?? (Config(), [])
    } catch {
      return (Config(), [error])
    }
  }

  /// - Throws: the first fault.
  func read(_ source: String) throws(Fault) -> Config {
    let (config, faults) = examine(source)
    if let fault = faults.first { throw fault }
    return config
  }

  /// Nil where there is no file.
  private func contents() throws(Fault) -> String? {
    guard let bytes = FileBytes.read(path, upTo: ConfigFile.limit + 1) else {
      if errno == ENOENT { return nil }
      throw Fault(path: path, line: 1, sentence: "the file cannot be read")
    }
    guard bytes.count <= ConfigFile.limit else {
      throw Fault(path: path, line: 1, sentence: "the file cannot be read")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(path: path, line: 1, sentence: "the file is not in UTF-8")
    }
    return text
  }

  private func examine(_ source: String) -> (config: Config, faults: [Fault]) {
    let text = ConfigText(source)
    var config = Config()
    var faults: [Fault] = []
    let find = { (line: Int, sentence: String) in
      faults.append(Fault(path: path, line: line, sentence: sentence))
    }
    guard let value = text.decoded() else {
      find(text.faultyLine, "this is not JSON5")
      return (config, faults)
    }
    guard case .object = value else {
      find(1, "an object is wanted: { … }")
      return (config, faults)
    }
    for (name, value) in ConfigFile.leaves(value, "") {
      let line = text.line(of: name)
      guard let key = ConfigKey.all.first(where: { $0.path == name }) else {
        find(line, "there is no key \(quoted(name))\(ConfigFile.hint(name))")
        continue
      }
      if !key.take(value, &config) { find(line, "\(name) must be \(key.wanted)") }
    }
    for problem in config.keys.problems {
      let place = problem.setting.place.map { ["in", $0] } ?? []
      let steps = ["keys"] + place + [problem.setting.action]
      find(
        text.line(of: steps), "\(SafeText.clean(steps.joined(separator: "."))): \(problem.sentence)"
      )
    }
    return (config, faults.enumerated().sorted { ($0.1.line, $0.0) < ($1.1.line, $1.0) }.map(\.1))
  }

  /// The key that was meant: the nearest one in spelling.
  private static func hint(_ name: String) -> String {
    let near = ConfigKey.all.map { (path: $0.path, edits: name.edits(to: $0.path)) }
      .min { $0.edits < $1.edits }
    guard let near, near.edits <= max(2, near.path.count / 3) else { return "" }
    return "; \(near.path) is the nearest"
  }

  /// Every value with its path, in alphabetical order; an object that is a value is whole.
  private static func leaves(
    _ value: JSONValue, _ path: String
  ) -> [(path: String, value: JSONValue)] {
    guard case .object(let members) = value, !ConfigKey.objects.contains(path) else {
      return [(path, value)]
    }
    return members.sorted { $0.key < $1.key }.flatMap {
      leaves($0.value, path.isEmpty ? $0.key : "\(path).\($0.key)")
    }
  }
}
