/// The features of a candidate word: hashes of what it and its neighbours are, one a template.
///
/// Letters in the comments: w word, s shape, x suffix, g what the lexicon says, k the same in seven
/// classes, t capitalisation statistic, c and f coarse and fine cluster, b Brown cluster, e document
/// evidence; 0 is the word itself, - and + its neighbours. Neighbours beyond the sentence are the
/// blank word.
///
/// Values of templates with words in them are many and lie anywhere in a table of `1 << rowBits`
/// rows; the others are few and lie together behind it, where they stay in the cache.
package struct PersonFeatures: Sendable {
  package static let count = 28
  /// The binary logarithm of the number of rows for templates without words.
  static let narrowBits = 15

  /// Leaves of a hash as many bits as number the rows of the table.
  private let shift: UInt64
  private let narrowStart: UInt32

  package init(rowBits: Int) {
    shift = UInt64(64 - rowBits)
    narrowStart = 1 << UInt32(rowBits)
  }

  /// How many rows there are, those behind the table included.
  package static func rowCount(rowBits: Int) -> Int { 1 << rowBits + 1 << narrowBits }

  /// Writes the rows of the word at `at`, for which `rows` has room: ``count`` of them.
  package func write(
    _ at: Int, of document: PeopleDocument, to rows: UnsafeMutablePointer<UInt32>
  ) {
    let suffix = document.suffix(at)
    document.words.withUnsafeBufferPointer { words in
      var out = FeatureWriter(rows: rows, shift: shift, narrowStart: narrowStart)
      withUnsafePointer(to: .blank) { blank in
        let context = Context(words, at, blank)
        self.words(context, suffix, &out)
        run(words, at, &out)
        shapes(context, &out)
        lexical(context, &out)
        clusters(context, &out)
        out.addNarrow(register(context.word, document))
      }
      assert(out.template == Self.count, "\(out.template) templates, not \(Self.count)")
    }
  }

  @inline(__always)
  private func words(_ c: Context, _ suffix: UInt32, _ out: inout FeatureWriter) {
    let s0 = UInt64(c.word.shape)
    out.addWide(c.word.hash)  // w0
    out.addWide(c.next.hash)  // w+1
    out.addWide(c.afterThat.hash)  // w+2
    out.addWide(mixed(c.next.hash, c.afterThat.hash))  // w+1w+2
    out.addWide(mixed(c.before.hash, s0))  // w-1s0
    out.addWide(mixed(c.word.lexicalClass, c.before.hash))  // k0w-1
    out.addWide(UInt64(suffix))  // x0
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
    let last = min(max(first + Int(word.runLength) - 1, at), words.count - 1)
    out.addWide(mixed(before, place))
    out.addWide(words[last].hash)
    out.addNarrow(place << 8 | word.position)
  }

  @inline(__always)
  private func shapes(_ c: Context, _ out: inout FeatureWriter) {
    let s0 = UInt64(c.word.shape)
    out.addNarrow(mixed(s0, UInt64(c.next.shape)))
    out.addNarrow(mixed(mixed(UInt64(c.beforeThat.shape), UInt64(c.before.shape)), s0))
    out.addNarrow(mixed(c.word.lexical, s0))
    out.addNarrow(mixed(UInt64(c.word.record.capitalisation) << 8 | c.word.position, s0))  // t0
    out.addNarrow(mixed(UInt64(c.next.record.coarseCluster), s0))
  }

  @inline(__always)
  private func lexical(_ c: Context, _ out: inout FeatureWriter) {
    let k0 = c.word.lexicalClass
    out.addNarrow(c.before.lexical)
    out.addNarrow(c.beforeThat.lexical)
    out.addNarrow(c.before.lexicalClass << 16 | k0 << 8 | c.next.lexicalClass)
    out.addNarrow(c.beforeThat.lexicalClass << 16 | c.before.lexicalClass << 8 | k0)
    out.addNarrow(UInt64(c.word.evidence.rawValue) << 8 | c.word.position)
  }

  @inline(__always)
  private func clusters(_ c: Context, _ out: inout FeatureWriter) {
    out.addNarrow(UInt64(c.word.record.coarseCluster))
    out.addNarrow(UInt64(c.word.record.fineCluster))
    out.addNarrow(UInt64(c.before.record.fineCluster))
    out.addNarrow(UInt64(c.next.record.fineCluster))
    out.addNarrow(UInt64(c.word.record.brownCluster))
    out.addNarrow(UInt64(c.before.record.brownCluster))
    out.addNarrow(UInt64(c.next.record.brownCluster))
  }

  /// The same for all words but those of informal texts, and of those that OCR damaged: what a name is known by is
  /// another there.
  @inline(__always)
  private func register(_ word: PeopleWord, _ document: PeopleDocument) -> UInt64 {
    if document.isInformal { return word.lexicalClass << 8 | UInt64(word.runLength) << 1 | 1 }
    guard document.isDamaged else { return 0 }
    return 1 << 32 | word.lexicalClass << 8 | UInt64(word.runLength) << 1
  }
}

