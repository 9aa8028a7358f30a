/// Puts words together that a line's end broke: `Cali-` / `fornia`, `Fernan` / `dez`.
///
/// Old papers break one word in ten lines, and OCR loses the hyphen more often than not. Half a word
/// is read as another (`Cali` in Colombia), so all taggers get the whole one.
///
/// With a hyphen, what goes on in lower case is one word, but for compounds of two words that stand
/// by themselves (`German-` / `born`). Without one, the whole must be known as a name, by the
/// lexicon, the gazetteer or the article, and one of the halves must be no word of its own; behind a title, an initial
/// or a given name what many surnames end in goes on with one, too (`Schnurren` / `berger`).
struct BrokenWords {
  private let lexicon = Lexicon.shipped
  private let gazetteer = CountryGazetteer()

  /// The small words of the text's language: the `son` of French ends English names.
  private let smallWords: UInt64
  private let isEnglish: Bool

  /// - Parameter language: of the text; nil where it does not tell, which is taken for English.
  init(language: String?) {
    smallWords = FunctionWords.shared.bit(of: language ?? "en")
    isEnglish = language ?? "en" == "en"
  }

  /// The halves of a word: positions of tokens, and what stands between.
  private struct Break {
    enum Joint {
      case nothing, hyphen
      /// What OCR made of a hyphen.
      case mark
      /// The first half is no word but begins names.
      case beginning
    }

    let first: Int
    let second: Int
    let joint: Joint
  }

  func mend(_ title: inout FieldTokens, _ body: inout FieldTokens) {
    guard lexicon != nil else { return }
    let (inTitle, inBody) = (breaks(in: title), breaks(in: body))
    guard !inTitle.isEmpty || !inBody.isEmpty else { return }
    let (titleWords, bodyWords) = wholeWords(inTitle, title, inBody, body)
    if !titleWords.isEmpty { title.put(titleWords) }
    if !bodyWords.isEmpty { body.put(bodyWords) }
  }

  /// The words to be put into each field, found while none has changed: both tell the article's names.
  private func wholeWords(
    _ inTitle: [Break], _ title: FieldTokens, _ inBody: [Break], _ body: FieldTokens
  ) -> (title: [WholeWord], body: [WholeWord]) {
    var names = ArticleNames(title, body)
    return (wholeWords(inTitle, title, &names), wholeWords(inBody, body, &names))
  }

  /// Places that may lie in the middle of a word: line ends, and a hyphen before a space, which a
  /// line's end has become.
  private func breaks(in field: FieldTokens) -> [Break] {
    var breaks: [Break] = []
    breaks.reserveCapacity(field.tokens.count / 32)
    let mc = Self.mc
    field.tokens.withUnsafeBufferPointer { tokens in
      for at in tokens.indices.dropFirst() {
        if tokens[at - 1].hash == mc, let found = beginning(at, tokens, field.bytes) {
          breaks.append(found)
          continue
        }
        guard mayGoOn(tokens[at], behind: tokens[at - 1]),
          tokens[at].traits.contains(.lineStart)
            || joint(tokens[at - 1], field.bytes) == .hyphen,
          let found = breakEnding(at, tokens, field.bytes)
        else { continue }
        breaks.append(found)
      }
    }
    return breaks
  }

  /// Whether a token has space before it, and opens a line or stands behind a hyphen: one jump, as in
  /// ``Token/isSmall(_:_:)``.
  @inline(__always)
  private func mayGoOn(_ token: Token, behind before: Token) -> Bool {
    let (line, space) = (Token.Traits.lineStart.rawValue, Token.Traits.spaceBefore.rawValue)
    assert(space == line << 2)
    let isBehindHyphen = before.hash == Self.hyphen || before.hash == Self.softHyphen
    let opens = token.traits.rawValue & line | (isBehindHyphen ? line : 0)
    return opens << 2 & token.traits.rawValue & space != 0
  }

  /// Mc before the capital that goes on with it: `Mc.Marsh`, `Mc-` / `Marsh`, `Mc` / `Marsh`.
  ///
  /// - Parameter at: behind Mc.
  private func beginning(
    _ at: Int, _ tokens: UnsafeBufferPointer<Token>, _ bytes: [UInt8]
  ) -> Break? {
    let second = joint(tokens[at], bytes) == .nothing ? at : at + 1
    guard second < tokens.count, tokens[at - 1].traits.contains(.capitalised),
      tokens[second].traits.contains(.capitalised), tokens[second].range.count > 2,
      tokens[second].traits.isDisjoint(with: .paragraphStart)
    else { return nil }
    return Break(first: at - 1, second: second, joint: .beginning)
  }

  @inline(__always) private static var mc: UInt64 { TokenHash.word("mc") }
  @inline(__always) private static var dot: UInt64 { TokenHash.word(".") }
  @inline(__always) private static var hyphen: UInt64 { TokenHash.word("-") }
  @inline(__always) private static var softHyphen: UInt64 { TokenHash.word("\u{AD}") }

