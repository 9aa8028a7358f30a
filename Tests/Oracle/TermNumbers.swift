import Tokenizing

/// The vocabulary: a number a term.
struct TermNumbers {
  /// Longer terms have no stem.
  private static let longestStemmed = 64
  private static let fallbackLanguage = "en"

  private(set) var terms: [String] = []
  /// Numbers in byte order of their terms.
  private(set) var sorted: [Int32] = []
  private var numbers: [String: Int32] = [:]
  /// By number: whether an article in the index's language has it.
  private var isStemmed: [Bool] = []
  private var byStem: [String: [Int32]] = [:]
  private let stemmer: Stemmer?
  private let language: String

  init(language: String) {
    self.language = language
    stemmer = Stemmer(language: language)
  }

  /// Whether an article of this language takes part in the index's stems.
  func stems(_ language: String?) -> Bool { (language ?? Self.fallbackLanguage) == self.language }

  mutating func number(of term: String, isStemmed: Bool) -> Int32 {
    let number = numbers[term] ?? Int32(terms.count)
    if Int(number) == terms.count {
      numbers[term] = number
      terms.append(term)
      self.isStemmed.append(false)
    }
    if isStemmed { self.isStemmed[Int(number)] = true }
    return number
  }

  /// Fixes the order, once all terms are known.
  mutating func sort() {
    sorted = terms.indices.map(Int32.init).sorted {
      terms[Int($0)].utf8.lexicographicallyPrecedes(terms[Int($1)].utf8)
    }
    for number in sorted where isStemmed[Int(number)] {
      let term = terms[Int(number)]
      guard term.utf8.count <= Self.longestStemmed else { continue }
      byStem[stem(term), default: []].append(number)
    }
  }

  /// Nil for a term that no article holds.
  func number(of term: String) -> Int32? { numbers[term] }

  func stem(_ term: String) -> String { stemmer?.stem(term) ?? term }

  /// The terms with this stem, and the stem itself where it is one.
  func forms(ofStem stem: String) -> Set<Int32> {
    guard stemmer != nil else { return Set([numbers[stem]].compactMap { $0 }) }
    return Set((byStem[stem] ?? []) + [numbers[stem]].compactMap { $0 })
  }

  /// The terms that pass, in byte order, at most `limit`.
  func matching(limit: Int = .max, _ passes: (String) -> Bool) -> [Int32] {
    Array(sorted.filter { passes(terms[Int($0)]) }.prefix(limit))
  }
}
