/// Cuts a passage round the matches that a snippet is to show.
struct PassageCutter {
  let text: UnsafeBufferPointer<UInt8>
  /// Bytes that a passage should have; whole sentences may take a quarter more.
  let length: Int

  private var sentences: SentenceScanner { SentenceScanner(text: text) }
  private var longest: Int { length + length / 4 }

  /// Whole sentences where they fit, else as much round `core` as the length allows.
  func passage(around core: Range<Int>) -> Passage {
    let start = sentences.start(before: core.lowerBound, limit: longest)
    let end = sentences.end(after: core.upperBound, limit: longest)
    if let start, let end, end - start <= longest {
      return Passage(
        range: start..<lastEnd(from: start, atLeast: end), isCutAtStart: false, isCutAtEnd: false)
    }
    return cut(around: core, start: start, end: end)
  }

  /// The end of the last sentence that still fits.
  private func lastEnd(from start: Int, atLeast end: Int) -> Int {
    var end = end
    while end < text.count {
      let next = sentences.skipSpace(from: end)
      guard next - start < length,
        let further = sentences.end(after: next + 1, limit: length - (next - start)),
        further - start <= length
      else { break }
      end = further
    }
    return end
  }

  /// The sentence's own beginning, else its end, where that fits; else as much before as behind.
  private func cut(around core: Range<Int>, start: Int?, end: Int?) -> Passage {
    guard core.count < longest else {
      let upper = characterBorder(at: core.lowerBound + longest)
      return Passage(
        range: core.lowerBound..<upper, isCutAtStart: core.lowerBound != start, isCutAtEnd: true)
    }
    let half = max(0, length - core.count) / 2
    if let start, core.upperBound - start <= longest {
      let upper = wordEnd(from: max(start + length, core.upperBound), to: core.upperBound)
      return Passage(range: start..<upper, isCutAtStart: false, isCutAtEnd: true)
    }
    if let end, end - core.lowerBound <= longest {
      let lower = wordStart(from: min(end - length, core.lowerBound), to: core.lowerBound)
      return Passage(range: lower..<end, isCutAtStart: true, isCutAtEnd: false)
    }
    let lower = wordStart(from: core.lowerBound - half, to: core.lowerBound)
    let upper = wordEnd(from: max(lower + length, core.upperBound), to: core.upperBound)
    return Passage(range: lower..<upper, isCutAtStart: true, isCutAtEnd: upper < text.count)
  }

  /// The first beginning of a word in the stretch; where there is none, of a character.
  private func wordStart(from lower: Int, to upper: Int) -> Int {
    var index = max(0, lower)
    while index < upper, SnippetText.spaceWidth(at: index, in: text) == nil { index += 1 }
    if index < upper { return min(upper, sentences.skipSpace(from: index)) }
    return characterBorder(at: max(0, lower))
  }

  /// The last end of a word in the stretch; where there is none, of a character.
  private func wordEnd(from upper: Int, to lower: Int) -> Int {
    guard upper < text.count else { return text.count }
    var index = upper
    while index > lower, SnippetText.spaceWidth(at: index, in: text) == nil { index -= 1 }
    return index > lower ? index : characterBorder(at: upper)
  }

  private func characterBorder(at position: Int) -> Int {
    var index = min(position, text.count)
    while index > 0, index < text.count, text[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}

/// A stretch of a text chosen for a snippet.
struct Passage: Equatable {
  /// UTF-8 bytes, half-open, at character borders.
  var range: Range<Int>
  /// The passage begins, or ends, inside a sentence.
  var isCutAtStart: Bool
  var isCutAtEnd: Bool
}