  private func breakEnding(
    _ at: Int, _ tokens: UnsafeBufferPointer<Token>, _ bytes: [UInt8]
  ) -> Break? {
    let second = tokens[at]
    guard second.kind == .word,
      second.traits.isDisjoint(with: [.paragraphStart, .possessive, .hasHyphen])
    else { return nil }
    let joint = at > 1 ? joint(tokens[at - 1], bytes) : .nothing
    let start = joint == .nothing ? at - 1 : at - 2
    let first = tokens[start]
    guard first.kind == .word,
      first.traits.isDisjoint(with: [.abbreviation, .hasHyphen, .possessive]),
      joint == .hyphen || first.traits.contains(.capitalised) && first.range.count > 1
    else { return nil }
    let goesOn =
      second.traits.contains(.capitalised)
      ? first.traits.contains(.allCaps) && second.traits.contains(.allCaps)
      : !first.traits.contains(.allCaps) || first.range.count == 1
    return goesOn ? Break(first: start, second: at, joint: joint) : nil
  }

  /// A hyphen or soft hyphen glued to the word before it, or the mark that OCR made of one.
  @inline(__always)
  private func joint(_ token: Token, _ bytes: [UInt8]) -> Break.Joint {
    guard token.kind == .punctuation, !token.traits.contains(.spaceBefore) else { return .nothing }
    let first = bytes[Int(token.start)]
    if first == UInt8(ascii: "-") || first == 0xC2 && bytes[Int(token.start) + 1] == 0xAD {
      return .hyphen
    }
    return Self.isJoint(first) ? .mark : .nothing
  }

  /// The hyphen, and what OCR reads a line's last hyphen as: `Wil?` / `son`.
  @inline(__always)
  static func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "."),
      UInt8(ascii: "~"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private func wholeWords(
    _ breaks: [Break], _ field: FieldTokens, _ names: inout ArticleNames
  ) -> [WholeWord] {
    var words: [WholeWord] = []
    for found in breaks where words.last.map({ $0.halves.upperBound <= found.first }) ?? true {
      let hash = hash(of: found, in: field)
      guard isOneWord(found, hash, field, &names) else { continue }
      words.append(WholeWord(halves: found.first..<found.second + 1, hash: hash))
    }
    return words
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
    if found.joint == .beginning { return true }
    let (first, second) = (field.tokens[found.first], field.tokens[found.second])
    guard found.joint == .hyphen else { return isOneWithoutHyphen(found, whole, field, &names) }
    if isKnown(whole) || names.contains(whole) { return true }
    return second.traits.contains(.lineStart) && first.traits.contains(.capitalised)
      && !second.traits.contains(.capitalised)
      && !(isName(first.hash) && isCommon(second))
  }

  /// Asked first is what most line ends are told by, that they part two words of no known whole.
  private func isOneWithoutHyphen(
    _ found: Break, _ whole: UInt64, _ field: FieldTokens, _ names: inout ArticleNames
  ) -> Bool {
    let (first, second) = (field.tokens[found.first], field.tokens[found.second])
    if WordHalves.shared.nameEnds.contains(second.hash), FunctionWords.shared[second.hash] == 0,
      endsName(found, field)
    {
      return true
    }
    if isName(whole, from: found, field, &names) { return true }
    return isKnown(whole)
      && (!JoinedWords.shared.isSecond(second.hash) || isMuchRarer(first, than: whole))
  }

  /// Without a hyphen: `In` / `form` and `Ell` / `is` may be two words, `Mexi` / `can` is one, as are `J. T. Bot` /
  /// `kin` and `Iver` / `son` where Iverson is named.
  private func isName(
    _ whole: UInt64, from found: Break, _ field: FieldTokens, _ names: inout ArticleNames
  ) -> Bool {
    let (first, second) = (field.tokens[found.first], field.tokens[found.second])
    let isKnown = isName(whole)
    // Most line ends stand between two plain words: the article's names are not gathered for them.
    guard isKnown || !isCommon(second), isKnown || names.contains(whole) else { return false }
    let small = FunctionWords.shared[second.hash]
    if small != 0, !isName(first.hash) { return FunctionWords.shared[first.hash] & smallWords == 0 }
    if small & smallWords != 0 { return false }
    return !isKnown || record(whole).capitalisation == 10 || !isCommon(second)
      || record(first.hash).rawValue == 0 || endsName(found, field) || names.contains(whole)
  }

  /// Behind an initial a name goes on, and what is none by itself behind a given name or a title.
  private func endsName(_ found: Break, _ field: FieldTokens) -> Bool {
    let mark = field.tokens[found.second - 1]
    guard isEnglish, found.first > 0, found.joint == .nothing || mark.hash != Self.dot else {
      return false
    }
    let before = field.tokens[found.first - 1]
    if before.traits.contains(.initial) { return true }
    return !isName(field.tokens[found.first].hash)
      && (before.traits.isSuperset(of: [.capitalised, .abbreviation])
        || before.isCapitalisedWord
          && !record(before.hash).traits.isDisjoint(with: [.given, .title, .honorific]))
  }

  /// `Funs` / `ton`: the whole is frequent and always has a capital, the first half is hardly known.
  private func isMuchRarer(_ first: Token, than whole: UInt64) -> Bool {
    let half = record(first.hash)
    return record(whole).capitalisation == 10 && half.traits.isEmpty && half.capitalisation < 6
      && half.brownCluster == 0 && first.range.count > 2
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

extension WordRecord.Traits {
  /// What says that a word names something.
  fileprivate static let names: Self = [
    .given, .surname, .place, .title, .honorific, .nationality, .country, .calendar,
  ]
}
