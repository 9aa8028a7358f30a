/// The words of a text that a line's end broke, whole, to be searched: `Cali-` / `fornia`, `spend` / `ing`.
///
/// What goes on in small letters behind a hyphen at a line's end is one word, unless both halves are words
/// of their own and the whole is none (`German-` / `born`). Without the hyphen, which OCR loses more often
/// than not, or where the line's end has become a space, the whole must be a word that is known, and one
/// of the halves none. A function of the text alone: what other articles hold changes nothing.
///
/// Taggers, which must not take a name for another, are stricter (``BrokenWords``).
package struct JoinedWords: Sendable {
  /// Longer words are noise.
  private static let longest = 64
  private let lexicon = Lexicon.shipped
  private let gazetteer = CountryGazetteer()
  private let small = FunctionWords.shared

  package static let shared = JoinedWords()

  /// The words in their order with spaces between; nil where there are none.
  package func text(of body: String) -> String? {
    var body = body
    return body.withUTF8 { bytes in
      var words: [UInt8] = []
      var end = 0
      for at in bytes.indices where bytes[at] == 0x0a || bytes[at] == UInt8(ascii: "-") {
        guard at >= end, let found = Break(at: at, in: bytes), isOneWord(found, in: bytes) else {
          continue
        }
        if !words.isEmpty { words.append(0x20) }
        words += bytes[found.first]
        words += bytes[found.second]
        end = found.second.lowerBound
      }
      return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
    }
  }

  private func isOneWord(_ found: Break, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard found.first.count + found.second.count <= Self.longest else { return false }
    let first = lowercaseHash(bytes, found.first, after: TokenHash.seed)
    let second = lowercaseHash(bytes, found.second, after: TokenHash.seed)
    let isKnown = isKnown(lowercaseHash(bytes, found.second, after: first))
    let areWords = isFirst(first) && isSecond(second)
    guard found.isHyphened else { return isKnown && !areWords }
    // `pre- and post-war`: the hyphen of a line stands for a word to come.
    guard found.isLineEnd else { return isKnown && small[second] == 0 }
    return isKnown || !areWords
  }

  /// In a list, or met in the texts that the lexicon was made of.
  private func isKnown(_ hash: UInt64) -> Bool {
    record(hash).rawValue != 0 || small[hash] != 0 || gazetteer.record(hash)?.isName == true
  }

  /// Whether what stands at a line's end is a word by itself, not only the beginning of one.
  private func isFirst(_ hash: UInt64) -> Bool {
    !WordHalves.shared.firsts.contains(hash) && isFrequent(hash)
  }

  /// Whether what begins a line is a word by itself, not only the end of one.
  func isSecond(_ hash: UInt64) -> Bool {
    !WordHalves.shared.seconds.contains(hash) && isFrequent(hash)
  }

  private func isFrequent(_ hash: UInt64) -> Bool {
    small[hash] != 0 || record(hash).capitalisation >= 6
  }

  /// Whether words as ``text(of:)`` makes them are of this text: runs of its letters in their order, whatever
  /// words the version knew that joined them.
  package func are(_ joined: String, of body: String) -> Bool {
    let letters = Self.letters(of: body)
    var rest = letters[...]
    // The second half of one may be the first of the next.
    return joined.utf8.split(separator: 0x20).allSatisfy { word in
      guard let place = rest.firstRange(of: word) else { return false }
      rest = rest[(place.lowerBound + 1)...]
      return true
    }
  }

  private static func letters(of body: String) -> [UInt8] {
    var body = body
    return body.withUTF8 { bytes in
      var (letters, at): ([UInt8], Int) = ([], 0)
      while at < bytes.count {
        let (kind, width) = letterKind(bytes, at)
        if kind != .none { letters += bytes[at..<at + width] }
        at += width
      }
      return letters
    }
  }

  private func record(_ hash: UInt64) -> WordRecord { lexicon?[hash] ?? WordRecord(rawValue: 0) }
}

/// A place that may lie in the middle of a word: letters, a hyphen or none, a line's end or the space that
/// it has become, small letters.
private struct Break {
  let first: Range<Int>
  let second: Range<Int>
  let isHyphened: Bool
  let isLineEnd: Bool

  /// - Parameter at: a line feed or a hyphen.
  init?(at: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    isLineEnd = bytes[at] == 0x0a
    var end = at
    while end > 0, Self.isBlank(bytes[end - 1]) { end -= 1 }
    let hyphen = isLineEnd ? Self.hyphen(before: end, in: bytes) : 0
    isHyphened = !isLineEnd || hyphen > 0
    end -= hyphen
    var start = at + 1
    while start < bytes.count, Self.isBlank(bytes[start]) { start += 1 }
    // A hyphen before a line's end is met there.
    guard isLineEnd || start > at + 1, end > 0, start < bytes.count,
      isLineEnd || bytes[start] != 0x0a, isLineEnd || end == at
    else { return nil }
    let head = Self.letters(before: end, in: bytes)
    let tail = Self.letters(from: start, in: bytes)
    guard !head.isEmpty, !tail.isEmpty, Self.goesOn(head, tail, bytes) else { return nil }
    (first, second) = (head, tail)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0d
  }

  /// How many bytes the hyphen is long that ends here: `-`, U+00AD, U+00AC (as OCR writes it), U+2010.
  private static func hyphen(before end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if end > 0, bytes[end - 1] == UInt8(ascii: "-") { return 1 }
    if end > 1, bytes[end - 2] == 0xC2, [0xAD, 0xAC].contains(bytes[end - 1]) { return 2 }
    return end > 2 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 && bytes[end - 1] == 0x90
      ? 3 : 0
  }

  private static func letters(before end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = end
    while start > 0 {
      var at = start - 1
      while at > 0, bytes[at] & 0xC0 == 0x80 { at -= 1 }
      guard letterKind(bytes, at).0 != .none else { break }
      start = at
    }
    // A part of a word with signs or figures in it is no half.
    let isWhole = start == 0 || bytes[start - 1] <= 0x20 || opening.contains(bytes[start - 1])
    return isWhole ? start..<end : end..<end
  }

  private static func letters(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var end = start
    while end < bytes.count, case let (kind, width) = letterKind(bytes, end), kind != .none {
      end += width
    }
    let goesOn =
      end < bytes.count
      && (bytes[end] &- 48 < 10 || bytes[end] == UInt8(ascii: "-") || bytes[end] == 0x27)
    return goesOn ? start..<start : start..<end
  }

  private static let opening = Array("(\"'[".utf8)

  /// In small letters, or all in capitals.
  private static func goesOn(
    _ head: Range<Int>, _ tail: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch letterKind(bytes, tail.lowerBound).0 {
    case .lower: !isCapitals(head, bytes) || head.count == 1
    case .upper: isCapitals(head, bytes) && isCapitals(tail, bytes)
    case .other, .none: false
    }
  }

  private static func isCapitals(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound, case let (kind, width) = letterKind(bytes, at) {
      if kind != .upper { return false }
      at += width
    }
    return true
  }
}
