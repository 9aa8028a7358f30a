/// Markdown as plain text: the words stay, the marks around them go.
///
/// Headings lose `#`, quotes `>`, links and images keep their text, emphasis and code lose their
/// marks. List marks stay, since they read well. No full parser: what is not recognized stays as
/// it is.
struct MarkdownText {
  private let source: [Character]
  private var position = 0
  private var output = ""

  init(_ text: Substring) {
    source = Array(text)
  }

  /// The whole text without its marks.
  var plain: String {
    var copy = self
    return copy.run()
  }

  private mutating func run() -> String {
    output.reserveCapacity(source.count)
    var isLineStart = true
    while position < source.count {
      if isLineStart { skipLineMarks() }
      guard position < source.count else { break }
      isLineStart = source[position].isNewline
      step()
    }
    return output
  }

  private func peek(_ distance: Int = 0) -> Character? {
    source.indices.contains(position + distance) ? source[position + distance] : nil
  }

  /// Passes over `##`, `>` and code fences at the start of a line.
  private mutating func skipLineMarks() {
    while peek() == ">" { position += peek(1) == " " ? 2 : 1 }
    let hashes = source[position...].prefix { $0 == "#" }.count
    if 1...6 ~= hashes, peek(hashes) == " " { position += hashes + 1 }
    if peek() == "`", peek(1) == "`", peek(2) == "`" {
      while let next = peek(), !next.isNewline { position += 1 }
    }
  }

  private mutating func step() {
    let character = source[position]
    switch character {
    case "\\" where peek(1).map { $0.isPunctuation || $0.isSymbol } ?? false:
      output.append(source[position + 1])
      position += 2
    // A line that is broken on purpose.
    case "\\" where peek(1)?.isNewline == true: position += 1
    case "!" where peek(1) == "[": if !link(from: position + 1) { keep() }
    case "[": if !link(from: position) { keep() }
    case "<": if !tag() { keep() }
    case "`": position += 1
    case "*", "_", "~": emphasis(character)
    default: keep()
    }
  }

  private mutating func keep() {
    output.append(source[position])
    position += 1
  }

  /// Goes on with the text of `[text](target)` or `[text][label]`; false when it is neither.
  private mutating func link(from start: Int) -> Bool {
    guard let close = closing("]", from: start), close + 1 < source.count,
      let end = source[close + 1] == "("
        ? closing(")", from: close + 1)
        : source[close + 1] == "[" ? closing("]", from: close + 1) : nil
    else { return false }
    output += MarkdownText(source[start + 1..<close]).plain
    position = end + 1
    return true
  }

  private init(_ part: ArraySlice<Character>) {
    source = Array(part)
  }

  /// Where the bracket at `start` closes, in the same paragraph.
  private func closing(_ bracket: Character, from start: Int) -> Int? {
    let opening = source[start]
    var depth = 0
    for index in start..<min(source.count, start + 2000) {
      if source[index] == opening { depth += 1 }
      if source[index] == bracket { depth -= 1 }
      if depth == 0 { return index }
      if source[index].isNewline, index + 1 < source.count, source[index + 1].isNewline {
        return nil
      }
    }
    return nil
  }

  /// Keeps the address of `<https://…>`, drops `<b>` and `</b>`; false for a plain `<`.
  private mutating func tag() -> Bool {
    let end = source[position...].prefix(300).firstIndex(of: ">")
    guard let end, let first = peek(1), first.isLetter || first == "/" || first == "!" else {
      return false
    }
    let inside = source[position + 1..<end]
    if inside.contains(":"), !inside.contains(" ") { output += String(inside) }
    position = end + 1
    return true
  }

  /// Drops marks that touch a word on one side.
  ///
  /// A list mark or a lone star stays, and so does an underscore inside a word.
  private mutating func emphasis(_ mark: Character) {
    let run = source[position...].prefix { $0 == mark }.count
    let before = position > 0 ? source[position - 1] : " "
    let after = peek(run) ?? " "
    let isLone = before.isWhitespace && after.isWhitespace
    let isInsideWord = before.isWordPart && after.isWordPart && mark != "*"
    if isLone || isInsideWord || run > 3 || (mark == "~" && run != 2) {
      output += String(repeating: mark, count: run)
    }
    position += run
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
