/// How a name is capitalised when the text gives no guidance.
enum NameCasing {
  /// Whether a name has both capitals and small letters, as names have in running text.
  static func isNatural(_ name: String) -> Bool {
    let letters = name.unicodeScalars.filter { $0.properties.isAlphabetic }
    return letters.contains { $0.properties.isUppercase }
      && letters.contains { $0.properties.isLowercase }
  }

  /// A name all in capitals, or all in small letters, with its usual capitals; any other as it is.
  static func natural(_ name: String) -> String {
    let words = name.split(separator: " ").map(String.init)
    if isNatural(name) && !words.contains(where: isShouted) { return name }
    return words.enumerated()
      .map { isNatural($1) ? $1 : capitalised($1, isFirst: $0 == 0) }
      .joined(separator: " ")
  }

  /// A family name in capitals beside a natural given name (Jean DUPONT), but not JR or III.
  private static func isShouted(_ word: String) -> Bool {
    word.unicodeScalars.count { $0.properties.isUppercase } > 3 && !isNatural(word)
  }

  private static func capitalised(_ word: String, isFirst: Bool) -> String {
    let hash = TokenHash.of(word)
    if numerals.contains(hash) { return word.uppercased() }
    if word.contains("."), !suffixes.contains(hash) { return word.uppercased() }
    if !isFirst, NameWord.particles.contains(hash), word.count > 1 { return word.lowercased() }
    var result = ""
    var startsPart = true
    for character in word {
      result += startsPart ? character.uppercased() : character.lowercased()
      startsPart = character == "-" || character == "'" || character == "’"
    }
    guard result.hasPrefix("Mc"), result.count > 3 else { return result }
    return "Mc" + result.dropFirst(2).prefix(1).uppercased() + result.dropFirst(3)
  }

  private static let numerals = NameWord.hashes("ii iii iv")
  private static let suffixes = NameWord.hashes("jr. sr. jnr. snr.")
}
