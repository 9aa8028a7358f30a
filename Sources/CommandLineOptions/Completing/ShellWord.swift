/// A word as it stands in a shell's line, and what the shell makes of it.
struct ShellWord: Equatable {
  enum Quote: Equatable { case none, single, double }

  /// The word without its quotes and backslashes.
  var text = ""
  /// The quote that is still open at the end.
  var open = Quote.none
  /// As typed.
  var raw = ""

  init() {}

  /// Reads one word that was cut by the shell itself.
  init(_ raw: String) {
    var reader = ShellReader()
    raw.unicodeScalars.forEach { reader.read($0, cutsWords: false) }
    self = reader.word
  }

  /// A word that a shell takes for `text`: as it is where nothing in it means more to a shell.
  static func quoted(_ text: String) -> String {
    let plain = text.unicodeScalars.allSatisfy {
      !$0.isASCII || $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-_./:=,+%@~".unicodeScalars.contains($0)
    }
    return plain && !text.isEmpty ? text : quotedAlways(text)
  }

  /// In double quotes, or in single ones where double ones would not keep it.
  static func quotedAlways(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: "\"$`\\!".unicodeScalars.contains) else {
      return "\"\(text)\""
    }
    return "'" + text.escaping("'") { _ in "'\\''" } + "'"
  }

  static func line(_ words: [String]) -> String {
    guard let first = words.first else { return "" }
    return ([first] + words.dropFirst().map(quoted)).joined(separator: " ")
  }
}

/// Cuts a line into words by the quotes, backslashes and spaces that all three shells share.
struct ShellReader {
  private(set) var words: [ShellWord] = []
  private(set) var word = ShellWord()
  private var isInWord = false
  private var isEscaped = false

  /// The words before the cursor, and the one that it stands in.
  static func read(_ line: String) -> (before: [ShellWord], current: ShellWord) {
    var reader = ShellReader()
    line.unicodeScalars.forEach { reader.read($0, cutsWords: true) }
    return (reader.words, reader.word)
  }

  mutating func read(_ character: Unicode.Scalar, cutsWords: Bool) {
    if cutsWords, !isEscaped, word.open == .none, character == " " || character == "\t" {
      if isInWord { words.append(word) }
      (word, isInWord) = (ShellWord(), false)
      return
    }
    isInWord = true
    word.raw.unicodeScalars.append(character)
    take(character)
  }

  private mutating func take(_ character: Unicode.Scalar) {
    if isEscaped {
      if word.open == .double, !"\"\\$`".unicodeScalars.contains(character) {
        word.text.append("\\")
      }
      word.text.unicodeScalars.append(character)
      isEscaped = false
      return
    }
    switch (character, word.open) {
    case ("\\", .none), ("\\", .double): isEscaped = true
    case ("'", .none): word.open = .single
    case ("'", .single), ("\"", .double): word.open = .none
    case ("\"", .none): word.open = .double
    default: word.text.unicodeScalars.append(character)
    }
  }
}
