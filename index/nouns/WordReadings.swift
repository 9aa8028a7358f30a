/// What the taggers thought of one place where a word stands: why it has a tag, or none.
package struct WordReadings: Sendable, Equatable {
  package var field: Field
  /// UTF-8 bytes of the field, half-open.
  package var range: Range<Int>
  /// Whether a person is meant first, then each country that may be.
  package var readings: [WordReading]

  package init(field: Field, range: Range<Int>, readings: [WordReading]) {
    self.field = field
    self.range = range
    self.readings = readings
  }
}

/// One thing that a word may mean, and what decided about it.
package struct WordReading: Sendable, Equatable {
  package enum Kind: String, Sendable { case person, country }

  package var kind: Kind
  /// A country's code; nil for persons, and where no list has the word.
  package var code: String?
  package var isTagged: Bool
  /// The rule of the mention, or the one that stands against it; `index/README.md` lists them.
  package var rule: String
  /// What was reached: for persons the model's probability, for places the sum of prior and votes.
  package var score: Double?
  /// What had to be reached.
  package var threshold: Double?

  package init(
    _ kind: Kind, code: String? = nil, isTagged: Bool, rule: String, score: Double? = nil,
    threshold: Double? = nil
  ) {
    self.kind = kind
    self.code = code
    self.isTagged = isTagged
    self.rule = rule
    self.score = score
    self.threshold = threshold
  }
}
