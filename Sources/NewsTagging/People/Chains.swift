/// The stretches of a document that the sequence model scores; all other words are outside.
///
/// Candidates are capitalised words, lower-case particles next to them, and one or two connectors
/// (of, and, &, -, ') between them. A chain is a run of candidates within one sentence. Plain
/// words that open a sentence (The, But) are no candidates, which saves a quarter of the work.
package struct Chains: Sequence, IteratorProtocol, Sendable {
  private let document: PeopleDocument
  /// Into the document's capitalised words.
  private var at = 0
  /// Where the last chain ended.
  private var end = 0

  package init(_ document: PeopleDocument) {
    self.document = document
  }

  package mutating func next() -> Range<Int>? {
    while at < document.capitalised.count {
      let name = document.capitalised[at]
      at += 1
      guard name >= end, !document.opensPlainly(name) else { continue }
      end = name + 1
      while let next = nextName(after: end) { end = next + 1 }
      return leadingParticles(name)..<end
    }
    return nil
  }

  /// bin Laden, de Gaulle: up to two lower-case particles in front.
  private func leadingParticles(_ name: Int) -> Int {
    var start = name
    while start > 0, name - start < 2, !document.words[start].startsSentence,
      document.isLowercaseParticle(start - 1)
    {
      start -= 1
    }
    return start
  }

  /// The next capitalised word of the sentence, over a gap of two connectors at most.
  private func nextName(after end: Int) -> Int? {
    var next = end
    while next < document.words.count, next - end <= 2, !document.words[next].startsSentence {
      if document.words[next].isName { return next }
      guard document.isConnector(next) else { return nil }
      next += 1
    }
    return nil
  }
}

extension PeopleDocument {
  /// A word of the language that is capitalised because it opens a sentence, and here only.
  @inline(__always)
  func opensPlainly(_ at: Int) -> Bool {
    let word = words[at]
    return word.runLength == 1 && word.traits.contains(.sentenceStart) && word.capitalLevel == 0
      && word.record.isCommonInLowerCase && !word.has(.given)
      && !word.evidence.contains(.capitalisedInside)
  }

  @inline(__always)
  func isConnector(_ at: Int) -> Bool {
    let word = words[at]
    if word.kind == .word {
      return word.has([.connector, .particle]) || word.traits.contains(.possessive)
    }
    guard word.kind == .punctuation else { return false }
    switch UInt8(truncatingIfNeeded: word.shape >> 16) {
    case UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "."): return true
    default: return false
    }
  }
}
