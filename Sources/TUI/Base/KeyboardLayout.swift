/// Letter keys by their place on the keyboard, so that a list's keys work in the Ukrainian layout
/// too. For lists only: a field takes what was typed.
public enum KeyboardLayout {
  // The keys of a ЙЦУКЕН keyboard, row by row, and what a US keyboard has in their place. Where the
  // Ukrainian and the Russian layout differ both letters are listed.
  private static let cyrillic = "йцукенгшщзхїъфівапролджєэыячсмитьбюґё"
  private static let latin = "qwertyuiop[]]asdfghjkl;''szxcvbnm,.\\`"
  private static let shifted = "QWERTYUIOP{}}ASDFGHJKL:\"\"SZXCVBNM<>|~"

  private static let byPlace: [Character: Character] = {
    let small = zip(cyrillic, latin)
    let large = zip(cyrillic.uppercased(), shifted)
    return Dictionary(uniqueKeysWithValues: Array(small) + Array(large))
  }()

  /// The US layout's character on the same key, with Shift for a capital. ASCII stays as it is: the
  /// Ukrainian layout's "." stands on the US "/", and no one could type a full stop.
  public static func latin(for character: Character) -> Character {
    character.isASCII ? character : byPlace[character] ?? character
  }
}
