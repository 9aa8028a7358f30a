package import IndexDefinition

extension JSONWriter {
  /// The tags as `wsearch tag --json` prints them: one object.
  ///
  /// - Parameter why: the readings of a word that was asked about, nil when none was.
  package mutating func tags(_ tags: Tags, of article: Article, why: [WordReadings]? = nil) {
    object { json in
      json.field("id", article.id)
      json.field("date", article.date?.description)
      json.fields(of: tags, in: article)
      if let why { json.why(why, tags, of: article) }
    }
  }

  /// `text_language` is what the text is written in; `tagged` is false where nothing was looked for
  /// because of it; `unknown_words` the share of words that no list knows, where
  /// it makes the tags doubtful.
  mutating func fields(of tags: Tags, in article: Article) {
    field("text_language", tags.language)
    field("tagged", tags.isTagged)
    if let share = tags.unknownWords { field("unknown_words", share) }
    array("people", tags.people) { json, person in
      json.object { json in
        json.field("name", person.name)
        json.field("count", person.mentions.count)
        if person.isAssumed { json.field("assumed", true) }
        json.mentions(person.mentions, in: article)
      }
    }
    array("countries", tags.countries) { json, country in
      json.object { json in
        json.field("code", country.code)
        json.field("name", CountryNames.label(for: country.code))
        json.field("count", country.mentions.count)
        json.field("focus", country.isFocus)
        json.mentions(country.mentions, in: article)
      }
    }
    array("dates", tags.dates) { json, date in
      json.object { json in
        json.field("value", date.date.description)
        json.field("precision", date.date.precision.rawValue)
        json.mentions(date.mentions, in: article)
      }
    }
  }

  private mutating func mentions(_ mentions: [Mention], in article: Article) {
    array("mentions", mentions) { json, mention in
      json.object { json in
        json.field("field", mention.field.rawValue)
        json.field("start", mention.range.lowerBound)
        json.field("end", mention.range.upperBound)
        json.field("text", article.text(of: mention))
        json.field("rule", mention.rule)
        if let score = mention.score { json.field("score", score) }
      }
    }
  }
}

extension Article {
  /// The stretch of text that `mention` stands for.
  package func text(of mention: Mention) -> String {
    text(mention.range, in: mention.field)
  }

  /// The UTF-8 bytes of a field in `range`.
  func text(_ range: Range<Int>, in field: Field) -> String {
    let text = field == .title ? title.utf8 : body.utf8
    let start = text.index(text.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<text.index(start, offsetBy: range.count)]) ?? ""
  }
}
