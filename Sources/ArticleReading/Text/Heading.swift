/// A text's title: its first line where that stands alone, else its first sentence.
struct Heading {
  let title: String
  /// The text without its title line; the whole text when the title is only its first sentence.
  let body: Substring

  /// The most characters of a title: longer first lines are paragraphs, longer sentences are cut.
  static let lengthLimit = 120

  init(_ text: String) {
    let start = text[...].droppingBlanks
    let line = start.firstLine(within: Self.headSize)
    let rest = start[line.endIndex...]
    let behind = rest.droppingBlanks
    let standsAlone = rest[..<behind.startIndex].holdsEmptyLine
    if standsAlone, !behind.isEmpty, Self.isTitle(line) {
      title = String(line.trimmingSuffix { $0.isWhitespace })
      body = behind
    } else {
      title = Self.cut(Self.firstSentence(start))
      body = text[...]
    }
  }

  /// Bytes that are looked at: more than the characters of a title can have.
  private static let headSize = 1024

  /// A title is short and no sentence.
  private static func isTitle(_ line: Substring) -> Bool {
    guard !line.isEmpty, line.count <= lengthLimit else { return false }
    return !(line.last == "." && line.contains(" "))
  }

  /// Up to a full stop, exclamation or question mark that ends a sentence, in the first paragraph.
  private static func firstSentence(_ text: Substring) -> String {
    var words: [Substring] = []
    var rest = text.first(bytes: headSize)
    while !rest.isEmpty {
      let word = rest.firstWord
      words.append(word)
      if endsSentence(word) { break }
      let next = rest[word.endIndex...].droppingBlanks
      if rest[word.endIndex..<next.startIndex].holdsEmptyLine { break }
      rest = next
    }
    return words.joined(separator: " ")
  }

  /// True unless the stop belongs to an initial or a short form (`J.`, `Mr.`, `U.S.`, `a.m.`).
  private static func endsSentence(_ word: Substring) -> Bool {
    // As most words end: with a letter.
    if let last = word.utf8.last, last | 0x20 &- 97 < 26 { return false }
    let bare = word.trimmingSuffix { "\"'”’»)]".contains($0) }
    guard let last = bare.last else { return false }
    if "!?。！？".contains(last) { return true }
    guard last == "." else { return false }
    let stem = bare.dropLast()
    return stem.count > 1 && !stem.contains(".") && !shortForms.contains(stem.lowercased())
  }

  private static let shortForms: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "capt", "maj",
    "st", "rev", "hon", "jr", "sr", "inc", "co", "corp", "ltd", "no", "vs", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "calif", "fla", "pa", "mass",
  ]

  /// Cut behind the last word that fits, with an ellipsis.
  private static func cut(_ sentence: String) -> String {
    guard sentence.count > lengthLimit else { return sentence }
    let head = sentence.prefix(lengthLimit)
    let border = head.lastIndex(of: " ") ?? head.endIndex
    return head[..<border].trimmingSuffix { ",;:–—- ".contains($0) } + "…"
  }
}

extension Substring {
  func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, isDropped(last) { text.removeLast() }
    return text
  }
}

extension String {
  func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    self[...].trimmingSuffix(while: isDropped)
  }
}