/// One value of two.
@inline(__always)
private func mixed(_ first: UInt64, _ second: UInt64) -> UInt64 {
  (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &+ first >> 29)
}

extension PeopleDocument {
  /// The last three bytes of a word in lower case, the dot of an abbreviation aside.
  @inline(__always)
  func suffix(_ word: Int) -> UInt32 {
    let token = token(word)
    return word < titleCount
      ? article.title.bytes.withUnsafeBufferPointer { Self.suffix(token, $0) }
      : article.body.bytes.withUnsafeBufferPointer { Self.suffix(token, $0) }
  }

  @inline(__always)
  private static func suffix(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let (start, end) = (Int(token.start), Int(token.end))
    let last = token.traits.contains(.abbreviation) ? end - 2 : end - 1
    func letter(_ at: Int) -> UInt32 { at < start ? 0 : UInt32(bytes[at] | 0x20) }
    return letter(last - 2) << 16 | letter(last - 1) << 8 | letter(last)
  }
}

/// A word with two neighbours either side, blank beyond the sentence.
///
/// Where they lie, so that a jump for each is spared, which no word foretells, and only what is read is copied.
private struct Context {
  private typealias Place = UnsafePointer<PeopleWord>

  private let places: (beforeThat: Place, before: Place, word: Place, next: Place, afterThat: Place)

  /// - Parameter blank: the blank word, valid as long as the context is.
  @inline(__always)
  init(_ words: UnsafeBufferPointer<PeopleWord>, _ at: Int, _ blank: UnsafePointer<PeopleWord>) {
    guard let base = words.baseAddress else { preconditionFailure("a word of no text") }
    let word = base + at
    let before = at > 0 && !word.pointee.startsSentence ? word - 1 : blank
    // The blank word starts a sentence, so that nothing stands before it.
    let beforeThat = at > 1 && !before.pointee.startsSentence ? word - 2 : blank
    let next = at + 1 < words.count && !word[1].startsSentence ? word + 1 : blank
    let hasMore = next != blank && at + 2 < words.count
    let afterThat = hasMore && !word[2].startsSentence ? word + 2 : blank
    places = (beforeThat, before, word, next, afterThat)
  }

  @inline(__always) var beforeThat: PeopleWord { places.beforeThat.pointee }
  @inline(__always) var before: PeopleWord { places.before.pointee }
  @inline(__always) var word: PeopleWord { places.word.pointee }
  @inline(__always) var next: PeopleWord { places.next.pointee }
  @inline(__always) var afterThat: PeopleWord { places.afterThat.pointee }
}

extension PeopleWord {
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
  private let narrowStart: UInt32
  private(set) var template = 0
  /// Any number would do; it decides which values share a row.
  private static let firstSeed = 301

  /// Inlined, so that templates and their seeds are constants.
  @inline(__always)
  init(rows: UnsafeMutablePointer<UInt32>, shift: UInt64, narrowStart: UInt32) {
    self.rows = rows
    self.shift = shift
    self.narrowStart = narrowStart
  }

  /// A value of a template with words in it.
  @inline(__always)
  mutating func addWide(_ value: UInt64) {
    assert(template < PersonFeatures.count, "more templates than rows")
    rows[template] = UInt32(truncatingIfNeeded: hash(value) &>> shift)
    template &+= 1
  }

  /// A value of a template without words.
  @inline(__always)
  mutating func addNarrow(_ value: UInt64) {
    assert(template < PersonFeatures.count, "more templates than rows")
    let bits = UInt64(64 - PersonFeatures.narrowBits)
    rows[template] = narrowStart &+ UInt32(truncatingIfNeeded: hash(value) &>> bits)
    template &+= 1
  }

  @inline(__always)
  private func hash(_ value: UInt64) -> UInt64 {
    let seed = UInt64(template &+ Self.firstSeed) &* 0xD6E8_FEB8_6659_FD93
    let hash = (value ^ seed) &* 0xFF51_AFD7_ED55_8CCD
    return (hash ^ hash >> 32) &* 0xC4CE_B9FE_1A85_EC53
  }
}
