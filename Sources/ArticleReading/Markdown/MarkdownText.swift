/// Markdown as plain text: the words stay, the marks around them go.
///
/// Headings lose `#`, quotes `>`, links and images keep their text, emphasis and code lose their
/// marks. List marks stay, since they read well. No full parser: what is not recognized stays as
/// it is.
struct MarkdownText {
  private let source: [Character]
  /// Where the brackets that close do.
  private let brackets: MarkdownBrackets
  private var position = 0
  /// Of what is being read: all, or a link's text.
  private var start = 0
  private var end: Int
  /// The next `>`, or the end.
  private var angle = -1
  private var output = ""

  init(_ text: Substring) {
    source = Array(text)
    brackets = MarkdownBrackets(source)
    end = source.count
  }

  /// The whole text without its marks.
  var plain: String {
    var copy = self
    copy.output.reserveCapacity(source.count)
    copy.run()
    return copy.output
  }

  private mutating func run() {
    var isLineStart = true
    while position < end {
      if isLineStart { skipLineMarks() }
      guard position < end else { break }
      isLineStart = source[position].isNewline
      step()
    }
  }

  private func peek(_ distance: Int = 0) -> Character? {
    position + distance < end ? source[position + distance] : nil
  }

  /// How often a mark stands in a row here.
  private func run(of mark: Character) -> Int {
    source[position..<end].prefix { $0 == mark }.count
  }

  /// Passes over `##`, `>` and code fences at the start of a line.
  private mutating func skipLineMarks() {
    while peek() == ">" { position += peek(1) == " " ? 2 : 1 }
    let hashes = run(of: "#")
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
  private mutating func link(from opening: Int) -> Bool {
    guard let close = brackets.end(of: opening, before: end),
      let targetEnd = brackets.end(of: close + 1, before: end)
    else { return false }
    let outer = (start, end)
    (start, position, end) = (opening + 1, opening + 1, close)
    run()
    (start, end) = outer
    position = targetEnd + 1
    return true
  }

  /// Keeps the address of `<https://…>`, drops `<b>` and `</b>`; false for a plain `<`.
  private mutating func tag() -> Bool {
    if angle < position { angle = source[position...].firstIndex(of: ">") ?? source.count }
    guard angle < min(end, position + 300), let first = peek(1),
      first.isLetter || first == "/" || first == "!"
    else { return false }
    let inside = source[position + 1..<angle]
    if inside.contains(":"), !inside.contains(" ") { output += String(inside) }
    position = angle + 1
    return true
  }

  /// Drops marks that touch a word on one side.
  ///
  /// A list mark or a lone star stays, and so does an underscore inside a word.
  private mutating func emphasis(_ mark: Character) {
    let run = run(of: mark)
    let before = position > start ? source[position - 1] : " "
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
