/// The number of typing errors between two words: a letter added, left out, wrong, or two
/// neighbours swapped.
///
/// Source: optimal string alignment, the restricted form of Damerau (CACM 1964).
package enum EditDistance {
  /// The distance, or `limit + 1` when it is above `limit`.
  package static func distance(_ left: String, _ right: String, limit: Int) -> Int {
    let a = Array(left.unicodeScalars)
    let b = Array(right.unicodeScalars)
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      if (row.min() ?? 0) > limit { return limit + 1 }
      (beforeLast, last) = (last, row)
    }
    return min(last[b.count], limit + 1)
  }
}

extension EditDistance {
  /// Whether ``distance(_:_:limit:)`` of two words in UTF-8 is 1 at most.
  ///
  /// Of ASCII letters, what is left between the common beginning and the common end tells: one letter at
  /// most on either side, or two swapped.
  package static func isWithinOneError(_ left: [UInt8], _ right: UnsafeRawBufferPointer) -> Bool {
    guard left.allSatisfy({ $0 < 0x80 }), right.allSatisfy({ $0 < 0x80 }) else {
      let words = (String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self))
      return distance(words.0, words.1, limit: 1) <= 1
    }
    var (start, ends) = (0, (left.count, right.count))
    while start < min(ends.0, ends.1), left[start] == right[start] { start += 1 }
    while min(ends.0, ends.1) > start, left[ends.0 - 1] == right[ends.1 - 1] {
      ends = (ends.0 - 1, ends.1 - 1)
    }
    if max(ends.0, ends.1) - start <= 1 { return true }
    return ends.0 == ends.1 && ends.0 - start == 2 && left[start] == right[start + 1]
      && left[start + 1] == right[start]
  }
}

/// The letters of a word, by which most others are told to be far from it without a closer look.
struct LetterSet {
  /// Bytes that a letter has at most (UTF-8).
  private static let mostBytes = 4

  private let letters: Letters
  private let count: Int

  init(_ word: String) {
    letters = Letters(word.utf8)
    count = word.utf8.count
  }

  /// False for a term that is more than so many typing errors away: each takes one letter away and
  /// puts one in at most.
  ///
  /// - Parameter term: UTF-8.
  func mayBeNear(_ term: UnsafeRawBufferPointer, errors: Int) -> Bool {
    guard abs(term.count - count) <= Self.mostBytes * errors else { return false }
    let other = Letters(term)
    let bytes = letters.isASCII && other.isASCII ? 1 : Self.mostBytes
    return abs(term.count - count) <= bytes * errors
      && (letters.bits ^ other.bits).nonzeroBitCount <= 2 * bytes * errors
  }

  /// A bit for each letter that occurs; several letters may share one.
  private struct Letters {
    var bits: UInt32 = 0
    var isASCII: Bool

    @inline(__always)
    init(_ bytes: some Sequence<UInt8>) {
      var all: UInt8 = 0
      for byte in bytes {
        bits |= 1 << UInt32(byte & 31)
        all |= byte
      }
      isASCII = all < 0x80
    }
  }
}
