internal import ArticleModel

/// A number for every country code, for the few of them that an article speaks of.
struct CountryTally {
  private struct Entry {
    let slot: Int
    var value: Float
  }

  /// Of the codes that have a number, in the order of their slots.
  private var entries: [Entry] = []
  /// A bit for each slot that has one, which it shares with others: most codes that are asked for have none.
  private var mask: UInt64 = 0

  subscript(code: UInt16) -> Float {
    get {
      let slot = Self.slot(code)
      guard mask & Self.bit(slot) != 0 else { return 0 }
      for entry in entries where entry.slot == slot { return entry.value }
      return 0
    }
    set {
      let slot = Self.slot(code)
      mask |= Self.bit(slot)
      let at = entries.firstIndex { $0.slot >= slot } ?? entries.count
      if at < entries.count, entries[at].slot == slot {
        entries[at].value = newValue
      } else {
        entries.insert(Entry(slot: slot, value: newValue), at: at)
      }
    }
  }

  var total: Float { entries.reduce(0) { $0 + $1.value } }

  @inline(__always)
  private static func bit(_ slot: Int) -> UInt64 { 1 << UInt64(slot & 63) }

  /// Codes hold their first letter in the low byte.
  @inline(__always)
  private static func slot(_ code: UInt16) -> Int {
    Int(code & 0xFF) &* 26 &+ Int(code >> 8)
  }
}
