/// A user's synonyms, from a plain file: one group a line.
///
///     # what follows a hash is for people
///     car, automobile, motor car
///     UN => United Nations, Security Council
///
/// The entries of a group, words or phrases with commas between, all find each other. With `=>` those
/// before it find those behind it too, and not the other way round.
package struct Synonyms: Sendable, Equatable {
  /// What else is searched where one of `words` is asked for.
  package struct Group: Sendable, Equatable {
    package var words: [String]
    package var alternatives: [String]
  }

  /// A line that is none of the two forms.
  package struct SyntaxError: Error, Equatable, CustomStringConvertible {
    /// From 1.
    package var line: Int
    package var message: String
    package var description: String { "line \(line): \(message)" }
  }

  package private(set) var groups: [Group] = []

  /// None.
  package init() {}

  package var isEmpty: Bool { groups.isEmpty }

  /// - Parameter file: the file's bytes, UTF-8.
  /// - Throws: the first line that cannot be read, with the remedy.
  package init(file: some Collection<UInt8>) throws(SyntaxError) {
    let lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, bytes) in lines.enumerated() {
      do {
        if let group = try Self.group(bytes) { groups.append(group) }
      } catch {
        throw SyntaxError(line: number + 1, message: error.message)
      }
    }
  }

  private struct Problem: Error {
    var message: String
  }

  /// Nil for a line without entries.
  private static func group(_ bytes: some Sequence<UInt8>) throws(Problem) -> Group? {
    guard let text = String(validating: Array(bytes), as: UTF8.self) else {
      throw Problem(message: "not UTF-8; convert the file, for instance with iconv")
    }
    let content = text.drop(while: \.isWhitespace)
    guard let first = content.first, first != "#" else { return nil }
    let sides = content.split(separator: "=>", omittingEmptySubsequences: false)
    guard sides.count <= 2 else {
      throw Problem(message: "more than one =>; give each its own line")
    }
    let words = try entries(sides[0])
    let alternatives = try sides.count == 2 ? entries(sides[1]) : words
    guard sides.count == 2 || words.count > 1 else {
      throw Problem(
        message: "\(words[0]) stands alone; write \(words[0]), and its synonyms behind a comma, "
          + "or => and what else to search for")
    }
    return Group(words: words, alternatives: alternatives)
  }

  private static func entries(_ side: Substring) throws(Problem) -> [String] {
    var entries: [String] = []
    for part in side.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard words.contains(where: { $0.isLetter || $0.isNumber }) else {
        throw Problem(
          message: words.isEmpty
            ? "an entry is missing beside a comma or =>; put it in or take the mark out"
            : "\(words) has no letter or digit to search for; take it out")
      }
      entries.append(words)
    }
    return entries
  }
}
