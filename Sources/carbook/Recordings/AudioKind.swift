/// What kind of audio a file is, by its first bytes: what a server calls it is not to be relied on,
/// and a player given a playlist or a page opens what that names.
enum AudioKind: String, CaseIterable, Sendable {
  case wav, mp3, aac, ogg, flac, m4a, amr

  /// How many bytes it takes to tell.
  static let length = 16

  /// Nil for anything else.
  init?(_ start: some Sequence<UInt8>) {
    let bytes = Array(start.prefix(AudioKind.length))
    let has = { (text: String, offset: Int) in
      bytes.dropFirst(offset).starts(with: text.utf8)
    }
    if has("RIFF", 0), has("WAVE", 8) {
      self = .wav
    } else if has("OggS", 0) {
      self = .ogg
    } else if has("fLaC", 0) {
      self = .flac
    } else if has("ftyp", 4) {
      self = .m4a
    } else if has("#!AMR", 0) {
      self = .amr
    } else if has("ID3", 0) {
      self = .mp3
    } else if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] & 0xF6 == 0xF0 {
      // ADTS: a sync word of twelve bits and layer 0 (ISO/IEC 13818-7).
      self = .aac
    } else if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] & 0xE0 == 0xE0,
      [2, 4].contains(bytes[1] & 6)
    {
      // An MPEG audio frame: a sync word of eleven bits and layer III or II (ISO/IEC 11172-3).
      // Layer I, which nobody sends, begins like a text in UTF-16.
      self = .mp3
    } else {
      return nil
    }
  }
}
