/// The features of a candidate word: hashes of what it and its neighbours are, one a template.
///
/// Letters in the comments: w word, s shape, p and x prefix and suffix, g what the lexicon says,
/// k the same in seven classes, t capitalisation statistic, c and C coarse and fine cluster, e
/// document evidence; 0 is the word itself, - and + its neighbours. Neighbours beyond the
/// sentence are the blank word.
package struct PersonFeatures: Sendable {
  package static let count = 36

  private let shift: UInt64

  /// Feature values are rows of a table of `1 << rowBits`.
  package init(rowBits: Int) {
    shift = UInt64(64 - rowBits)
  }

  /// Writes the ``count`` rows of the word at `at`.
  package func write(
    _ at: Int, of document: PeopleDocument, to rows: UnsafeMutablePointer<UInt32>
  ) {
    let affixes = document.affixes(at)
    document.words.withUnsafeBufferPointer { words in
      var out = FeatureWriter(rows: rows, shift: shift)
      let context = Context(words, at)
      self.words(context, &out)
      out.add(UInt64(affixes.prefix))
      out.add(UInt64(affixes.suffix & 0xFFFF))
      out.add(UInt64(affixes.suffix))
      lexical(context, &out)
      run(words, at, &out)
      clusters(context, &out)
      out.add(1)
    }
  }

  @inline(__always)
  private func words(_ c: Context, _ out: inout FeatureWriter) {
    let s0 = UInt64(c.word.shape)
    let s1 = UInt64(c.next.shape)
    let sBefore = UInt64(c.before.shape)
    out.add(c.word.hash)  // w0
    out.add(c.next.hash)  // w+1
    out.add(c.beforeThat.hash)  // w-2
    out.add(c.afterThat.hash)  // w+2
    out.add(c.next.hash, c.afterThat.hash)  // w+1w+2
    out.add(c.before.hash, s0)  // w-1s0
    out.add(c.next.hash, s0)  // w+1s0
    out.add(s0, s1)
    out.add(sBefore, s0, s1)
    out.add(s0, s1, UInt64(c.afterThat.shape))
    out.add(UInt64(c.beforeThat.shape), sBefore, s0)
  }

  @inline(__always)
  private func lexical(_ c: Context, _ out: inout FeatureWriter) {
    let g0 = c.word.lexical
    let gBefore = c.before.lexical
    let k0 = c.word.lexicalClass
    let t0 = UInt64(c.word.record.capitalisation)
    let e0 = UInt64(c.word.evidence.rawValue)
    out.add(g0, UInt64(c.word.shape))
    out.add(gBefore, g0)
    out.add(g0, c.next.lexical)
    out.add(gBefore)
    out.add(c.beforeThat.lexical)
    out.add(c.before.lexicalClass << 16 | k0 << 8 | c.next.lexicalClass)
    out.add(c.beforeThat.lexicalClass << 16 | c.before.lexicalClass << 8 | k0)
    out.add(k0, c.before.hash)
    out.add(k0, c.next.hash)
    out.add(t0 << 8 | c.word.position, UInt64(c.word.shape))
    out.add(e0, k0)
    out.add(e0 << 8 | c.word.position)
  }

  /// The run's length, the word's place in it, the word before the run and its last word.
  @inline(__always)
  private func run(
    _ words: UnsafeBufferPointer<PeopleWord>, _ at: Int, _ out: inout FeatureWriter
  ) {
    let word = words[at]
    let first = at - Int(word.runPosition)
    let place = UInt64(word.runLength) << 8 | UInt64(word.runPosition)
    let before = first > 0 && !words[first].startsSentence ? words[first - 1].hash : 0
    out.add(place << 8 | word.position)
    out.add(before, place)
    let last = min(max(first + Int(word.runLength) - 1, at), words.count - 1)
    out.add(words[last].hash)
  }

  @inline(__always)
  private func clusters(_ c: Context, _ out: inout FeatureWriter) {
    out.add(UInt64(c.word.record.coarseCluster))
    out.add(UInt64(c.next.record.coarseCluster))
    out.add(UInt64(c.word.record.fineCluster))
    out.add(UInt64(c.before.record.fineCluster))
    out.add(UInt64(c.next.record.fineCluster))
    out.add(UInt64(c.next.record.coarseCluster), UInt64(c.word.shape))
  }
}

