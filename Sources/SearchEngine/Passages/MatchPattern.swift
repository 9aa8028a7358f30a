/// What of a query can be seen in a text: its words and phrases, as terms that the tokenizer made.
package struct MatchPattern: Sendable, Equatable {
  /// The terms that may stand at one place.
  package struct Slot: Sendable, Hashable {
    package var terms: [String]
    /// Beginnings of terms.
    package var prefixes: [String]

    package init(_ terms: [String], prefixes: [String] = []) {
      self.terms = terms
      self.prefixes = prefixes
    }
  }

  /// One way to match a clause: one slot for a word, several in a row for a phrase.
  ///
  /// Slots of bigrams (``Bigrams``) match inside runs of the scripts written without spaces.
  package struct Variant: Sendable, Hashable {
    package var slots: [Slot]
    /// Tokens that may stand between, in any order; nil: none, and the order holds.
    package var slop: Int?

    package init(_ slots: [Slot], slop: Int? = nil) {
      self.slots = slots
      self.slop = slop
    }
  }

  /// A word with its forms, or a phrase: what counts once however often a passage has it.
  package struct Clause: Sendable, Equatable {
    package var variants: [Variant]
    /// What a passage gains by having it: 1 for an ordinary word, less for a stop word.
    package var weight: Double

    /// - Parameter weight: nil for the number of words, so that a phrase outweighs its words.
    package init(_ variants: [Variant], weight: Double? = nil) {
      self.variants = variants
      self.weight = weight ?? Double(variants.map(\.slots.count).max() ?? 0)
    }
  }

  package var clauses: [Clause]

  package init(_ clauses: [Clause]) {
    self.clauses = clauses
  }

  /// Each term, prefix and phrase (terms in a row) as a clause of its own.
  package init(terms: [String] = [], prefixes: [String] = [], phrases: [[String]] = []) {
    clauses =
      phrases.map { Clause([Variant($0.map { Slot([$0]) })]) }
      + terms.map { Clause([Variant([Slot([$0])])]) }
      + prefixes.map { Clause([Variant([Slot([], prefixes: [$0])])]) }
  }
}
