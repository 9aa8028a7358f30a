internal import OperatingSystem

/// Words too frequent to tell articles apart; ranking discounts them, it does not drop them.
package enum StopWords {
  /// ISO 639-1 codes that have a list.
  package static var languages: [String] {
    (Array(StopWordLists.terms.keys) + Array(SmallWordLists.terms.keys)).sorted()
  }

  /// The stop words of a language as folded terms; empty for a language without a list.
  package static func terms(language: String) -> Set<String> {
    cut.withLock { known in
      if let terms = known[language] { return terms }
      guard let list = StopWordLists.terms[language] ?? SmallWordLists.terms[language] else {
        return []
      }
      let terms = Set(list.description.split(whereSeparator: \.isWhitespace).map(String.init))
      known[language] = terms
      return terms
    }
  }

  /// Whether some language has the term as a stop word: a word of an article in another language than
  /// most.
  ///
  /// Looks through the lists as they stand, 40 kB: cutting all of them into sets takes milliseconds.
  package static func isInAnyLanguage(_ term: String) -> Bool {
    let term = Array(term.utf8)
    return (Array(StopWordLists.terms.values) + Array(SmallWordLists.terms.values)).contains {
      $0.withUTF8Buffer { has(term, in: $0) }
    }
  }

  /// Whether `term` stands in a list between white space.
  private static func has(_ term: [UInt8], in list: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < list.count {
      let start = place
      while place < list.count, list[place] > UInt8(ascii: " ") { place += 1 }
      if place - start == term.count, list[start..<place].elementsEqual(term) { return true }
      place += 1
    }
    return false
  }

  /// The lists already cut into terms: every query needs one.
  private static let cut = Guarded<[String: Set<String>]>([:])
}
