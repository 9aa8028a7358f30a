import IndexDefinition

/// What agencies send over a line, as text between control characters: ANPA 1312 and IPTC 7901.
///
/// A story begins with SOH; STX stands before its text, ETX behind it, EOT at its end. A file may hold
/// several. Sources: ANPA 84-2 (1312), IPTC 7901 (rev. 5).
struct WireText {
  let file: SourceFile

  /// True when the bytes begin as a story does.
  static func isMet(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = head.drop { $0 == syn || $0 <= 0x20 && $0 != soh && $0 != 0 }
    return start.first == soh && start.prefix(1024).contains(stx)
  }

  static let soh: UInt8 = 1
  static let stx: UInt8 = 2
  static let etx: UInt8 = 3
  private static let eot: UInt8 = 4
  private static let syn: UInt8 = 0x16
  static let unitSeparator: UInt8 = 0x1f

  /// The stories, in their order.
  func events(_ bytes: UnsafeBufferPointer<UInt8>) -> [ReadingEvent] {
    // What a line's operator or a gateway puts behind the end is left out.
    let stories = bytes.split(separator: Self.soh).dropFirst(bytes.first == Self.soh ? 0 : 1)
      .map { $0.prefix { $0 != Self.eot } }
    let drafts = stories.compactMap { story in draft(Array(story)).map { (story, $0) } }
    if drafts.count == 1 {
      return drafts[0].1.events(file: file, place: nil, advice: "; the story has no text")
    }
    var lines = LineNumbers(bytes)
    return drafts.enumerated().flatMap { index, found in
      let (story, draft) = found
      let place = SourcePlace(
        line: lines.line(of: story.startIndex), bytes: story.startIndex - 1..<story.endIndex)
      return draft.events(
        file: file, place: "article \(index + 1)", advice: "; the story has no text"
      ).map { $0.numbered(index + 1, in: file).lying(at: place) }
    }
  }

  private func draft(_ story: [UInt8]) -> ArticleDraft? {
    guard let start = story.firstIndex(of: Self.stx) else { return nil }
    let end = story[start...].firstIndex(of: Self.etx) ?? story.endIndex
    let parts = WireParts(
      header: Self.lines(story[..<start]), text: Self.lines(story[(start + 1)..<end]),
      trailer: Self.lines(story[end...]).joined(separator: " ").onOneLine)
    let isANPA =
      story[..<start].contains(Self.unitSeparator) || parts.text.first?.hasPrefix("^") == true
    return isANPA ? ANPAStory(parts).draft : IPTCStory(parts).draft
  }

  /// Lines without control characters and blanks at their ends; what is not UTF-8 is Latin-1.
  private static func lines(_ bytes: ArraySlice<UInt8>) -> [String] {
    bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map { line in
      let plain = line.map { $0 == unitSeparator ? 0x20 : $0 }.filter {
        $0 >= 0x20 && $0 != 0x7f || $0 == 0x09
      }
      let text = plain.withUnsafeBufferPointer { line in
        UTF8Validity.firstInvalid(line) == nil
          ? String(decoding: line, as: UTF8.self) : DecodedText.windows1252(line)
      }
      return String(text.trimmingSuffix { $0.isWhitespace })
    }
  }
}

/// A story's lines in front of its text, of its text, and what stands behind it.
struct WireParts {
  let header: [String]
  let text: [String]
  let trailer: String
}
