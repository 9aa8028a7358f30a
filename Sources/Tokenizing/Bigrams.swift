/// Pairs of neighbouring characters of the scripts written without spaces, for the `bigrams` column.
///
/// The stock tokenizer makes one token of a whole run of Han, kana or Hangul, which finds nothing
/// inside it. Written as overlapping pairs with spaces (`東京都` → `東京 京都`), the same tokenizer
/// serves: a query of two characters or more is the phrase of its pairs, a query of one character
/// is a prefix. A run of one character stands alone. Marks and signs separate runs, as all else does.
package enum Bigrams {
  /// The bigram text of all `texts` in order; nil when none has a character of these scripts.
  package static func text(of texts: String...) -> String? {
    var pairs: [UInt8] = []
    for text in texts {
      var text = text
      text.withUTF8 { bytes in
        forEachPair(in: bytes) { pair, _ in
          if !pairs.isEmpty { pairs.append(UInt8(ascii: " ")) }
          pairs.append(contentsOf: bytes[pair])
        }
      }
    }
    return pairs.isEmpty ? nil : String(decoding: pairs, as: UTF8.self)
  }

  /// Calls `body` with the byte range of each pair (of a run's only character) in `text`, which is
  /// valid UTF-8, and whether a run begins with it.
  package static func forEachPair(
    in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, _ beginsRun: Bool) -> Void
  ) {
    var position = 0
    while position < text.count {
      guard let first = character(at: position, in: text) else {
        position += 1
        continue
      }
      var last = first
      while let next = character(at: last.upperBound, in: text) {
        body(last.lowerBound..<next.upperBound, last == first)
        last = next
      }
      if last == first { body(first, true) }
      position = last.upperBound
    }
  }

  /// Whether the code point belongs to a script that is written without spaces (Hangul: with
  /// particles that hide its words).
  ///
  /// Source: Unicode 15, Blocks.txt, without the signs of those blocks that FTS5 does not index.
  package static func contains(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97C, 0xAC00...0xD7A3: true  // Hangul
    case 0x3005...0x3007, 0x303B: true  // 々 〆 〇 〻
    case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF: true  // kana
    case 0x31F0...0x31FF, 0xFF66...0xFF9F, 0x1B000...0x1B16F: true  // kana, small and half-width
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true  // Han
    default: false
    }
  }

  /// The bytes of the character at `position` when it belongs to these scripts, whose characters
  /// all take three or four bytes.
  private static func character(at position: Int, in text: UnsafeBufferPointer<UInt8>)
    -> Range<Int>?
  {
    guard position < text.count, text[position] >= 0xE1 else { return nil }
    let width = text[position] < 0xF0 ? 3 : 4
    guard position + width <= text.count else { return nil }
    let lead = UInt32(text[position]) & (width == 3 ? 0x0F : 0x07)
    let codePoint = (1..<width).reduce(lead) { $0 << 6 | UInt32(text[position + $1] & 0x3F) }
    return contains(codePoint) ? position..<position + width : nil
  }
}
