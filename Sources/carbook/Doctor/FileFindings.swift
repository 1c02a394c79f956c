import Store

/// What is found around the store: its files, its file system, who uses them.
struct FileFindings {
  let diagnosis: Diagnosis
  /// This process, which is no finding.
  let ownPID: Int32

  private static let largestWAL: Int64 = 16 << 20
  private static let scarce: Int64 = 500 << 20
  private static let exhausted: Int64 = 20 << 20

  var all: [Finding] {
    [sqlite, wal, lock, readers, fileSystem, space] + spool + permissions
  }

  private var sqlite: Finding {
    let rule =
      Diagnosis.isSerialised
      ? "every write and checkpoint is under the store's own lock"
      : "its own locks are enough"
    return Finding("sqlite", .ok, "SQLite is \(Diagnosis.libraryVersion): \(rule).")
  }

  private var wal: Finding {
    let size = FileFindings.words(diagnosis.walSize)
    return diagnosis.walSize < FileFindings.largestWAL
      ? Finding("wal", .ok, "The -wal has \(size).")
      : Finding("wal", .warn, "The -wal has grown to \(size): somebody reads all the time.")
  }

  private var lock: Finding {
    guard let holder = diagnosis.lockHolder else {
      return Finding("lock", .ok, "Nobody keeps the store's lock.")
    }
    return Finding(
      "lock", .warn, "\(quoted(holder)) keeps the store's lock: nobody else can write.")
  }

  private var readers: Finding {
    let sleepers = diagnosis.sleepers.filter { $0.pid != ownPID }
    if !sleepers.isEmpty {
      return Finding(
        "readers", .warn,
        "\(FileFindings.list(sleepers)) sleeps in a read transaction: the -wal grows until it ends."
      )
    }
    let users = diagnosis.users.filter { $0.pid != ownPID }
    return Finding(
      "readers", .ok,
      users.isEmpty
        ? "Nobody has the store open." : "The store is open in \(FileFindings.list(users)).")
  }

  private var fileSystem: Finding {
    diagnosis.isOnNetworkFileSystem
      ? Finding(
        "filesystem", .fail, "The store is on a network file system, whose locks cannot be trusted."
      ) : Finding("filesystem", .ok, "The store is on a disk of this machine.")
  }

  private var space: Finding {
    guard let free = diagnosis.freeSpace else {
      return Finding("space", .warn, "How much room the disk has cannot be told.")
    }
    let verdict: Finding.Verdict =
      free < FileFindings.exhausted ? .fail : free < FileFindings.scarce ? .warn : .ok
    return Finding("space", verdict, "The disk has room for \(FileFindings.words(free)).")
  }

  private var spool: [Finding] {
    var findings: [Finding] = []
    if diagnosis.spoolAsideSize > 0 {
      findings.append(
        Finding(
          "spool", .warn,
          "Some deliveries could not be taken in: they are in \(quoted(diagnosis.path + ".spool.aside"))."
        ))
    }
    if diagnosis.spoolSize > 0 {
      findings.append(
        Finding(
          "spool", .warn,
          "\(diagnosis.spooled) deliveries wait in \(quoted(diagnosis.path + ".spool")): whoever "
            + "writes next takes them in."
        ))
    }
    return findings.isEmpty
      ? [Finding("spool", .ok, "No delivery waits to be taken in.")] : findings
  }

  private var permissions: [Finding] {
    var findings: [Finding] = []
    for file in diagnosis.files + [diagnosis.folder].compactMap({ $0 }) {
      if !file.isUsable {
        findings.append(
          Finding("permissions", .fail, "You may not read and write \(quoted(file.path))."))
      } else if file.isTooOpen {
        let mode = String(file.mode, radix: 8)
        findings.append(
          Finding(
            "permissions", .warn,
            "\(quoted(file.path)) is open to others (\(mode)): chmod "
              + "\(String(file.mode & file.expectedMode, radix: 8)) helps."))
      }
    }
    guard findings.isEmpty else { return findings }
    return [
      Finding(
        "permissions", .ok,
        "\(diagnosis.files.count) files of the store are open to those only who should have them.")
    ]
  }

  private static func list(_ processes: [OpenFiles.Process]) -> String {
    processes.map(\.description).joined(separator: ", ")
  }

  /// In whole units, rounded down.
  static func words(_ bytes: Int64) -> String {
    let units = ["bytes", "KiB", "MiB", "GiB", "TiB"]
    var (value, unit) = (bytes, 0)
    while value >= 1024, unit < units.count - 1 { (value, unit) = (value / 1024, unit + 1) }
    return "\(value) \(units[unit])"
  }
}
