/// How much of a text is words: tables of numbers and encoded data pass for text, and are none.
struct WordCount {
  private var letters = 0
  private var others = 0
  private var words = 0
  private var isASCII = true

  init(_ text: some Sequence<UInt8>) {
    var isInWord = false
    for byte in text {
      let isSpace = byte <= 0x20
      if !isSpace, !isInWord { words += 1 }
      isInWord = !isSpace
      if byte >= 0x80 { isASCII = false }
      if isSpace { continue }
      if byte >= 0x80 || byte | 0x20 &- 97 < 26 { letters += 1 } else { others += 1 }
    }
  }

  /// What it is instead of words; short texts say too little of themselves.
  var unread: String? {
    let count = letters + others
    guard count >= 200 else { return nil }
    if letters * 10 < count * 3 { return "numbers and signs, hardly a word" }
    return isASCII && count > words * 40 ? "encoded data" : nil
  }
}
