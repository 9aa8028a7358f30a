internal import IndexDefinition
internal import SearchEngine
internal import Tokenizing

/// Counts in how many articles each stem is and how often; articles may be taken out again.
struct StemTally {
  private struct Count {
    var hash: UInt32
    var articles = 0
    var occurrences = 0
    /// The text that was counted last.
    var lastText = 0
  }

  private let language: UInt32
  private let stemmer: Stemmer?
  private let tokenizer = Tokenizer()
  private var articles = 0
  private var texts = 0
  private var counts: [Count] = []
  /// By hash of the stem.
  private var places = PlaceTable()
  /// By hash of the term; -1 for what is not counted.
  private var placesOfTerms = PlaceTable()

  /// - Parameter language: of the stems.
  init(language: String) {
    self.language = ColumnValues.language(language)
    stemmer = Stemmer(language: language)
  }

  /// Adds an article's stems `count` times: 1 or, where it goes, -1.
  mutating func add(_ text: FullTextQueue.Text, _ count: Int) {
    articles += count
    texts += 1
    for field in [text.title, text.body, text.bigrams ?? "", text.joined ?? ""] {
      tokenizer.forEachToken(in: field) { _, term in add(term, count) }
    }
  }

  func statistics(level: Int) -> StemStatistics {
    StemStatistics(articles: articles, level: level, language: language, stems: stems)
  }

  /// What was counted before, with what was counted here.
  func added(to stored: StemStatistics) -> StemStatistics {
    stored.adding(articles: articles, stems)
  }

  /// By hash.
  private var stems: [StemStatistics.Stem] {
    counts.map { .init(hash: $0.hash, articles: $0.articles, occurrences: $0.occurrences) }
      .sorted { $0.hash < $1.hash }
  }

  private mutating func add(_ term: UnsafeBufferPointer<UInt8>, _ count: Int) {
    let place = Int(placeOfTerm(term))
    guard place >= 0 else { return }
    counts[place].occurrences += count
    guard counts[place].lastText != texts else { return }
    counts[place].lastText = texts
    counts[place].articles += count
  }

  private mutating func placeOfTerm(_ term: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = term.reduce(FNV1a.seed, FNV1a.mix)
    if let known = placesOfTerms[hash] { return known }
    var found: Int32 = -1
    if !term.contains(where: { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) {
      let text = String(decoding: term, as: UTF8.self)
      found = Int32(place(of: StemStatistics.hash(stemmer?.stem(text) ?? text)))
    }
    placesOfTerms[hash] = found
    return found
  }

  private mutating func place(of hash: UInt32) -> Int {
    if let known = places[UInt64(hash)] { return Int(known) }
    places[UInt64(hash)] = Int32(counts.count)
    counts.append(Count(hash: hash))
    return counts.count - 1
  }
}

/// Places by hash, as ``TokenTable`` has them: a generic table of another room is not made for its values,
/// and took a third of the count's time.
private struct PlaceTable {
  /// A free one has key 0.
  private var slots = [(key: UInt64, place: Int32)](repeating: (0, 0), count: 1 << 10)
  private var count = 0

  subscript(hash: UInt64) -> Int32? {
    get {
      let slot = slots[index(of: max(hash, 1))]
      return slot.key == 0 ? nil : slot.place
    }
    set {
      guard let newValue else { preconditionFailure("a place is never taken out") }
      if count * 2 >= slots.count { grow() }
      set(max(hash, 1), newValue)
    }
  }

  private mutating func set(_ key: UInt64, _ place: Int32) {
    let index = index(of: key)
    if slots[index].key == 0 { count += 1 }
    slots[index] = (key, place)
  }

  /// At least half of all are free, so the walk is short and ends.
  private func index(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[index].key != key, slots[index].key != 0 { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0), count: old.count * 2)
    count = 0
    for slot in old where slot.key != 0 { set(slot.key, slot.place) }
  }
}
