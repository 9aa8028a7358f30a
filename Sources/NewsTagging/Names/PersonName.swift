/// A person's name taken apart: given names, family name with its particles, generation.
///
/// `George H.W. Bush Sr.` has the given names george, h, w, the family name bush and the generation 1.
/// A lone name (`Starmer`, `von der Leyen`) is all family name. Chinese, Korean and Vietnamese
/// names, known by their family names and syllables, have the family name in front.
struct PersonName: Sendable {
  /// In text order, without the generation.
  private(set) var words: [NameWord] = []
  /// The folded letters of all words, joined.
  private(set) var letters: [UInt8] = []
  /// The words of the family name.
  private(set) var family = 0..<0
  /// 1 senior, 2 junior or second, 3 third, ...
  private(set) var generation: Int?

  /// - Parameter text: the name, its words parted by single spaces.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    letters.reserveCapacity(text.count)
    words.reserveCapacity(4)
    var firstCount = 0
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: " ")) ?? text.count
      append(text, start..<end)
      if start == 0 { firstCount = letters.count }
      start = end + 1
    }
    family = findFamily(firstCount: firstCount)
  }

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { PersonName($0) }
  }

  /// The last word of the family name, which a lone surname repeats.
  var head: NameWord? { words.isEmpty ? nil : words[family.upperBound - 1] }

  /// Given and middle names in order.
  var given: ArraySlice<NameWord> {
    family.lowerBound == 0 ? words[family.upperBound...] : words[..<family.lowerBound]
  }

  /// Whether no given name is known, not even its initial.
  var isLone: Bool { family.count == words.count }

  var isFamilyFirst: Bool { family.lowerBound == 0 && !isLone }

  /// Said by the first given name that says one.
  var gender: Honorific.Gender? {
    for word in given {
      if let gender = GivenNames.shared.gender(of: word) { return gender }
    }
    return nil
  }

  /// Orders names by how much of the whole name they tell.
  var fullness: Int {
    let given = isLone ? 0 : given.contains { $0.kind == .full } ? 2 : 1
    let full = isFamilyFirst ? 2 : words.count { $0.kind == .full }
    return given << 16 | full << 8 | (isFamilyFirst ? 2 : words.count)
  }

  var fullWords: Int { words.count { $0.kind == .full } }
}

extension PersonName {
  private static let generations = {
    var generations = TokenTable<Int>()
    for (words, generation) in [
      ("sr snr senior", 1), ("jr jnr junior ii", 2), ("iii", 3), ("iv", 4),
    ] {
      for word in TokenHash.words(words) { generations[word] = generation }
    }
    return generations
  }()

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let start = letters.count
    if let hyphen = article(text, range) {
      NameFolding.fold(text, range.lowerBound..<hyphen, into: &letters)
      words.append(word(start..<letters.count, .particle))
      append(text, hyphen + 1..<range.upperBound)
      return
    }
    NameFolding.fold(text, range, into: &letters)
    guard letters.count > start else { return }
    if areInitials(text, range, from: start) {
      for at in start..<letters.count { words.append(word(at..<at + 1, .initial)) }
    } else if let number = generation(from: start) {
      generation = number
      letters.removeSubrange(start...)
    } else {
      words.append(word(start..<letters.count, isParticle(from: start) ? .particle : .full))
    }
  }

  private func word(_ range: Range<Int>, _ kind: NameWord.Kind) -> NameWord {
    letters.withUnsafeBufferPointer {
      NameWord(UnsafeBufferPointer(rebasing: $0[range]), kind: kind)
    }
  }

  private func hash(from start: Int) -> UInt64 {
    letters.withUnsafeBufferPointer { NameSpellings.hash($0[start...]) }
  }

  private func generation(from start: Int) -> Int? {
    guard !words.isEmpty, letters.count - start <= 6 else { return nil }
    return Self.generations[hash(from: start)]
  }

  private func isParticle(from start: Int) -> Bool {
    guard letters.count - start <= 5 else { return false }
    let hash = hash(from: start)
    return NameWord.particles.contains(hash)
      && !(words.isEmpty && NameWord.namelikeParticles.contains(hash))
  }

  /// Where the hyphen is that joins the Arabic article to a name.
  private func article(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.count > 3,
      let hyphen = text[range].prefix(3).firstIndex(of: UInt8(ascii: "-"))
    else { return nil }
    var article: [UInt8] = []
    NameFolding.fold(text, range.lowerBound..<hyphen, into: &article)
    return NameWord.articles.contains(NameSpellings.hash(article)) ? hyphen : nil
  }

  /// `J.`, `J`, `J.R.R.`; not `Jo` and not `JR` without dots, which all-caps text has for names.
  private func areInitials(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, from start: Int
  ) -> Bool {
    let count = letters.count - start
    if count == 1 { return true }
    guard count <= 4, (start..<letters.count).allSatisfy({ letters[$0] < 0x80 }) else {
      return false
    }
    return text[range].count { $0 == UInt8(ascii: ".") } >= count - 1
  }

  private func findFamily(firstCount: Int) -> Range<Int> {
    guard let last = words.indices.last else { return 0..<0 }
    if SyllabicNames.isFamilyFirst(words, letters, familyCount: firstCount) { return 0..<1 }
    var start = last
    while start > 0, words[start - 1].kind == .particle { start -= 1 }
    return start..<last + 1
  }
}
