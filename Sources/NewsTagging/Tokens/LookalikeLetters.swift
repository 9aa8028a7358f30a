/// The letters that OCR of old print takes for each other.
enum LookalikeLetters {
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
        let other = UInt8(truncatingIfNeeded: others)
        let rest = at + 1..<word.upperBound
        let hash = hash(rest, in: text, after: TokenHash.mix(start, other))
        if let found = known(hash, at, other) { return found }
        others >>= 8
      }
      start = TokenHash.mix(start, letter)
    }
    return nil
  }

  /// Whether OCR prints `printed` for `letter`, both in lower case.
  @inline(__always)
  static func isTaken(_ printed: UInt8, for letter: UInt8) -> Bool {
    guard printed &- 97 < 26 else { return false }
    var others = lookalikes[Int(printed &- 97)]
    while others != 0 {
      if UInt8(truncatingIfNeeded: others) == letter { return true }
      others >>= 8
    }
    return false
  }

  /// ``TokenHash`` of a word whose beginning has one, over ASCII letters alone.
  @inline(__always)
  private static func hash(
    _ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, after beginning: UInt64
  ) -> UInt64 {
    var hash = beginning
    for at in range { hash = TokenHash.mix(hash, text[at] | 0x20) }
    return hash
  }

  /// For a to z the letters that OCR takes it for, found in newspapers of 1916: a byte each, the first the lowest.
  private static let lookalikes = [
    "osnu", "hr", "eog", "o", "coa", "tp", "coq", "bkng", "ltjr", "i", "hr", "it", "nr", "muhr",
    "ceagd", "f", "g", "nkbt", "a", "lfri", "nao", "yw", "v", "k", "v", "s",
  ].map { $0.utf8.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
}
