/// Small words that lose their vowel before another and are joined to it by an apostrophe: *l'élection*,
/// *dell'Aquila*.
package enum Elision {
  /// What may stand before the apostrophe, lower case, by ISO 639-1 code.
  private static let words: [String: Set<String>] = [
    "ca": ["d", "l", "m", "n", "s", "t"],
    "fr": [
      "c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quelqu", "quoiqu", "s", "t",
    ],
    "it": [
      "all", "anch", "c", "com", "d", "dall", "dell", "dov", "l", "m", "nell", "quell", "quest",
      "s",
      "sull", "t", "un", "v",
    ],
  ]

  /// A word without what is joined to its front.
  package static func rest(of word: String, language: String) -> String {
    guard let words = words[language],
      let apostrophe = word.firstIndex(where: { "'’ʼ".contains($0) }),
      words.contains(word[..<apostrophe].lowercased())
    else { return word }
    let rest = word[word.index(after: apostrophe)...]
    return rest.isEmpty ? word : String(rest)
  }
}
