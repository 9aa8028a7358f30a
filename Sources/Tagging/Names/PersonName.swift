/// A person's name taken apart: given names, family name with its particles, generation.
///
/// `George H.W. Bush Sr.` has the given names george, h, w, the family name bush and the generation sr.
/// A lone name (`Starmer`, `von der Leyen`) is all family name. Chinese, Korean and Vietnamese
/// names, known by their family names and syllables, have the family name in front.
struct PersonName: Sendable, Hashable {
  /// In text order, without the generation.
  let words: [NameWord]
  /// The words of the family name.
  let family: Range<Int>
  /// 1 senior, 2 junior or second, 3 third, ...
  let generation: Int?

  /// - Parameter texts: the name's words as written, UTF-8; possessives and honorifics are gone.
  init(texts: [ArraySlice<UInt8>]) {
    var words: [NameWord] = []
    var generation: Int?
    for (position, text) in texts.enumerated() {
      if position > 0, let number = Self.generation(text) {
        generation = number
      } else {
        Self.append(text, isFirst: position == 0, to: &words)
      }
    }
    self.init(words: words, generation: generation)
  }

  init(_ text: String) {
    self.init(texts: Array(text.utf8).split(separator: UInt8(ascii: " ")))
  }

  private init(words: [NameWord], generation: Int?) {
    self.words = words
    self.generation = generation
    family = Self.family(of: words)
  }

  /// The last word of the family name, which a lone surname repeats.
  var head: NameWord? { words.isEmpty ? nil : words[family.upperBound - 1] }

  /// Given and middle names in order.
  var given: ArraySlice<NameWord> {
    family.lowerBound == 0 ? words[family.upperBound...] : words[..<family.lowerBound]
  }

  /// Whether no given name is known, not even its initial.
  var isLone: Bool { given.isEmpty }

  var isFamilyFirst: Bool { family.lowerBound == 0 && !given.isEmpty }

  /// All letters of the given names run together: `Jong-un` is `Jong Un`.
  var joinedGiven: [UInt8] { given.flatMap(\.letters) }

  /// Said by the first given name that says one.
  var gender: Honorific.Gender? { given.lazy.compactMap(GivenNames.shared.gender).first }

  var fullWords: Int { words.count { $0.kind == .full } }

  /// Orders names by how much of the whole name they tell.
  var fullness: (given: Int, full: Int, words: Int) {
    let given = isLone ? 0 : given.contains { $0.kind == .full } ? 2 : 1
    return isFamilyFirst ? (given, 2, 2) : (given, fullWords, words.count)
  }
}

extension PersonName {
  private static let generations: [UInt64: Int] = [
    TokenHash.of("sr"): 1, TokenHash.of("snr"): 1, TokenHash.of("senior"): 1,
    TokenHash.of("jr"): 2, TokenHash.of("jnr"): 2, TokenHash.of("junior"): 2,
    TokenHash.of("ii"): 2, TokenHash.of("iii"): 3, TokenHash.of("iv"): 4,
  ]

  private static func generation(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.count <= 6 else { return nil }
    return generations[NameFolding.fold(text).reduce(TokenHash.seed, TokenHash.mix)]
  }

  private static func append(
    _ text: ArraySlice<UInt8>, isFirst: Bool, to words: inout [NameWord]
  ) {
    let hyphen = UInt8(ascii: "-")
    if let at = text.firstIndex(of: hyphen), at - text.startIndex <= 3 {
      let article = NameWord(letters: NameFolding.fold(text[..<at]), kind: .particle)
      if NameWord.articles.contains(article.hash) {
        words.append(article)
        words.append(NameWord(letters: NameFolding.fold(text[at...]), kind: .full))
        return
      }
    }
    let letters = NameFolding.fold(text)
    guard !letters.isEmpty else { return }
    if areInitials(text, letters) {
      for letter in letters { words.append(NameWord(letters: [letter], kind: .initial)) }
      return
    }
    let word = NameWord(letters: letters, kind: .full)
    let isParticle =
      NameWord.particles.contains(word.hash)
      && !(isFirst && NameWord.namelikeParticles.contains(word.hash))
    words.append(isParticle ? NameWord(letters: letters, kind: .particle) : word)
  }

  /// `J.`, `J`, `J.R.R.`; not `Jo` and not `JR` without dots, which all-caps text has for names.
  private static func areInitials(_ text: ArraySlice<UInt8>, _ letters: [UInt8]) -> Bool {
    if letters.count == 1 { return true }
    let dots = text.count { $0 == UInt8(ascii: ".") }
    return letters.count <= 4 && dots >= letters.count - 1 && letters.allSatisfy { $0 < 0x80 }
  }

  private static func family(of words: [NameWord]) -> Range<Int> {
    guard let last = words.indices.last else { return 0..<0 }
    if SyllabicNames.isFamilyFirst(words) { return 0..<1 }
    var start = last
    while start > 0, words[start - 1].kind == .particle { start -= 1 }
    return start..<last + 1
  }
}
