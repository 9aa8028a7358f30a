package import IndexDefinition
internal import OperatingSystem

/// Why a word of an article has its tags or none, a line a reading.
package struct WordReadingsText {
  private let places: [WordReadings]
  private let tags: Tags
  private let article: Article
  private let style: Style

  /// - Parameter tags: those of the article, which tell who a person is.
  package init(
    _ places: [WordReadings], _ tags: Tags, of article: Article,
    style: Style = Style(usesColor: false)
  ) {
    self.places = places
    self.tags = tags
    self.article = article
    self.style = style
  }

  package var text: String { places.map(text).joined() }

  private func text(_ place: WordReadings) -> String {
    let words = article.text(place.range, in: place.field).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ").visible
    let range = "\(place.field.rawValue) \(place.range.lowerBound)–\(place.range.upperBound)"
    return "  why \(words)  " + style(.faint, range) + "\n"
      + place.readings.map { line($0, name: tags.name(for: $0, at: place)) }.joined()
  }

  private func line(_ reading: WordReading, name: String?) -> String {
    let answer = reading.isTagged || name != nil ? "yes" : "no"
    let code = (reading.code ?? "").padded(to: 4)
    return "    \(reading.kind.rawValue.padded(to: 8)) \(code) \(answer.padded(to: 4))"
      + "\(reading.rule)\(sum(reading))\(name.map { "  is \($0.visible)" } ?? "")\n"
  }

  /// `0.21 of 0.5`: what was reached of what had to be.
  private func sum(_ reading: WordReading) -> String {
    guard let score = reading.score, let threshold = reading.threshold else { return "" }
    return "  \(rounded(score)) of \(rounded(threshold))"
  }

  private func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}

extension Tags {
  /// Who the person of a reading is: the name of the tag that has a mention there, which the text gives or the
  /// archive.
  fileprivate func name(for reading: WordReading, at place: WordReadings) -> String? {
    guard reading.kind == .person, reading.isTagged || reading.rule == "archive" else { return nil }
    return people.first { person in
      person.mentions.contains { $0.field == place.field && $0.range.overlaps(place.range) }
    }?.name
  }
}

extension JSONWriter {
  /// `"why"`: the readings of a word at each place where it stands.
  ///
  /// - Parameter tags: those of the article, which tell who a person is.
  package mutating func why(_ places: [WordReadings], _ tags: Tags, of article: Article) {
    array("why", places) { json, place in
      json.object { json in
        json.field("field", place.field.rawValue)
        json.field("start", place.range.lowerBound)
        json.field("end", place.range.upperBound)
        json.field("text", article.text(place.range, in: place.field))
        json.array("readings", place.readings) { json, reading in
          json.reading(reading, name: tags.name(for: reading, at: place))
        }
      }
    }
  }

  private mutating func reading(_ reading: WordReading, name: String?) {
    object { json in
      json.field("kind", reading.kind.rawValue)
      if let code = reading.code { json.field("code", code) }
      json.field("tagged", reading.isTagged || name != nil)
      json.field("rule", reading.rule)
      if let name { json.field("name", name) }
      if let score = reading.score { json.field("score", score) }
      if let threshold = reading.threshold { json.field("threshold", threshold) }
    }
  }
}
