/// The letters that OCR of old print takes for each other.
package enum LookalikeLetters {
  /// What `known` makes of the first word that a printed one may be, one letter of it being another.
  ///
  /// - Parameters:
  ///   - word: bytes of `text`; nil is returned where they are not letters of ASCII.
  ///   - known: gets a word's ``TokenHash``, and where which letter is another.
  @inline(__always)
  static func first<Found>(
    of word: Range<Int>, in text: UnsafeBufferPointer<UInt8>,
    _ known: (_ hash: UInt64, _ at: Int, _ letter: UInt8) -> Found?
  ) -> Found? {
    // Held, since what is static is asked for once a letter otherwise.
    let lookalikes = lookalikes
    var start = TokenHash.seed
    for at in word {
      let letter = text[at] | 0x20
      guard letter &- 97 < 26 else { return nil }
      var others = lookalikes[Int(letter &- 97)]
      while others != 0 {
        var hashes = FourHashes(after: start, others)
        for next in at + 1..<word.upperBound { hashes.mix(text[next] | 0x20) }
        for _ in 0..<4 where others != 0 {
          let other = UInt8(truncatingIfNeeded: others)
          if let found = known(hashes.next(), at, other) { return found }
          others >>= 8
        }
      }
      start = TokenHash.mix(start, letter)
    }
    return nil
  }

  /// Whether OCR prints `printed` for `letter`, both in lower case.
  @inline(__always)
  package static func isTaken(_ printed: UInt8, for letter: UInt8) -> Bool {
    guard printed &- 97 < 26 else { return false }
    var others = lookalikes[Int(printed &- 97)]
    while others != 0 {
      if UInt8(truncatingIfNeeded: others) == letter { return true }
      others >>= 8
    }
    return false
  }

  /// For a to z the letters that OCR takes it for, found in newspapers of 1916: a byte each, the first the lowest.
  private static let lookalikes = [
    "osnu", "hr", "eog", "o", "coa", "tp", "coq", "bkng", "ltjr", "i", "hr", "it", "nr", "muhr",
    "ceagd", "f", "g", "nkbt", "a", "lfri", "nao", "yw", "v", "k", "v", "s",
  ].map { $0.utf8.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
}

/// The ``TokenHash`` of four words that differ in one letter, made at once: each multiplication waits for the one
/// before it, so that four take hardly longer than one.
private struct FourHashes {
  private var hashes: (UInt64, UInt64, UInt64, UInt64)

  /// - Parameter letters: a byte each, the first the lowest.
  @inline(__always)
  init(after start: UInt64, _ letters: UInt64) {
    func hash(_ shift: UInt64) -> UInt64 {
      TokenHash.mix(start, UInt8(truncatingIfNeeded: letters >> shift))
    }
    hashes = (hash(0), hash(8), hash(16), hash(24))
  }

  @inline(__always)
  mutating func mix(_ letter: UInt8) {
    hashes.0 = TokenHash.mix(hashes.0, letter)
    hashes.1 = TokenHash.mix(hashes.1, letter)
    hashes.2 = TokenHash.mix(hashes.2, letter)
    hashes.3 = TokenHash.mix(hashes.3, letter)
  }

  /// The first that was not yet given.
  @inline(__always)
  mutating func next() -> UInt64 {
    let first = hashes.0
    hashes = (hashes.1, hashes.2, hashes.3, 0)
    return first
  }
}
