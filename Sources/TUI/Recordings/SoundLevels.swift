/// The loudest moment of each tenth of a second, of one channel or two. With two the provider has the
/// client at the left and the employee at the right.
public struct SoundLevels: Equatable, Sendable {
  /// Tenths of a second: each 0 for silence to 255. All channels have as many.
  public let channels: [[UInt8]]

  /// Nil where there is nothing, or the channels differ in length.
  public init?(channels: [[UInt8]]) {
    guard let first = channels.first, !first.isEmpty, channels.count <= 2,
      channels.allSatisfy({ $0.count == first.count })
    else { return nil }
    self.channels = channels
  }

  /// From a WAVE file of 16 bit samples; its sizes are not looked at, as they are not known to a
  /// program that writes into a pipe.
  public init?(wave: [UInt8], rate: Int) {
    let header = 44
    guard wave.count > header, (1...2).contains(wave[22]), wave[34] == 16, rate >= 10,
      let data = wave.firstRange(of: Array("data".utf8))
    else { return nil }
    let count = Int(wave[22])
    var channels = [[UInt8]](repeating: [], count: count)
    let step = rate / 10 * count * 2
    for start in stride(from: data.upperBound + 4, to: wave.count, by: step) {
      var peaks = [Int](repeating: 0, count: count)
      let end = min(start + step, wave.count - 1)
      for (index, place) in stride(from: start, to: end, by: 2).enumerated() {
        let sample = Int(Int16(truncatingIfNeeded: Int(wave[place]) | Int(wave[place + 1]) << 8))
        peaks[index % count] = max(peaks[index % count], abs(sample))
      }
      for channel in 0..<count { channels[channel].append(UInt8(min(255, peaks[channel] >> 7))) }
    }
    self.init(channels: channels)
  }

  private static let mark = Array("levels1".utf8)

  /// For a file: a mark, the number of channels, and the levels of one after the other.
  public var bytes: [UInt8] {
    SoundLevels.mark + [UInt8(channels.count)] + channels.flatMap { $0 }
  }

  /// What `bytes` gave; nil for anything else.
  public init?(_ bytes: some Collection<UInt8>) {
    let head = SoundLevels.mark.count
    guard bytes.starts(with: SoundLevels.mark), bytes.count > head + 1 else { return nil }
    let count = Int(bytes[bytes.index(bytes.startIndex, offsetBy: head)])
    let levels = Array(bytes.dropFirst(head + 1))
    guard (1...2).contains(count), levels.count.isMultiple(of: count) else { return nil }
    let length = levels.count / count
    self.init(channels: (0..<count).map { Array(levels[($0 * length)..<(($0 + 1) * length)]) })
  }

  /// The loudest moment of each of so many columns.
  public func columns(_ count: Int, of channel: Int) -> [UInt8] {
    let levels = channels[channel]
    return (0..<max(0, count)).map { column in
      let start = column * levels.count / count
      let end = max(start + 1, (column + 1) * levels.count / count)
      return levels[start..<min(end, levels.count)].max() ?? 0
    }
  }
}
