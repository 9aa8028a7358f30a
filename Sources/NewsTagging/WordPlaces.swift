internal import ArticleModel

/// Where the words that a user asks about stand in an article.
struct WordPlaces {
  /// One place, in the tokens of its field.
  struct Place {
    let field: Field
    let tokens: Range<Int>
  }

  let places: [Place]

  /// - Parameter words: compared without case; broken words are met as wholes.
  init(of words: String, in article: ArticleTokens) {
    let sought = FieldTokens(words).tokens.map(\.hash)
    places = Field.allCases.flatMap { field in
      Self.starts(of: sought, in: article[field].tokens).map {
        Place(field: field, tokens: $0..<$0 + sought.count)
      }
    }
  }

  private static func starts(of sought: [UInt64], in tokens: [Token]) -> [Int] {
    guard !sought.isEmpty, sought.count <= tokens.count else { return [] }
    return (0...tokens.count - sought.count).filter { start in
      sought.indices.allSatisfy { tokens[start + $0].hash == sought[$0] }
    }
  }
}
