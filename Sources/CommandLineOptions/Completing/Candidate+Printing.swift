internal import OperatingSystem

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
