/// A token as the person tagger sees it.
package struct PeopleWord: Sendable {
  /// The token's hash; numbers of one length share theirs.
  package var hash: UInt64
  package var record: WordRecord
  /// Case, joints, dots and digits; for marks the first byte.
  package var shape: UInt32
  package var traits: Token.Traits
  package var kind: Token.Kind
  /// What the document's other uses of the word say, see ``WordEvidence``.
  package var evidence: WordEvidence
  /// 0 mixed case, 1 a headline in title case, 2 capitals: of the sentence.
  package var capitalLevel: UInt8
  /// Words in the run of capitalised words that this one is in, 0 outside runs; 15 at most.
  package var runLength: UInt8
  /// This word's place in its run, from 0.
  package var runPosition: UInt8
  /// First of a sentence in the tagger's sense: context ends before it.
  package var startsSentence: Bool

  /// What stands beyond a sentence.
  @inline(__always) static var blank: PeopleWord {
    PeopleWord(
      hash: 0, record: WordRecord(rawValue: 0), shape: 0, traits: [], kind: .punctuation,
      evidence: [], capitalLevel: 0, runLength: 0, runPosition: 0, startsSentence: true)
  }

  @inline(__always) package var isCapitalised: Bool { traits.contains(.capitalised) }
  /// A word that may open a name.
  @inline(__always) var isName: Bool { Token.isCapitalised(kind, traits) }
  @inline(__always) var isInLowerCase: Bool { Token.isSmall(kind, traits) }
  @inline(__always) var isLowercaseParticle: Bool { isInLowerCase && has(.particle) }

  /// One or two bytes: a short word's length is part of its shape.
  @inline(__always) var isOfTwoBytes: Bool { kind == .word && 1...2 ~= shape >> 16 }

  @inline(__always)
  package func has(_ traits: WordRecord.Traits) -> Bool {
    !record.traits.isDisjoint(with: traits)
  }
}

/// What the uses of a word in one document say of it, one bit each.
package struct WordEvidence: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let lowercase = WordEvidence(rawValue: 1)
  package static let capitalisedInside = WordEvidence(rawValue: 2)
  package static let afterTitle = WordEvidence(rawValue: 4)
  /// In a run of capitalised words that a given name opens.
  package static let afterGiven = WordEvidence(rawValue: 8)
  package static let endsRun = WordEvidence(rawValue: 16)
  /// Alone after in, at, near, from.
  package static let located = WordEvidence(rawValue: 32)
  package static let withOrganisation = WordEvidence(rawValue: 64)
  /// A given name that opens a run.
  package static let opensRun = WordEvidence(rawValue: 128)
}
