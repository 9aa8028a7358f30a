/// Results of matches and races: goalscorers with their minute, athletes with their country, and
/// tables of clubs, which are no persons.
extension PersonPasses {
  /// Reads what follows a name in brackets: `Lund ( 41st )`, `Lund ( Norway )`.
  mutating func readBracket(_ at: Int) {
    if isMinute(at + 1) || isPlaced(at) { markResult(piece(endingAt: at)) }
  }

  /// Lund in `( 16 - Lund 41st )`.
  ///
  /// - Returns: whether the number is a minute.
  mutating func readMinute(_ at: Int) -> Bool {
    guard isMinute(at), isMark(")", at + 1) else { return false }
    markResult(piece(endingAt: at))
    return true
  }

  /// - Returns: whether clubs fill the line, whose names are no persons then.
  mutating func readTable(before number: Int) -> Bool {
    let club = piece(endingAt: number)
    guard startsTable(club) else { return false }
    clearLine(from: club.lowerBound)
    return true
  }

  private mutating func markResult(_ name: Range<Int>) {
    let isOther = name.contains { document.words[$0].has(Self.noScorers) }
    let last = document.words[name.upperBound - 1]
    guard !isOther, !last.has(.place) || last.has(.surname) else { return }
    markScorer(name)
  }

  /// Anders Lund ( Norway ) behind a rank or `beat`.
  private func isPlaced(_ bracket: Int) -> Bool {
    guard bracket + 2 < document.words.count, document.words[bracket + 1].has(.country),
      isMark(")", bracket + 2)
    else { return false }
    let name = piece(endingAt: bracket)
    guard (2...3).contains(name.count) else { return false }
    let before = name.lowerBound - 1
    return isWord(beatHash, before) || isRank(before)
  }

  /// 7. or 7 - at the beginning of a line.
  private func isRank(_ at: Int) -> Bool {
    guard at > 0, isMark(".", at) || isMark("-", at) else { return false }
    return document.words[at - 1].kind == .number && startsLine(at - 1)
  }

  /// 41st, 90th: a minute of a match; with a bracket or a comma, `min` or `pen` behind it.
  private func isMinute(_ at: Int) -> Bool {
    guard at + 1 < document.words.count, document.words[at].kind == .number else { return false }
    let bytes = document.bytes(at)
    guard (3...5).contains(bytes.count), bytes.first != UInt8(ascii: "0"),
      bytes.dropLast(2).allSatisfy(isDigit), !isDigit(bytes[bytes.endIndex - 1]),
      !isDigit(bytes[bytes.endIndex - 2])
    else { return false }
    return isMark(")", at + 1) || isMark(",", at + 1)
      || minuteWords.contains(document.words[at + 1].hash)
  }

  /// A club with seven numbers or more behind it, or two clubs with a number each, fill the line.
  private func startsTable(_ club: Range<Int>) -> Bool {
    guard startsLine(club.lowerBound), isPlainNumber(club.upperBound) else { return false }
    let end = endOfNumbers(from: club.upperBound)
    if startsLine(end) { return end - club.upperBound > 6 }
    guard end == club.upperBound + 1 else { return false }
    var other = end
    while !startsLine(other), document.words[other].isName { other += 1 }
    return other > end && !startsLine(other) && isPlainNumber(other) && startsLine(other + 1)
  }

  private func endOfNumbers(from start: Int) -> Int {
    var end = start
    while end < document.words.count, isPlainNumber(end), end == start || !startsLine(end) {
      end += 1
    }
    return end
  }

  private func isPlainNumber(_ at: Int) -> Bool {
    document.words[at].kind == .number && document.bytes(at).count < 4
      && document.bytes(at).allSatisfy(isDigit)
  }

  private mutating func clearLine(from start: Int) {
    var at = start
    while at < document.words.count, at == start || !startsLine(at) {
      if labels.isPerson(at) { labels.clear(at..<at + 1, by: .table) }
      at += 1
    }
  }

  private static let noScorers: WordRecord.Traits = [
    .country, .nationality, .calendar, .organisation, .facility,
  ]
}

@inline(__always) private var beatHash: UInt64 { TokenHash.word("beat") }
private let minuteWords = TokenSet("min mins minute minutes pen penalty own and")
