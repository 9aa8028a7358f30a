/// Two peoples or countries in one word, as old papers have them: `Auslro-llalian`, `AngloFrench`.
extension NameScanner {
  private typealias Half = (
    range: Range<Int>, key: UInt64, record: CountryGazetteer.Record, isDamaged: Bool
  )

  /// Adds those that are not found without this: damaged ones, and both where the hyphen is lost and they are whole.
  ///
  /// German-American is one people.
  func addPair(_ at: Int, _ base: NameContext, to matches: inout [NameMatch]) {
    guard let (first, second) = halves(of: tokens[at]), let one = name(first, isLast: false),
      let other = name(second, isLast: true)
    else { return }
    let isGlued = first.upperBound == second.lowerBound
    if isGlued, one.isDamaged || other.isDamaged { return }
    for half in [one, other] where isGlued || half.isDamaged {
      matches.append(
        NameMatch(
          field: field, range: half.range, tokens: at..<at + 1, key: half.key, record: half.record,
          context: base.union(half.isDamaged ? [.compound, .misprint] : .compound)))
    }
  }

  /// What a word has on both sides of its only hyphen, or from its second capital on and before that.
  private func halves(of token: Token) -> (Range<Int>, Range<Int>)? {
    let (start, end) = (Int(token.start), Int(token.end))
    guard token.traits.contains(.hasHyphen) else {
      return capital(in: start + 1..<end).map { (start..<$0, $0..<end) }
    }
    let first = hyphen(in: token, from: start)
    return hyphen(in: token, from: first + 1) == end ? (start..<first, first + 1..<end) : nil
  }

  private func capital(in range: Range<Int>) -> Int? {
    let text = text
    return range.first { text[$0] &- 65 < 26 }
  }

  private func name(_ half: Range<Int>, isLast: Bool) -> Half? {
    let hash = lowercaseHash(text, half.lowerBound, half.upperBound)
    if americanHashes.contains(hash) { return nil }
    if let record = gazetteer.record(hash) {
      return record.standsInCompound(last: isLast) ? (half, hash, record, false) : nil
    }
    let misprint = Misprint(gazetteer: gazetteer, text: text, isOld: isOld)
    guard let (key, record) = misprint.name(ofPart: half, hash: hash),
      record.standsInCompound(last: isLast), !americanHashes.contains(key)
    else { return nil }
    return (half, key, record, true)
  }
}
