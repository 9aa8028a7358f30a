/// Parts names from a possessive whose `s` OCR damaged: `Pershing'a`, `Carranza'i`.
struct DamagedPossessives {
  /// Letters of a name before it, so that `Sec'y` and `Gov'r` stay.
  private static let leastLetters = 5

  private let lexicon = Lexicon.shipped
  private let gazetteer = CountryGazetteer()

  func mend(_ field: inout FieldTokens) {
    let found = field.tokens.indices.filter { isDamaged(field.tokens[$0], field.bytes) }
    for at in found.reversed() { split(at, in: &field) }
  }

  /// A single letter behind the apostrophe of a word that no list has; `d`, `m` and `t` stand for other
  /// words.
  @inline(__always)
  private func isDamaged(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.traits.isSuperset(of: [.capitalised, .hasApostrophe]),
      token.range.count >= Self.leastLetters + 2,
      bytes[Int(token.end) - 2] == UInt8(ascii: "'")
    else { return false }
    let letter = bytes[Int(token.end) - 1] | 0x20
    return letter &- 97 < 26 && letter != 0x64 && letter != 0x6D && letter != 0x74
      && lexicon?[token.hash].rawValue == 0 && gazetteer.record(token.hash) == nil
  }

  private func split(_ at: Int, in field: inout FieldTokens) {
    var (name, clitic) = (field.tokens[at], field.tokens[at])
    name.end -= 2
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
