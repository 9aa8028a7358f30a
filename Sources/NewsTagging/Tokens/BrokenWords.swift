/// Puts words together that a line's end broke: `Cali-` / `fornia`, `Fernan` / `dez`.
///
/// Old papers break one word in ten lines, and OCR loses the hyphen more often than not. Half a word
/// is read as another (`Cali` in Colombia), so all taggers get the whole one.
///
/// With a hyphen, what goes on in lower case is one word, but for compounds of two words that stand
/// by themselves (`German-` / `born`). Without one, the whole must be known as a name, by the
/// lexicon, the gazetteer or the article, and one of the halves must be no word of its own.
struct BrokenWords {
  private let lexicon = Lexicon.shipped
  private let gazetteer = CountryGazetteer()

  /// The halves of a word: positions of tokens, and whether a hyphen stands between.
  private struct Break {
    let first: Int
    let second: Int
    var isHyphened: Bool { second == first + 2 }
  }

  func mend(_ title: inout FieldTokens, _ body: inout FieldTokens) {
    guard lexicon != nil else { return }
    let (inTitle, inBody) = (breaks(in: title), breaks(in: body))
    guard !inTitle.isEmpty || !inBody.isEmpty else { return }
    var names = ArticleNames(title, body)
    join(inTitle, in: &title, &names)
    join(inBody, in: &body, &names)
  }

  /// Places that may lie in the middle of a word: line ends, and a hyphen before a space, which a
  /// line's end has become.
  private func breaks(in field: FieldTokens) -> [Break] {
    var breaks: [Break] = []
    field.tokens.withUnsafeBufferPointer { tokens in
      for at in tokens.indices.dropFirst() where tokens[at].traits.contains(.spaceBefore) {
        let isLineEnd = tokens[at].traits.contains(.lineStart)
        guard isLineEnd || tokens[at - 1].kind == .punctuation,
          let found = breakEnding(at, tokens, field.bytes), isLineEnd || found.isHyphened
        else { continue }
        breaks.append(found)
      }
    }
    return breaks
  }

  private func breakEnding(
    _ at: Int, _ tokens: UnsafeBufferPointer<Token>, _ bytes: [UInt8]
  ) -> Break? {
    let second = tokens[at]
    guard second.kind == .word,
      second.traits.isDisjoint(with: [.paragraphStart, .possessive, .hasHyphen])
    else { return nil }
    let isHyphened = at > 1 && isHyphen(tokens[at - 1], bytes)
    let first = tokens[isHyphened ? at - 2 : at - 1]
    guard first.kind == .word,
      first.traits.isDisjoint(with: [.abbreviation, .hasHyphen, .possessive]),
      isHyphened || first.traits.contains(.capitalised) && first.range.count > 1
    else { return nil }
    let goesOn =
      second.traits.contains(.capitalised)
      ? first.traits.contains(.allCaps) && second.traits.contains(.allCaps)
      : !first.traits.contains(.allCaps) || first.range.count == 1
    return goesOn ? Break(first: isHyphened ? at - 2 : at - 1, second: at) : nil
  }

  /// A hyphen or soft hyphen glued to the word before it.
  private func isHyphen(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.kind == .punctuation, !token.traits.contains(.spaceBefore) else { return false }
    let first = bytes[Int(token.start)]
    return first == UInt8(ascii: "-") || first == 0xC2 && bytes[Int(token.start) + 1] == 0xAD
  }

  private func join(
    _ breaks: [Break], in field: inout FieldTokens, _ names: inout ArticleNames
  ) {
    var joined: [Break] = []
    for found in breaks where joined.last.map({ $0.second < found.first }) ?? true {
      let whole = hash(of: found, in: field)
      guard isOneWord(found, whole, field, &names) else { continue }
      field.tokens[found.first].mend(with: field.tokens[found.second], hash: whole)
      joined.append(found)
    }
    if !joined.isEmpty { field.remove(joined.map { $0.first + 1..<$0.second + 1 }) }
  }

  private func hash(of found: Break, in field: FieldTokens) -> UInt64 {
    let (first, second) = (field.tokens[found.first], field.tokens[found.second])
    return field.bytes.withUnsafeBufferPointer { bytes in
      lowercaseHash(bytes, second.range, after: first.hash)
    }
  }