extension PeopleDocument {
  /// The first three and last three bytes of a word in lower case, the dot of an abbreviation
  /// aside.
  @inline(__always)
  func affixes(_ word: Int) -> (prefix: UInt32, suffix: UInt32) {
    let token = token(word)
    return word < titleCount
      ? Self.affixes(token, article.title.bytes) : Self.affixes(token, article.body.bytes)
  }

  @inline(__always)
  private static func affixes(_ token: Token, _ bytes: [UInt8]) -> (prefix: UInt32, suffix: UInt32)
  {
    let start = Int(token.start)
    let end = Int(token.end) - (token.traits.contains(.abbreviation) ? 1 : 0)
    var prefix: UInt32 = 0
    var suffix: UInt32 = 0
    for at in start..<min(start + 3, end) { prefix = prefix << 8 | UInt32(bytes[at] | 0x20) }
    for at in max(start, end - 3)..<end { suffix = suffix << 8 | UInt32(bytes[at] | 0x20) }
    return (prefix, suffix)
  }
}

/// A word with two neighbours either side, blank beyond the sentence.
private struct Context {
  let beforeThat: PeopleWord
  let before: PeopleWord
  let word: PeopleWord
  let next: PeopleWord
  let afterThat: PeopleWord

  @inline(__always)
  init(_ words: UnsafeBufferPointer<PeopleWord>, _ at: Int) {
    word = words[at]
    let hasBefore = at > 0 && !word.startsSentence
    before = hasBefore ? words[at - 1] : .blank
    beforeThat = hasBefore && at > 1 && !before.startsSentence ? words[at - 2] : .blank
    let hasNext = at + 1 < words.count && !words[at + 1].startsSentence
    next = hasNext ? words[at + 1] : .blank
    let hasMore = hasNext && at + 2 < words.count && !words[at + 2].startsSentence
    afterThat = hasMore ? words[at + 2] : .blank
  }
}

extension PeopleWord {
  @inline(__always)
  fileprivate static var blank: PeopleWord {
    PeopleWord(
      hash: 0, record: WordRecord(rawValue: 0), shape: 0, traits: [], kind: .punctuation,
      evidence: [], capitalLevel: 0, runLength: 0, runPosition: 0, startsSentence: true)
  }

  @inline(__always)
  fileprivate var lexical: UInt64 {
    UInt64(record.traits.rawValue) << 1 | (isCapitalised ? 1 : 0)
  }

  /// given, surname, place, title, organisation, particle, capitalised.
  @inline(__always)
  fileprivate var lexicalClass: UInt64 {
    var value = UInt64(record.traits.rawValue & 7)
    if has([.title, .honorific]) { value |= 8 }
    if has([.organisation, .facility]) { value |= 16 }
    if has(.particle) { value |= 32 }
    return isCapitalised ? value | 64 : value
  }

  /// Sentence start and how the sentence is capitalised.
  @inline(__always)
  fileprivate var position: UInt64 {
    UInt64(capitalLevel) << 1 | (traits.contains(.sentenceStart) ? 1 : 0)
  }
}

/// Turns feature values into rows, each template with a seed of its own.
private struct FeatureWriter {
  private let rows: UnsafeMutablePointer<UInt32>
  private let shift: UInt64
  private var template = 0

  init(rows: UnsafeMutablePointer<UInt32>, shift: UInt64) {
    self.rows = rows
    self.shift = shift
  }

  @inline(__always)
  mutating func add(_ value: UInt64) {
    let seed = UInt64(template &+ 1) &* 0xD6E8_FEB8_6659_FD93
    var hash = (value ^ seed) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 32) &* 0xC4CE_B9FE_1A85_EC53
    rows[template] = UInt32(truncatingIfNeeded: hash >> shift)
    template &+= 1
  }

  @inline(__always)
  mutating func add(_ first: UInt64, _ second: UInt64) {
    add((first &* 0x9E37_79B9_7F4A_7C15) ^ (second &+ first >> 29))
  }

  @inline(__always)
  mutating func add(_ first: UInt64, _ second: UInt64, _ third: UInt64) {
    add((first &* 0x9E37_79B9_7F4A_7C15) ^ second, third)
  }
}
