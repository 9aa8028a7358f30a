/// Runs of capitalised words, and what a document's uses of a word say of its other uses.
extension PeopleDraft {
  mutating func markRuns() {
    var end = 0
    for start in capitalised where start >= end {
      end = runEnd(from: start)
      let length = UInt8(min(end - start, 15))
      for word in start..<end {
        words[word].runLength = length
        words[word].runPosition = UInt8(min(word - start, 15))
      }
    }
  }

  /// Runs go on over lower-case particles with a capitalised word behind them (van der Meer).
  private func runEnd(from start: Int) -> Int {
    var end = start + 1
    while end < words.count, !words[end].startsSentence {
      var next = end
      while next < words.count, next - end < 2, words[next].isLowercaseParticle { next += 1 }
      guard next < words.count, words[next].isName, !words[next].startsSentence else { break }
      end = next + 1
    }
    return end
  }

  /// Only capitalised words get evidence; lower-case ones give theirs to those that have a
  /// capitalised use, which keeps the table small.
  mutating func markEvidence() {
    var table = WordTable<WordEvidence>(words: capitalised.count, blank: [])
    HashFilter.use { filter in
      for word in capitalised { table[words[word].hash].formUnion(use(word)) }
      table.forEachWord { filter.insert($0) }
      for word in words where filter.mayContainInLowerCase(word) {
        table.update(word.hash) { evidence in
          evidence.insert(.lowercase)
          // The next "the" says no more than the first.
          filter.remove(word.hash)
        }
      }
    }
    for word in capitalised { words[word].evidence = table[words[word].hash] }
  }

  /// What this one capitalised use says.
  @inline(__always)
  private func use(_ at: Int) -> WordEvidence {
    let word = words[at]
    guard word.capitalLevel < 2 || casing.isInCapitals else { return [] }
    var evidence: WordEvidence = []
    if !word.traits.contains(.sentenceStart) { evidence.insert(.capitalisedInside) }
    if at > 0, !word.startsSentence {
      let before = words[at - 1]
      if before.has([.honorific, .title]), before.isCapitalised || before.has(.honorific) {
        evidence.insert(.afterTitle)
      }
      if word.runLength == 1, before.has(.locative) { evidence.insert(.located) }
    }
    if word.runLength > 1 { evidence.formUnion(useInRun(at, word)) }
    return evidence
  }

  private func useInRun(_ at: Int, _ word: PeopleWord) -> WordEvidence {
    var evidence: WordEvidence = []
    let first = words[at - Int(word.runPosition)]
    let isGiven = first.has(.given) && !first.has([.place, .country])
    if isGiven { evidence.insert(word.runPosition == 0 ? .opensRun : .afterGiven) }
    let last = at - Int(word.runPosition) + Int(word.runLength) - 1
    if last == at { evidence.insert(.endsRun) }
    if words[last].has(.organisation) { evidence.insert(.withOrganisation) }
    return evidence
  }
}

/// Hashes of one document, as ``TokenFilter`` holds those of a table.
private struct HashFilter {
  /// 4,096 bits; as many for other tokens than words in lower case, of which none is set; and as many that say which
  /// of the first are of more than one hash.
  private let bits: UnsafeMutableBufferPointer<UInt64>
  @inline(__always) private static var others: Int { 64 }
  @inline(__always) private static var shared: Int { 128 }

  /// Lends an empty one.
  @inline(__always)
  static func use(_ body: (HashFilter) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 192) {
      $0.initialize(repeating: 0)
      body(HashFilter(bits: $0))
    }
  }

  /// - Parameter hash: that was not inserted before.
  @inline(__always)
  func insert(_ hash: UInt64) {
    let (place, bit) = Self.place(of: hash)
    bits[place | Self.shared] |= bits[place] & bit
    bits[place] |= bit
  }

  /// Takes a hash that is in it out again, unless others would go with it.
  @inline(__always)
  func remove(_ hash: UInt64) {
    let (place, bit) = Self.place(of: hash)
    bits[place] &= ~bit | bits[place | Self.shared]
  }

  /// One jump for both questions, to which the answer is hardly ever yes.
  @inline(__always)
  func mayContainInLowerCase(_ word: PeopleWord) -> Bool {
    let half = word.isInLowerCase ? 0 : Self.others
    return bits[Int(word.hash >> 6 & 63) | half] >> (word.hash & 63) & 1 != 0
  }

  @inline(__always)
  private static func place(of hash: UInt64) -> (Int, bit: UInt64) {
    (Int(hash >> 6 & 63), 1 << (hash & 63))
  }
}
