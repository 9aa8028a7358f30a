/// Finds the two words that a compound is made of (*Seehafen*: *See*, *Hafen*), where articles have
/// both.
struct CompoundSplitter {
  /// What may join the two, by ISO 639-1 code of the languages that write compounds as one word.
  private static let joints: [String: [String]] = [
    "da": ["", "s", "e"], "de": ["", "s", "es", "n", "en", "er"], "nb": ["", "s", "e"],
    "nl": ["", "s", "en", "e"], "nn": ["", "s", "e"], "no": ["", "s", "e"], "sv": ["", "s"],
  ]
  private static let shortestPart = 3
  private static let shortestWord = 7
  private static let longestWord = 40

  private let vocabulary: Vocabulary
  private let joints: [[Character]]

  /// Nil for a language that writes compounds apart.
  init?(_ vocabulary: Vocabulary, language: String) {
    guard let joints = Self.joints[language] else { return nil }
    self.vocabulary = vocabulary
    self.joints = joints.map(Array.init)
  }

  /// The forms of either part; nil for a word that is no compound of words of the index.
  ///
  /// Of several cuts the one that leaves the longest shorter part.
  func parts(of term: String) throws -> (first: [String], second: [String])? {
    let letters = Array(term)
    guard (Self.shortestWord...Self.longestWord).contains(letters.count) else { return nil }
    let cuts = (Self.shortestPart...letters.count - Self.shortestPart)
      .sorted { min($1, letters.count - $1) < min($0, letters.count - $0) }
    for cut in cuts {
      let second = try vocabulary.knownForms(of: String(letters[cut...]))
      if second.isEmpty { continue }
      let first = try first(of: letters[..<cut])
      if !first.isEmpty { return (first, second) }
    }
    return nil
  }

  private func first(of letters: ArraySlice<Character>) throws -> [String] {
    for joint in joints
    where letters.count >= joint.count + Self.shortestPart
      && letters.suffix(joint.count) == joint[...]
    {
      let known = try vocabulary.knownForms(of: String(letters.dropLast(joint.count)))
      if !known.isEmpty { return known }
    }
    return []
  }
}
