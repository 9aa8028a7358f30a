/// Scorecards of cricket: who was out, who caught him, who bowled.
extension PersonPasses {
  /// Names by what a scorecard or a list of results says behind them.
  ///
  /// The model sees hardly more of them than a surname between two letters. Most capitalised words
  /// are passed over at the first look at the word behind.
  mutating func readScores() {
    for word in document.capitalised {
      let next = word + 1
      guard next < document.words.count else { return readDismissal(before: next) }
      let behind = document.words[next]
      switch behind.kind {
      case .word where behind.traits.contains(.lineStart): readDismissal(before: next)
      case .word where behind.isInLowerCase: if isOut(next) { markScorer(piece(endingAt: next)) }
      case .word: break
      case .number: readNumber(next)
      case .punctuation: readMark(next)
      }
    }
  }

  private mutating func readNumber(_ at: Int) {
    if isBowling(at) {
      markScorer(piece(endingAt: at))
    } else if !readMinute(at), !readTable(before: at) {
      readDismissal(before: at)
    }
  }

  private mutating func readMark(_ at: Int) {
    if isMark("(", at) { return readBracket(at) }
    if startsLine(at) { readDismissal(before: at) }
  }

  /// Behind `b` stands the bowler, at the end of the line or before the runs.
  private mutating func readDismissal(before end: Int) {
    for at in max(end - 4, 0)..<end where isWord(bHash, at) {
      let bowler = piece(endingAt: end)
      if bowler.lowerBound == at + 1 { return markDismissal(by: bowler) }
    }
  }

  /// The names of `J. Cole c Marsh b Pike 12`, `J. Cole lbw b Pike 12`, `J. Cole b Pike 12`.
  private mutating func markDismissal(by bowler: Range<Int>) {
    var end = bowler.lowerBound - 1
    var fielder: Range<Int>?
    if isWord(lbwHash, end - 1) {
      end -= 1
    } else if isWord(andHash, end - 1), isWord(cHash, end - 2) {
      end -= 2
    } else {
      let before = piece(endingAt: end)
      if isWord(cHash, before.lowerBound - 1) || isWord(stHash, before.lowerBound - 1) {
        fielder = before
        end = before.lowerBound - 1
      }
    }
    let batsman = piece(endingAt: end)
    guard !batsman.isEmpty, batsman.upperBound == end else { return }
    for name in [batsman, fielder, bowler] { if let name { markScorer(name) } }
  }

  /// A name in a score is a person's wherever else it stands alone.
  mutating func markScorer(_ name: Range<Int>) {
    guard !name.isEmpty, name.count < 5 else { return }
    labels.mark(name, by: .score)
    // What the model took for more of it: `J. Cole st`.
    var end = name.upperBound
    while end < document.words.count, labels.isPerson(end), !document.words[end].isName {
      labels.clear(end..<end + 1)
      end += 1
    }
    labels.noteBearer(name)
  }

  /// Run out, or not out, with the runs behind it.
  private func isOut(_ at: Int) -> Bool {
    let hash = document.words[at].hash
    guard hash == runHash || hash == notHash, isWord(outHash, at + 1) else { return false }
    return at + 2 < document.words.count && document.words[at + 2].kind == .number
  }

  /// Overs, maidens, runs, wickets: 8-0-39-3, 9.5-0-44-1.
  private func isBowling(_ at: Int) -> Bool {
    guard (7...14).contains(document.token(at).range.count) else { return false }
    let parts = document.bytes(at).split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].count < 5, parts[2].count < 4 else { return false }
    // Rooms 9-10-11-12: no more maidens than overs, no more wickets than ten.
    let maidens = parts[1].count < 3 ? Int(String(decoding: parts[1], as: UTF8.self)) : nil
    let overs = Float(String(decoding: parts[0], as: UTF8.self))
    return parts[3].count < 3 && Float(maidens ?? 100) <= overs ?? 0
  }

  func startsLine(_ at: Int) -> Bool {
    at == document.words.count || document.words[at].traits.contains(.lineStart)
  }

  func isWord(_ hash: UInt64, _ at: Int) -> Bool {
    document.words.indices.contains(at) && document.words[at].hash == hash
      && document.words[at].isInLowerCase
  }
}

/// Runs of capitalised words within a line.
extension PersonPasses {
  /// The capitalised words of a line that end before `end`, with particles among and before them.
  func piece(endingAt end: Int) -> Range<Int> {
    var start = end
    while start > 0, end - start < 5, start == end || !startsLine(start),
      document.words[start - 1].isName || start < end && isPieceParticle(start - 1)
    {
      start -= 1
    }
    return start..<end
  }

  /// No `st`, which is stumped, and none of one letter.
  private func isPieceParticle(_ at: Int) -> Bool {
    document.isLowercaseParticle(at) && document.words[at].hash != stHash
      && document.token(at).range.count > 1
  }
}

@inline(__always) private var bHash: UInt64 { TokenHash.word("b") }
@inline(__always) private var cHash: UInt64 { TokenHash.word("c") }
@inline(__always) private var stHash: UInt64 { TokenHash.word("st") }
@inline(__always) private var lbwHash: UInt64 { TokenHash.word("lbw") }
@inline(__always) private var andHash: UInt64 { TokenHash.word("and") }
@inline(__always) private var runHash: UInt64 { TokenHash.word("run") }
@inline(__always) private var notHash: UInt64 { TokenHash.word("not") }
@inline(__always) private var outHash: UInt64 { TokenHash.word("out") }
