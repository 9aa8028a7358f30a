/// Parts names from a possessive that OCR damaged: `Pershing'a`, `Carranza'i`, `Carranza'sT`.
struct DamagedPossessives {
  /// Letters of a name before it, so that `Sec'y` and `Gov'r` stay.
  private static let leastLetters = 5

  private let lexicon = Lexicon.shipped
  private let gazetteer = CountryGazetteer()

  /// Letters behind it that may be what is left of an `s` and the beginning of the next word.
  private static let mostLetters = 4

  func mend(_ field: inout FieldTokens) {
    for (at, length) in damages(field).reversed() { split(at, length, in: &field) }
  }

  /// The tokens that are damaged, and how many bytes of each are no part of the name.
  private func damages(_ field: FieldTokens) -> [(at: Int, length: Int)] {
    field.tokens.withUnsafeBufferPointer { tokens in
      var found: [(at: Int, length: Int)] = []
      for at in tokens.indices {
        guard tokens[at].traits.isSuperset(of: [.capitalised, .hasApostrophe]) else { continue }
        if let length = damage(tokens[at], field.bytes) { found.append((at, length)) }
      }
      return found
    }
  }

  /// The bytes from the apostrophe on where they are no part of the name; nil for a word that a list
  /// has, and for one that is whole.
  private func damage(_ token: Token, _ bytes: [UInt8]) -> Int? {
    guard token.range.count >= Self.leastLetters + 2,
      let mark = bytes[token.range].suffix(Self.mostLetters + 1).lastIndex(of: UInt8(ascii: "'")),
      mark - Int(token.start) >= Self.leastLetters,
      isLeftOver(bytes[(mark + 1)..<Int(token.end)]),
      lexicon?[token.hash].rawValue == 0 && gazetteer.record(token.hash) == nil
    else { return nil }
    return Int(token.end) - mark
  }

  /// A single letter, but for `d`, `m` and `t`, which stand for other words; an s and
  /// consonants: `Carranza'sT`.
  private func isLeftOver(_ letters: ArraySlice<UInt8>) -> Bool {
    guard letters.allSatisfy({ ($0 | 0x20) &- 97 < 26 }), let first = letters.first else {
      return false
    }
    if letters.count == 1 { return !Self.otherWords.contains(first | 0x20) }
    return first | 0x20 == UInt8(ascii: "s")
      && !letters.contains { Self.vowels.contains($0 | 0x20) }
  }

  private static let otherWords = Array("dmt".utf8)
  private static let vowels = Array("aeiouy".utf8)

  private func split(_ at: Int, _ length: Int, in field: inout FieldTokens) {
    var (name, clitic) = (field.tokens[at], field.tokens[at])
    name.end -= Int32(length)
    clitic.start = name.end
    name.hash = hash(of: name, in: field)
    clitic.hash = hash(of: clitic, in: field)
    if !field.bytes[name.range].contains(UInt8(ascii: "'")) { name.traits.remove(.hasApostrophe) }
    clitic.traits = [.possessive, .hasApostrophe]
    field.tokens[at] = name
    field.tokens.insert(clitic, at: at + 1)
  }

  private func hash(of token: Token, in field: FieldTokens) -> UInt64 {
    field.bytes.withUnsafeBufferPointer { lowercaseHash($0, Int(token.start), Int(token.end)) }
  }
}
