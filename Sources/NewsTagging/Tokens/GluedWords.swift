/// Parts names from what other languages glue to them: `d'Anna` in French, `Lindners` in German.
struct GluedWords {
  private let language: NameLanguage
  private let lexicon = Lexicon.shipped
  private let gazetteer = CountryGazetteer()

  /// Nil for a language that glues nothing.
  init?(_ code: String?) {
    guard let language = NameLanguage.of(code) else { return nil }
    self.language = language
  }

  func part(_ field: inout FieldTokens) {
    for at in field.tokens.indices.reversed() where field.tokens[at].kind == .word {
      if let length = elision(at, in: field) {
        split(at, behind: length, in: &field)
      } else if isGenitive(at, in: field) {
        split(at, behind: field.tokens[at].range.count - 1, in: &field)
        field.tokens[at + 1].traits = [.possessive]
      }
    }
  }

  /// The bytes of a small word with its apostrophe before a capital; nil where there is none, or where it
  /// may lie within a name: Giscard d'Estaing.
  private func elision(_ at: Int, in field: FieldTokens) -> Int? {
    let token = field.tokens[at]
    guard token.traits.contains(.hasApostrophe) else { return nil }
    return field.bytes.withUnsafeBufferPointer { text -> Int? in
      let range = token.range
      guard
        let mark = range.first(where: {
          text[$0] == UInt8(ascii: "'") || isCurlyApostrophe(text, $0)
        })
      else { return nil }
      let end = mark + (text[mark] == UInt8(ascii: "'") ? 1 : 3)
      guard end < range.upperBound, letterKind(text, end).0 == .upper,
        language.isElided(lowercaseHash(text, range.lowerBound, end)),
        !isWithinName(at, field.tokens)
      else { return nil }
      return end - range.lowerBound
    }
  }

  private func isWithinName(_ at: Int, _ tokens: [Token]) -> Bool {
    guard at > 0, !tokens[at].traits.contains(.capitalised) else {
      return tokens[at].traits.contains(.capitalised) && !tokens[at].traits.contains(.sentenceStart)
    }
    let before = tokens[at - 1]
    let isNext = at + 1 < tokens.count && tokens[at + 1].traits.contains(.capitalised)
    return before.kind == .word && before.traits.contains(.capitalised)
      && !before.traits.contains(.sentenceStart) && !isNext
  }

  /// Whether a word that no list has is a listed name but for its last letter, or stands between a given
  /// name and what its bearer has: `Anna Lindners Haus`.
  private func isGenitive(_ at: Int, in field: FieldTokens) -> Bool {
    let token = field.tokens[at]
    guard language.hasGluedGenitives, token.range.count > 4,
      token.traits.contains(.capitalised), token.traits.isDisjoint(with: [.allCaps, .possessive]),
      isUnknown(token.hash)
    else { return false }
    return field.bytes.withUnsafeBufferPointer { text in
      let end = Int(token.end) - 1
      return language.isGenitive(lowercaseHash(text, end, end + 1))
        && (!isUnknown(lowercaseHash(text, Int(token.start), end))
          || isBetweenNames(at, field.tokens))
    }
  }

  private func isBetweenNames(_ at: Int, _ tokens: [Token]) -> Bool {
    guard at > 0, at + 1 < tokens.count else { return false }
    let (before, next) = (tokens[at - 1], tokens[at + 1])
    return before.kind == .word && before.traits.contains(.capitalised)
      && lexicon?[before.hash].traits.contains(.given) == true && !language.isNoun(before.hash)
      && next.kind == .word && next.traits.contains(.capitalised)
      && !next.traits.contains(.sentenceStart)
  }

  private func isUnknown(_ hash: UInt64) -> Bool {
    let names: WordRecord.Traits = [.given, .surname, .country]
    return (lexicon?[hash].traits.isDisjoint(with: names) ?? true)
      && gazetteer.record(hash)?.isWidelyKnown != true && !language.isNoun(hash)
  }

  private func split(_ at: Int, behind length: Int, in field: inout FieldTokens) {
    var (first, second) = (field.tokens[at], field.tokens[at])
    first.end = first.start + Int32(length)
    second.start = first.end
    second.traits.subtract([
      .sentenceStart, .lineStart, .paragraphStart, .spaceBefore, .hasApostrophe, .innerCapital,
    ])
    second.traits.insert(.capitalised)
    first.traits.remove(.innerCapital)
    first.hash = hash(of: first, in: field)
    second.hash = hash(of: second, in: field)
    field.tokens[at] = first
    field.tokens.insert(second, at: at + 1)
  }

  private func hash(of token: Token, in field: FieldTokens) -> UInt64 {
    field.bytes.withUnsafeBufferPointer { lowercaseHash($0, Int(token.start), Int(token.end)) }
  }
}
