extension Candidate {
  /// The candidate as a terminal may be given it; nil where the value itself would command it.
  ///
  /// Shells print candidates as they are, and what comes out of data may hold anything.
  var printable: Candidate? {
    if value.unicodeScalars.contains(where: \.isCommand) { return nil }
    // Lines and columns become words.
    let words = note.unicodeScalars.split { $0.isCommand && $0.properties.isWhitespace }
    let note = words.map { word in String(String.UnicodeScalarView(word.filter { !$0.isCommand })) }
    return Candidate(value, note: note.joined(separator: " "))
  }
}

extension Unicode.Scalar {
  /// A control character, or one that turns the direction of what stands around it.
  fileprivate var isCommand: Bool {
    properties.generalCategory == .control || ("\u{202A}"..."\u{202E}").contains(self)
      || ("\u{2066}"..."\u{2069}").contains(self)
  }
}
