import FoundationEssentials
import Glibc

/// The machine code of this program and its libraries, as far as it has been run.
enum ProgramCode {
  /// Gives back the memory that the code run so far takes here: most of it is the start's and is not
  /// run again. The rest comes back page by page from the system's own copy of the files.
  static func giveBack() {
    guard let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8) else { return }
    for mapping in codeMappings(maps) {
      // Of what nobody may write nothing is lost (madvise(2)).
      madvise(
        UnsafeMutableRawPointer(bitPattern: mapping.lowerBound), mapping.count, MADV_DONTNEED)
    }
  }

  /// The addresses of what is run and comes from a file (proc(5)).
  static func codeMappings(_ maps: String) -> [Range<UInt>] {
    maps.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ", omittingEmptySubsequences: true)
      guard fields.count >= 6, fields[1] == "r-xp", fields[5].hasPrefix("/") else { return nil }
      let bounds = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
      guard bounds.count == 2, bounds[0] < bounds[1] else { return nil }
      return bounds[0]..<bounds[1]
    }
  }
}
