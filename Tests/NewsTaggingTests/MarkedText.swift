import Foundation
import IndexDefinition

@testable import NewsTagging

/// A text of ours whose spans are marked `[[as written|canonical name]]`, nobody when it is empty.
struct MarkedText {
  private(set) var text = ""
  private(set) var spans: [(range: Range<Int>, name: String)] = []

  init(_ marked: String) {
    for (position, piece) in marked.components(separatedBy: "[[").enumerated() {
      let parts = piece.components(separatedBy: "]]")
      guard position > 0, parts.count == 2 else {
        text += piece
        continue
      }
      let names = parts[0].components(separatedBy: "|")
      spans.append((text.utf8.count..<text.utf8.count + names[0].utf8.count, names[1]))
      text += names[0] + parts[1]
    }
  }

  var article: ArticleTokens { ArticleTokens(Article(id: "marked", title: "", body: text)) }

  var personSpans: [PersonSpan] {
    let tokens = article.body.tokens
    return spans.map { span in
      let inside = tokens.indices.filter { span.range.contains(Int(tokens[$0].start)) }
      return PersonSpan(
        field: .body, tokens: (inside.first ?? 0)..<(inside.last ?? -1) + 1, range: span.range,
        rule: "marked")
    }
  }

  /// The text with each span under the name that `tags` give it.
  func marked(by tags: [PersonTag]) -> String {
    var marked = ""
    var end = 0
    let bytes = Array(text.utf8)
    for span in spans {
      let name = tags.first { $0.mentions.contains { $0.range == span.range } }?.name ?? ""
      marked += String(decoding: bytes[end..<span.range.lowerBound], as: UTF8.self)
      marked += "[[\(String(decoding: bytes[span.range], as: UTF8.self))|\(name)]]"
      end = span.range.upperBound
    }
    return marked + String(decoding: bytes[end...], as: UTF8.self)
  }
}
