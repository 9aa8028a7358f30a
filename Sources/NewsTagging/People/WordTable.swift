/// Values by word hash within one document: an open-addressing table, sized once.
///
/// Its places are no array: several such tables are made an article, and who else may hold them is asked for
/// nothing at every change.
struct WordTable<Value>: ~Copyable {
  private struct Slot {
    /// 0 for a free place.
    var word: UInt64
    var value: Value
  }

  private let slots: UnsafeMutableBufferPointer<Slot>

  /// - Parameters:
  ///   - words: at most so many different words will be written.
  ///   - blank: the value of words that were not.
  init(words: Int, blank: Value) {
    let size = 1 << (Int.bitWidth - max(words * 3 / 2, 8).leadingZeroBitCount)
    slots = .allocate(capacity: size)
    slots.initialize(repeating: Slot(word: 0, value: blank))
  }

  deinit {
    slots.deinitialize()
    slots.deallocate()
  }

  subscript(word: UInt64) -> Value {
    @inline(__always) get { slots[slot(of: word)].value }
    @inline(__always) _modify {
      let slot = slot(of: word)
      slots[slot].word = word
      yield &slots[slot].value
    }
  }

  /// Changes the value of a word that was written before; others stay blank.
  @inline(__always)
  mutating func update(_ word: UInt64, _ change: (inout Value) -> Void) {
    let slot = slot(of: word)
    if slots[slot].word == word { change(&slots[slot].value) }
  }

  /// Calls with each word that was written, once and in no order.
  @inline(__always)
  func forEachWord(_ body: (UInt64) -> Void) {
    for slot in slots where slot.word != 0 { body(slot.word) }
  }

  @inline(__always)
  private func slot(of word: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: word ^ word >> 32) & mask
    while slots[slot].word != 0, slots[slot].word != word { slot = (slot + 1) & mask }
    return slot
  }
}
