/// A document's words while they are looked up and their case is restored: see ``PeopleDocument``.
struct PeopleDraft {
  /// Of whoever makes the draft, and valid as long as it is at work.
  let words: UnsafeMutableBufferPointer<PeopleWord>
  var capitalised: ContiguousArray<Int>
  /// How the document as a whole is written.
  let casing: DocumentCasing
  let isInformal: Bool
  private(set) var legibility = Legibility()
  /// The peoples that the document names, each once.
  private(set) var peoples: [UInt64] = []

  /// - Parameters:
  ///   - reader: that has written the words.
  ///   - language: of the text, nil where it does not tell.
  init(
    _ reader: WordReader, of words: UnsafeMutableBufferPointer<PeopleWord>, in language: String?,
    _ lexicon: Lexicon
  ) {
    assert(reader.count == words.count, "words of another document")
    self.words = words
    capitalised = reader.capitalised
    casing = reader.casing
    isInformal = !casing.isLost && language ?? "en" == "en" && Self.isInformal(words)
    lookUp(lexicon)
    if casing.isLost { restoreCapitals() } else if isInformal { restoreGivenNames() }
    if casing.wordsInCapitals > 0 { restoreSmallLetters() }
    markRuns()
    markEvidence()
    notePeoples()
  }

  /// Reads the lexicon for the words that features and passes ask about: capitalised ones, two
  /// words either side, and two more before a particle, which may open a name.
  ///
  /// That spares a third of all look-ups, which miss the cache more often than not. Where case is
  /// lost, and in informal texts, any word may be a name.
  private mutating func lookUp(_ lexicon: Lexicon) {
    if casing.isLost || isInformal { return lookUp(lexicon, words.indices) }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: words.count + 1) { positions in
      let count = noteNeighbours(in: positions)
      for at in positions[..<count] {
        words[Int(at)].record.rawValue = lexicon.first(words[Int(at)].hash)
      }
      for at in positions[..<count] { settle(lexicon, Int(at)) }
    }
    var next = 0
    for name in capitalised {
      let skipped = next
      next = name + 3
      guard words[max(name - 1, 0)].has(.particle), name > 1, skipped < name - 2 else { continue }
      lookUp(lexicon, max(skipped, name - 4)..<name - 2)
    }
  }

  /// Writes the positions of the words that are capitalised or at most two from one that is, each once and
  /// ascending, and returns how many there are.
  private func noteNeighbours(in positions: UnsafeMutableBufferPointer<Int32>) -> Int {
    assert(positions.count > words.count, "the last one is written in any case")
    var (count, next) = (0, 0)
    for name in capitalised {
      let end = min(name + 3, words.count)
      for at in max(next, name - 2)..<end {
        positions[count] = Int32(truncatingIfNeeded: at)
        // Without a jump, since no word foretells the next.
        count &+= words[at].kind == .word ? 1 : 0
      }
      next = end
    }
    return count
  }

  @inline(__always)
  private mutating func lookUp(_ lexicon: Lexicon, _ range: Range<Int>) {
    for at in range where words[at].kind == .word { lookUp(lexicon, at) }
  }

  @inline(__always)
  private mutating func lookUp(_ lexicon: Lexicon, _ at: Int) {
    words[at].record.rawValue = lexicon.first(words[at].hash)
    settle(lexicon, at)
  }

  /// Makes a record of what lies in a word's first slot.
  @inline(__always)
  private mutating func settle(_ lexicon: Lexicon, _ at: Int) {
    words[at].record = lexicon.record(words[at].hash, first: words[at].record.rawValue)
    legibility.see(words[at])
  }

  private mutating func notePeoples() {
    for at in capitalised where words[at].has(.nationality) {
      if !peoples.contains(words[at].hash) { peoples.append(words[at].hash) }
    }
  }
}
