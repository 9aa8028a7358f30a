import Foundation
import IndexDefinition
import TestSupport

/// An example article tagged by hand: a file of `Tests/Fixtures/gold`, whose README has the form.
struct GoldArticle {
  struct Mark {
    /// Bytes of ``text``.
    var range: Range<Int>
    var value: String
  }

  var name: String
  var date: CalendarDate?
  var focus: Set<String>
  /// The body without its marks.
  var text = ""
  var people: [Mark] = []
  var countries: [Mark] = []
  var dates: [Mark] = []
  /// Stretches that are not judged.
  var unjudged: [Range<Int>] = []

  static func all() throws -> [GoldArticle] {
    let folder = fixtures.appendingPathComponent("gold")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".txt") }
      .map { name in
        GoldArticle(try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
      }
  }

  init(_ file: String) {
    let parts = file.components(separatedBy: "\n\n")
    let head = parts[0].components(separatedBy: "\n").map {
      $0.components(separatedBy: ": ").dropFirst().joined()
    }
    name = head[0]
    date = CalendarDate(head[1].trimmingCharacters(in: .whitespaces))
    focus = Set(head[2].components(separatedBy: " ").filter { !$0.isEmpty })
    read(parts.dropFirst().joined(separator: "\n\n").trimmingCharacters(in: .newlines))
  }

  private mutating func read(_ marked: String) {
    for (position, piece) in marked.components(separatedBy: "⟦").enumerated() {
      guard position > 0, let end = piece.range(of: "⟧"), let bar = piece.range(of: "|") else {
        text += piece
        continue
      }
      let words = String(piece[..<bar.lowerBound])
      add(words, value: String(piece[bar.upperBound..<end.lowerBound]))
      text += piece[end.upperBound...]
    }
  }

  private mutating func add(_ words: String, value: String) {
    let range = text.utf8.count..<text.utf8.count + words.utf8.count
    let mark = Mark(range: range, value: value == "=" ? words : value)
    text += words
    if value == "-" {
      unjudged.append(range)
    } else if value.wholeMatch(of: /[A-Z]{2}/) != nil {
      countries.append(mark)
    } else if value.first?.isNumber == true {
      dates.append(mark)
    } else {
      people.append(mark)
    }
  }

  func isJudged(_ range: Range<Int>) -> Bool {
    !unjudged.contains { $0.overlaps(range) }
  }
}
