/// The words that the person tagger knows: one open-addressing table from token hash to record,
/// read where it lies.
///
/// Format, little-endian: `WSLX`, slot count as UInt32, then one slot of 8 bytes after the other:
/// the record in the low 42 bits, above it the hash's low 22 bits. An empty slot has record 0. A
/// word lies at or after slot `slot(of:count:)`, wrapping around, before the first empty one.
package struct Lexicon: @unchecked Sendable {
  package static let magic: UInt32 = 0x584C_5357

  /// Never written and never freed, which makes sharing it safe.
  private let slots: UnsafePointer<UInt64>
  private let count: Int
  /// Words and pairs that have ``WordRecord/Traits/organisation``: some hundreds, and hardly a name is one.
  ///
  /// Never written again and never freed, so that copies of a lexicon cost nothing.
  private let organisations: UnsafePointer<TokenFilter>

  /// Nil when the bytes are no lexicon; they must outlive it and be 8-byte aligned.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 8, let base = bytes.baseAddress,
      bytes.loadUnaligned(as: UInt32.self) == Self.magic
    else { return nil }
    count = Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    guard count > 0, bytes.count == 8 + 8 * count else { return nil }
    assert(UInt(bitPattern: base) & 7 == 0, "a lexicon that is not aligned to 8 bytes")
    slots = (base + 8).assumingMemoryBound(to: UInt64.self)
    let filter = UnsafeMutablePointer<TokenFilter>.allocate(capacity: 1)
    filter.initialize(to: Self.filter(slots, count) { $0.traits.contains(.organisation) })
    organisations = UnsafePointer(filter)
    assert((0..<count).contains { slots[$0] == 0 }, "a full table would be searched for ever")
  }

  @inline(__always)
  package static func slot(of hash: UInt64, count: Int) -> Int {
    let spread = (hash &* 0x9E37_79B9_7F4A_7C15) >> 32
    return Int((spread &* UInt64(count)) >> 32)
  }

  /// The key of a phrase of two words.
  @inline(__always)
  package static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0xFF51_AFD7_ED55_8CCD) ^ second
  }

  /// The record of the word with this ``TokenHash``; all zero for an unknown word.
  @inline(__always)
  package subscript(hash: UInt64) -> WordRecord { record(hash, first: first(hash)) }

  /// What lies in a word's first slot, for ``record(_:first:)``.
  ///
  /// Who looks many words up asks for this of all, without a jump between: each mostly misses the cache, and
  /// the misses wait together.
  @inline(__always)
  func first(_ hash: UInt64) -> UInt64 {
    let slot = Self.slot(of: hash, count: count)
    assert(0..<count ~= slot, "slot \(slot) of \(count)")
    return slots[slot]
  }

  /// The record of the word in whose first slot `entry` lies.
  @inline(__always)
  func record(_ hash: UInt64, first entry: UInt64) -> WordRecord {
    let check = hash << WordRecord.bits
    var (entry, slot) = (entry, Self.slot(of: hash, count: count))
    while true {
      let record = entry & (1 << WordRecord.bits - 1)
      if record == 0 || (entry ^ check) >> WordRecord.bits == 0 {
        return WordRecord(rawValue: record)
      }
      slot += 1
      if slot == count { slot = 0 }
      entry = slots[slot]
    }
  }

  /// Whether a word, or two as ``pair(_:_:)`` makes them, belong to an organisation.
  @inline(__always)
  func isOrganisation(_ hash: UInt64) -> Bool {
    organisations.pointee.mayContain(hash) && self[hash].traits.contains(.organisation)
  }

  /// The words whose record is what is asked for; reads the whole table.
  func filter(where isMeant: (WordRecord) -> Bool) -> TokenFilter {
    Self.filter(slots, count, where: isMeant)
  }

  /// A slot knows the low bits of its word's hash, and a filter asks for fewer.
  private static func filter(
    _ slots: UnsafePointer<UInt64>, _ count: Int, where isMeant: (WordRecord) -> Bool
  ) -> TokenFilter {
    assert(TokenFilter.bits <= UInt64.bitWidth - Int(WordRecord.bits))
    var filter = TokenFilter()
    for slot in 0..<count {
      let record = WordRecord(rawValue: slots[slot] & (1 << WordRecord.bits - 1))
      if isMeant(record) { filter.insert(slots[slot] >> WordRecord.bits) }
    }
    return filter
  }
}
