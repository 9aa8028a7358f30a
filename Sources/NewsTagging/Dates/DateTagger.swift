package import ArticleModel

/// Finds calendar expressions and what they mean on the article's own date.
///
/// A grammar over tokens, tried at every word that can open an expression; the first rule that
/// reads most tokens wins. Values are as precise as the words: `May` is a month; a week is given as
/// the month that holds most of it, a quarter and a season as their year, a decade as its first
/// year: the rule's name says so. Without a date of its own an article has no relative dates.
package struct DateTagger: Sendable {
  package init() {}

  package func tags(in article: ArticleTokens) -> [DateTag] {
    var tags: [DateTag] = []
    var tagOfDate = TokenTable<Int>()
    for field in Field.allCases {
      let tokens = article[field]
      var grammar = DateGrammar(tokens, reference: article.date, language: article.language)
      grammar.forEach { found in
        let key = UInt64(found.date.packed)
        let tag = tagOfDate[key] ?? tags.count
        if tag == tags.count {
          tagOfDate[key] = tag
          tags.append(DateTag(date: found.date, mentions: []))
        }
        tags[tag].mentions.append(
          Mention(field: field, range: tokens.range(found.tokens), rule: found.rule))
      }
    }
    return tags.sorted { $0.date < $1.date }
  }
}

extension FieldTokens {
  /// The bytes from the first token's start to the last one's end; `tokens` is not empty.
  func range(_ tokens: Range<Int>) -> Range<Int> {
    Int(self.tokens[tokens.lowerBound].start)..<Int(self.tokens[tokens.upperBound - 1].end)
  }
}