  private func isOneWord(
    _ found: Break, _ whole: UInt64, _ field: FieldTokens, _ names: inout ArticleNames
  ) -> Bool {
    let (first, second) = (field.tokens[found.first], field.tokens[found.second])
    guard found.isHyphened else { return isName(whole, from: first, second, &names) }
    if isKnown(whole) || names.contains(whole) { return true }
    return second.traits.contains(.lineStart) && first.traits.contains(.capitalised)
      && !second.traits.contains(.capitalised)
      && !(isName(first.hash) && isCommon(second))
  }

  /// Without a hyphen: `In` / `form` and `Ell` / `is` may be two words, `Mexi` / `can` is one.
  private func isName(
    _ whole: UInt64, from first: Token, _ second: Token, _ names: inout ArticleNames
  ) -> Bool {
    let isKnown = isName(whole)
    // Most line ends stand between two plain words: the article's names are not gathered for them.
    guard isKnown || !isCommon(second), isKnown || names.contains(whole) else { return false }
    if FunctionWords.shared[second.hash] != 0 { return !isName(first.hash) }
    return !isKnown || record(whole).capitalisation == 10 || !isCommon(second)
      || record(first.hash).rawValue == 0
  }

  private func record(_ hash: UInt64) -> WordRecord { lexicon?[hash] ?? WordRecord(rawValue: 0) }

  private func isKnown(_ hash: UInt64) -> Bool {
    record(hash).rawValue != 0 || gazetteer.record(hash)?.isName == true
  }

  /// In a list of names, or capitalised four times in five.
  private func isName(_ hash: UInt64) -> Bool {
    let record = record(hash)
    return !record.traits.isDisjoint(with: .names)
      || gazetteer.record(hash)?.isName == true
  }

  /// Frequent in lower case.
  private func isCommon(_ token: Token) -> Bool {
    (6...7).contains(record(token.hash).capitalisation)
  }
}

/// The capitalised words of an article, counted when first asked for.
private struct ArticleNames {
  private let fields: [FieldTokens]
  private lazy var words = fields.reduce(into: TokenSet()) { words, field in
    for token in field.tokens where token.kind == .word && token.traits.contains(.capitalised) {
      words.insert(token.hash)
    }
  }

  init(_ title: FieldTokens, _ body: FieldTokens) { fields = [title, body] }

  mutating func contains(_ hash: UInt64) -> Bool { words.contains(hash) }
}

extension Token {
  /// Takes the other half in.
  fileprivate mutating func mend(with half: Token, hash: UInt64) {
    end = half.end
    self.hash = hash
    traits.formUnion(half.traits.intersection([.hasApostrophe, .hasDigit, .hasNonASCII]))
    traits.insert(.mended)
    if half.traits.isDisjoint(with: [.allCaps, .capitalised]) { traits.remove(.allCaps) }
    traits.remove(.initial)
  }
}

extension FieldTokens {
  /// Takes away tokens in stretches that ascend.
  fileprivate mutating func remove(_ stretches: [Range<Int>]) {
    var kept: [Token] = []
    kept.reserveCapacity(tokens.count)
    var at = 0
    for stretch in stretches {
      kept += tokens[at..<stretch.lowerBound]
      at = stretch.upperBound
    }
    tokens = kept + tokens[at...]
  }

  /// The bytes of a token as it would stand in one line.
  func spelling(of token: Token) -> ArraySlice<UInt8> {
    guard token.traits.contains(.mended) else { return bytes[token.range] }
    var word = bytes[token.range]
    word.removeAll { $0 <= 0x20 || $0 == UInt8(ascii: "-") }
    while let soft = word.indices.dropLast().first(where: {
      word[$0] == 0xC2 && word[$0 + 1] == 0xAD
    }) {
      word.removeSubrange(soft..<soft + 2)
    }
    return word
  }
}

extension WordRecord.Traits {
  /// What says that a word names something.
  fileprivate static let names: Self = [
    .given, .surname, .place, .title, .honorific, .nationality, .country, .calendar,
  ]
}
