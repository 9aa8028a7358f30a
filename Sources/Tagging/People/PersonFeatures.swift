/// The features of a candidate word: hashes of what it and its neighbours are, one a template.
///
/// Letters in the comments: w word, s shape, p and x prefix and suffix, g what the lexicon says,
/// k the same in seven classes, t capitalisation statistic, c and C coarse and fine cluster, e
/// document evidence; 0 is the word itself, - and + its neighbours. Neighbours beyond the
/// sentence are the blank word.
package struct PersonFeatures: Sendable {
  package static let count = 51

  private let shift: UInt64

  /// Feature values are rows of a table of `1 << rowBits`.
  package init(rowBits: Int) {
    shift = UInt64(64 - rowBits)
  }

  /// Writes the ``count`` rows of the word at `at`.
  package func write(
    _ at: Int, of document: PeopleDocument, to rows: UnsafeMutablePointer<UInt32>
  ) {
    var out = FeatureWriter(rows: rows, shift: shift)
    let context = Context(document, at)
    words(context, &out)
    affixes(document.bytes(at), &out)
    lexical(context, &out)
    statistic(context, &out)
    run(document, at, &out)
    evidence(context, &out)
    clusters(context, &out)
    out.add(1)
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
    out.add(c.word.hash, c.next.hash)  // w0w+1
    out.add(c.beforeThat.hash, c.before.hash)  // w-2w-1
    out.add(c.next.hash, c.afterThat.hash)  // w+1w+2
    out.add(c.before.hash, s0)  // w-1s0
    out.add(c.next.hash, s0)  // w+1s0
    out.add(s0)
    out.add(s0, s1)
    out.add(sBefore, s0, s1)
    out.add(s0, s1, UInt64(c.afterThat.shape))
    out.add(UInt64(c.beforeThat.shape), sBefore, s0)
  }

  /// Prefixes and suffixes of two and three bytes in lower case, the dot of an abbreviation aside.
  @inline(__always)
  private func affixes(_ bytes: ArraySlice<UInt8>, _ out: inout FeatureWriter) {
    let end = bytes.last == UInt8(ascii: ".") ? bytes.endIndex - 1 : bytes.endIndex
    func byte(_ at: Int) -> UInt64 {
      at >= bytes.startIndex && at < end ? UInt64(bytes[at] | 0x20) : 0
    }
    let prefix = byte(bytes.startIndex) << 8 | byte(bytes.startIndex + 1)
    let suffix = byte(end - 2) << 8 | byte(end - 1)
    out.add(prefix)
    out.add(prefix << 8 | byte(bytes.startIndex + 2))
    out.add(suffix)
    out.add(byte(end - 3) << 16 | suffix)
  }

  @inline(__always)
  private func lexical(_ c: Context, _ out: inout FeatureWriter) {
    let g0 = c.word.lexical
    let gBefore = c.before.lexical
    let g1 = c.next.lexical
    let k0 = c.word.lexicalClass
    let kBefore = c.before.lexicalClass
    let k1 = c.next.lexicalClass
    out.add(g0, UInt64(c.word.shape))
    out.add(gBefore, g0)
    out.add(g0, g1)
    out.add(gBefore)
    out.add(g1)
    out.add(c.beforeThat.lexical)
    out.add(k0)
    out.add(kBefore << 16 | k0 << 8 | k1)
    out.add(c.beforeThat.lexicalClass << 16 | kBefore << 8 | k0)
    out.add(k0 << 16 | k1 << 8 | c.afterThat.lexicalClass)
    out.add(k0, c.next.hash)
    out.add(k0, c.before.hash)
  }

  @inline(__always)
  private func statistic(_ c: Context, _ out: inout FeatureWriter) {
    let t0 = UInt64(c.word.record.capitalisation)
    out.add(t0, UInt64(c.word.shape))
    out.add(t0 << 8 | c.word.position)
    out.add(t0 << 8 | UInt64(c.next.record.capitalisation))
  }

  @inline(__always)
  private func run(_ document: PeopleDocument, _ at: Int, _ out: inout FeatureWriter) {
    let word = document.words[at]
    let first = at - Int(word.runPosition)
    let last = max(first + Int(word.runLength) - 1, at)
    let place = UInt64(word.runLength) << 8 | UInt64(word.runPosition)
    let before =
      first > 0 && !document.words[first].startsSentence ? document.words[first - 1].hash : 0
    out.add(place)
    out.add(place << 8 | word.position)
    out.add(before)
    out.add(before, place)
    out.add(document.words[min(last, document.words.count - 1)].hash)
  }

  @inline(__always)
  private func evidence(_ c: Context, _ out: inout FeatureWriter) {
    let e0 = UInt64(c.word.evidence.rawValue)
    out.add(e0, UInt64(c.word.shape))
    out.add(e0 << 8 | c.word.position)
    out.add(UInt64(c.before.evidence.rawValue) << 8 | e0)
    out.add(e0, c.word.lexicalClass)
  }

  @inline(__always)
  private func clusters(_ c: Context, _ out: inout FeatureWriter) {
    let s0 = UInt64(c.word.shape)
    out.add(UInt64(c.word.record.coarseCluster))
    out.add(UInt64(c.next.record.coarseCluster))
    out.add(UInt64(c.beforeThat.record.coarseCluster))
    out.add(UInt64(c.word.record.fineCluster))
    out.add(UInt64(c.before.record.fineCluster))
    out.add(UInt64(c.next.record.fineCluster))
    out.add(UInt64(c.before.record.coarseCluster), s0)
    out.add(UInt64(c.next.record.coarseCluster), s0)
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
  init(_ document: PeopleDocument, _ at: Int) {
    let words = document.words
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
  fileprivate static let blank = PeopleWord(
    hash: 0, record: WordRecord(rawValue: 0), shape: 0, traits: [], kind: .punctuation,
    evidence: [], capitalLevel: 0, runLength: 0, runPosition: 0, startsSentence: true)

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
