/// How a name is capitalised when the text gives no guidance.
enum NameCasing {
  /// Whether a name has both capitals and small letters, as names have in running text.
  static func isNatural(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasUpper = false
    var hasLower = false
    var at = 0
    while at < name.count {
      let (kind, width) = letterKind(name, at)
      if kind == .upper { hasUpper = true }
      if kind == .lower || kind == .other { hasLower = true }
      at += width
    }
    return hasUpper && hasLower
  }

  /// A name all in capitals, or all in small letters, with its usual capitals; of any other only
  /// the words of four or more capitals (Jean DUPONT).
  static func natural(_ name: String, isMixed: Bool) -> String {
    if isMixed, !hasCapitalRun(name) { return name }
    return name.split(separator: " ").enumerated()
      .map { position, word in
        var word = String(word)
        return word.withUTF8(isNatural) || isMixed && !hasCapitalRun(word)
          ? word : capitalised(word, isFirst: position == 0)
      }
      .joined(separator: " ")
  }

  /// Von Bernstorff, who opens a sentence, as he is called inside of one.
  static func ofLone(_ name: String, isLone: Bool) -> String {
    isLone && name.hasPrefix("Von ") ? "v" + name.dropFirst() : name
  }

  /// Whether four capitals stand in a row.
  private static func hasCapitalRun(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      var run = 0
      return bytes.contains { byte in
        run = byte &- 65 < 26 ? run + 1 : 0
        return run == 4
      }
    }
  }

  private static func capitalised(_ word: String, isFirst: Bool) -> String {
    let hash = TokenHash.of(word)
    if numerals.contains(hash) { return word.uppercased() }
    if isFirst, word.utf8.count == 2, !word.utf8.contains(where: isVowel) {
      return word.uppercased()
    }
    if word.contains("."), !suffixes.contains(hash) { return word.uppercased() }
    if !isFirst, NameWord.particles.contains(hash), word.count > 1 { return word.lowercased() }
    let result = withCapitals(word)
    guard result.hasPrefix("Mc"), result.count > 3 else { return result }
    return "Mc" + result.dropFirst(2).prefix(1).uppercased() + result.dropFirst(3)
  }

  /// A capital first and behind hyphens and apostrophes, small letters elsewhere.
  private static func withCapitals(_ word: String) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return withCapitals(ascii: word.utf8) }
    var result = ""
    var startsPart = true
    for character in word {
      result += startsPart ? character.uppercased() : character.lowercased()
      startsPart = character == "-" || character == "'" || character == "’"
    }
    return result
  }

  /// The same without a look at what a character is, which costs a string each.
  private static func withCapitals(ascii word: String.UTF8View) -> String {
    var startsPart = true
    let letters = word.map { byte in
      let letter = startsPart ? uppercasedASCII(byte) : lowercasedASCII(byte)
      startsPart = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
      return letter
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func uppercasedASCII(_ byte: UInt8) -> UInt8 {
    byte &- 97 < 26 ? byte & ~0x20 : byte
  }

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte | 0x20) }

  private static let numerals = TokenSet("ii iii iv")
  private static let suffixes = TokenSet("jr. sr. jnr. snr.")
}
