/// Words of the letters a to z, each letter a number from 0 to 25, one word behind the other in one array.
///
/// Each word's set of letters stands beside it, a bit a letter: two words that share few are told apart without
/// being read.
struct Spellings {
  private(set) var letters: [UInt8] = []
  private(set) var starts = [0]
  private(set) var sets: [UInt32] = []

  /// - Parameter words: of letters of ASCII in lower case.
  init(_ words: [String]) {
    for word in words {
      let letters = word.utf8.map { $0 &- UInt8(ascii: "a") }
      assert(letters.allSatisfy { $0 < 26 }, "\(word): not of letters in lower case")
      self.letters += letters
      starts.append(self.letters.count)
      sets.append(letters.reduce(0) { $0 | 1 << UInt32($1) })
    }
  }

  var count: Int { sets.count }

  /// Where a word's letters stand in ``letters``.
  @inline(__always)
  subscript(word: Int) -> Range<Int> { starts[word]..<starts[word + 1] }
}
