/// Finds where sentences begin and end around a place, looking no further than asked.
///
/// A sentence ends behind `.`, `!`, `?` (and closing marks) before white space, but not before a
/// small letter nor behind an initial or a title; behind the full stops of Chinese and Japanese; and
/// at a blank line.
struct SentenceScanner {
  let text: UnsafeBufferPointer<UInt8>

  /// Where the sentence that holds `position` begins; nil when that is more than `limit` bytes back.
  func start(before position: Int, limit: Int) -> Int? {
    var index = position - 1
    while index >= max(0, position - limit) {
      if let end = sentenceEnd(at: index) {
        let next = skipSpace(from: end)
        if next <= position { return next }
      }
      index -= 1
    }
    return index < 0 ? min(position, skipSpace(from: 0)) : nil
  }

  /// Where the sentence that holds the byte before `position` ends; nil when that is more than
  /// `limit` bytes ahead.
  func end(after position: Int, limit: Int) -> Int? {
    var index = max(0, position - 1)
    while index < min(text.count, position + limit) {
      if let end = sentenceEnd(at: index), end >= position { return end }
      index += 1
    }
    return index >= text.count ? text.count : nil
  }

  func skipSpace(from position: Int) -> Int {
    var index = position
    while index < text.count, let width = SnippetText.spaceWidth(at: index, in: text) {
      index += width
    }
    return index
  }

  /// Where a sentence ends whose closing mark stands at `index`; nil when none does.
  private func sentenceEnd(at index: Int) -> Int? {
    switch text[index] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "."):
      let end = skipClosingMarks(from: index + 1)
      guard end == text.count || SnippetText.spaceWidth(at: end, in: text) != nil else {
        return nil
      }
      let next = skipSpace(from: end)
      if next < text.count, (97...122).contains(text[next]) { return nil }
      return text[index] == UInt8(ascii: ".") && isAbbreviated(before: index) ? nil : end
    case 0x0A:
      return isBlankLine(at: index + 1) ? index : nil
    case 0xE3 where matches([0xE3, 0x80, 0x82], at: index): return index + 3  // 。
    case 0xEF where matches([0xEF, 0xBC, 0x81], at: index): return index + 3  // ！
    case 0xEF where matches([0xEF, 0xBC, 0x9F], at: index): return index + 3  // ？
    default: return nil
    }
  }

  private func isBlankLine(at position: Int) -> Bool {
    var index = position
    while index < text.count, [0x20, 0x09, 0x0D].contains(text[index]) { index += 1 }
    return index < text.count && text[index] == 0x0A
  }

  /// Quotation marks and brackets that belong to the sentence before: `"`, `'`, `)`, `]`, ’, ”, ».
  private func skipClosingMarks(from position: Int) -> Int {
    var index = position
    while index < text.count {
      if [0x22, 0x27, 0x29, 0x5D].contains(text[index]) {
        index += 1
      } else if matches([0xE2, 0x80, 0x99], at: index) || matches([0xE2, 0x80, 0x9D], at: index) {
        index += 3
      } else if matches([0xC2, 0xBB], at: index) {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  private func matches(_ bytes: [UInt8], at index: Int) -> Bool {
    index + bytes.count <= text.count && bytes.indices.allSatisfy { text[index + $0] == bytes[$0] }
  }

  /// Whether the letters before the full stop are an initial (also the last of `U.S.`) or one of
  /// ``abbreviations``.
  private func isAbbreviated(before stop: Int) -> Bool {
    var start = stop
    while start > 0, stop - start < 6, (65...90).contains(text[start - 1] & 0xDF) { start -= 1 }
    let letters = text[start..<stop]
    if letters.count == 1 { return true }
    return Self.abbreviations.contains { $0.utf8.elementsEqual(letters) }
  }

  /// What commonly stands before a name, with a full stop that ends nothing.
  private static let abbreviations = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Maj", "Capt", "Sgt",
    "Rev", "Hon", "Fr", "Sr", "Jr", "St", "Mt", "No", "vs", "Messrs", "Adm", "Cmdr", "Brig", "Pres",
  ]
}
