/// Values by word hash within one document: an open-addressing table, sized once.
struct WordTable<Value> {
  private var keys: ContiguousArray<UInt64>
  private var values: ContiguousArray<Value>
  private let mask: Int

  /// - Parameters:
  ///   - words: at most so many different words will be written.
  ///   - blank: the value of words that were not.
  init(words: Int, blank: Value) {
    let size = 1 << (Int.bitWidth - max(words * 3 / 2, 8).leadingZeroBitCount)
    keys = ContiguousArray(repeating: 0, count: size)
    values = ContiguousArray(repeating: blank, count: size)
    mask = size - 1
  }

  subscript(word: UInt64) -> Value {
    @inline(__always) get { values[slot(of: word)] }
    @inline(__always) _modify {
      let slot = slot(of: word)
      keys[slot] = word
      yield &values[slot]
    }
  }

  /// Changes the value of a word that was written before; others stay blank.
  @inline(__always)
  mutating func update(_ word: UInt64, _ change: (inout Value) -> Void) {
    let slot = slot(of: word)
    if keys[slot] == word { change(&values[slot]) }
  }

  @inline(__always)
  private func slot(of word: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: word ^ word >> 32) & mask
    while keys[slot] != 0, keys[slot] != word { slot = (slot + 1) & mask }
    return slot
  }
}
