/// How a name is capitalised when the text gives no guidance.
enum NameCasing {
  /// A name in capitals or in lower case with its usual capitals; any other as it is.
  static func natural(_ name: String) -> String {
    name.split(separator: " ").map { natural(word: $0) }.joined(separator: " ")
  }

  /// Whether a word with two letters or more has only capitals, or none.
  private static func natural(word: Substring) -> String {
    let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
    guard letters.count > 1, !word.contains(".") else { return String(word) }
    let isUpper = letters.allSatisfy { $0.properties.isUppercase }
    guard isUpper,
      letters.count > 2 || !"AEIOUY".unicodeScalars.allSatisfy({ !letters.contains($0) })
    else { return String(word) }
    return capitalised(String(word))
  }

  private static func capitalised(_ word: String) -> String {
    var result = ""
    var startsPart = true
    for character in word {
      result += startsPart ? character.uppercased() : character.lowercased()
      startsPart = character == "-" || character == "'" || character == "’"
    }
    return result.hasPrefix("Mc")
      ? "Mc" + result.dropFirst(2).prefix(1).uppercased() + result.dropFirst(3) : result
  }
}
