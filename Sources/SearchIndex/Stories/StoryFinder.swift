internal import NearCopies
internal import SQLite

/// Finds what hangs together by near-copies: stories.
///
/// Two articles are near-copies or not by their bodies and dates alone, and which pairs are looked at is told by
/// the set of articles (``BandAnchors``). So stories are a function of that set, and an article that comes,
/// changes or goes concerns the stories that it is or was in, and few others. Candidates agree in a band of
/// their sketches and in a share of all bins; their texts decide.
final class StoryFinder {
  /// Bins in which candidates agree: as many as near-copies that share a third of their shingles have.
  private static let leastAgreeing = 14

  private let column: SketchColumn
  private let stories: StoryTable
  private let texts: ShingledTexts
  private var unions = Unions()
  /// By place among the things that are united.
  private var rows: [Int64] = []
  private var wanted = ComparedVersions(GatheredSketches())

  init(_ database: Connection) throws {
    column = try SketchColumn(database)
    stories = try StoryTable(database)
    texts = try ShingledTexts(database)
  }

  /// All stories of an index, each of two articles or more.
  func allStories() throws -> [[Int64]] {
    var sketches = GatheredSketches()
    try column.forEach { sketches.add($0, $1) }
    gather(&sketches)
    for band in 0..<Sketch.bands { try uniteWanted(band, anchors: nil) }
    return groups()
  }

  /// The stories of some articles, each of two articles or more, with all their members.
  ///
  /// - Parameters:
  ///   - sketches: those of the articles, none of which has a row in `story`.
  ///   - others: those of all other articles that have the words of one, or agree with one in a band.
  func stories(
    of sketches: GatheredSketches, among others: GatheredSketches, _ anchors: BandAnchors
  ) throws -> [[Int64]] {
    var sketches = sketches
    gather(&sketches)
    for band in 0..<Sketch.bands { try uniteWanted(band, anchors: anchors) }
    try unite(sketches, with: others, anchors)
    // The other articles that were met stand for their stories.
    return try groups().map { group in
      try Set(group).union(group.flatMap(stories.members(of:))).sorted()
    }
  }

  /// Takes up the articles looked for; those whose words are the same are united at once.
  private func gather(_ sketches: inout GatheredSketches) {
    sketches.sort()
    rows = sketches.entries.map(\.row)
    for place in rows.indices {
      let thing = unions.add()
      guard place > 0 else { continue }
      let words = (sketches.entries[place - 1].version.words, sketches.entries[place].version.words)
      if words.0 == words.1 { unions.join(place - 1, thing) }
    }
    wanted = ComparedVersions(sketches)
  }

  // MARK: - Candidates

  /// Compares those of the articles looked for that agree in a band with those that stand for it.
  ///
  /// Without `anchors` these articles are all, and as they are in order the first of a value are the
  /// ones that stand for it.
  private func uniteWanted(_ band: Int, anchors: BandAnchors?) throws {
    var table = BandTable(capacity: wanted.count)
    for number in 0..<wanted.count {
      let value = wanted.value(number, band)
      var met = 0
      try table.forEach(value) { other in
        met += 1
        try compare(number, other, in: band)
      }
      if anchors?.has(wanted.versions[number], value, in: band) ?? (met < BandAnchors.most) {
        wanted.setAnchor(number, band)
        table.add(number, value)
      }
    }
  }

  private func compare(_ number: Int, _ other: Int, in band: Int) throws {
    let (place, otherPlace) = (wanted.places[number], wanted.places[other])
    guard !unions.areOne(place, otherPlace),
      wanted.agreeing(number, other) >= Self.leastAgreeing,
      !wanted.haveMet(number, other, before: band)
    else { return }
    try unite(place, rows[place], wanted.versions[number].date, other)
  }

  /// Makes an article and one of those looked for one, where their texts are near-copies.
  private func unite(_ place: Int, _ row: Int64, _ date: UInt32, _ number: Int) throws {
    let other = wanted.places[number]
    let days = StoryVersion.days(date, wanted.versions[number].date)
    let likeness = Likeness(try texts.text(of: row), try texts.text(of: rows[other]), days: days)
    if likeness.isNearCopy { unions.join(place, other) }
  }

  // MARK: - Other articles

  /// Compares other articles with those looked for that agree with them in a band.
  private func unite(
    _ sketches: GatheredSketches, with others: GatheredSketches, _ anchors: BandAnchors
  ) throws {
    let bands = (0..<Sketch.bands).map { WantedBand(wanted, $0) }
    let sameWords = Dictionary(
      sketches.entries.enumerated().map { ($1.version.words, $0) }, uniquingKeysWith: { $1 })
    var comparison = OtherComparison(wanted.count)
    try others.forEach { row, sketch in
      comparison.begin()
      if let same = sameWords[sketch.version.words] {
        unions.join(same, try comparison.place(of: row, self))
      }
      for (band, value) in sketch.bands.enumerated() where bands[band].isAsked(value) {
        try bands[band].forEach(value, isAnchor: anchors.has(sketch.version, value, in: band)) {
          try compare(row, sketch, $0, &comparison)
        }
      }
    }
  }

  private func compare(
    _ row: Int64, _ sketch: StoredSketch, _ number: Int, _ comparison: inout OtherComparison
  ) throws {
    guard comparison.meets(number), wanted.agreeing(sketch.bands, number) >= Self.leastAgreeing
    else { return }
    let place = try comparison.place(of: row, self)
    if unions.areOne(place, wanted.places[number]) { return }
    try unite(place, row, sketch.version.date, number)
  }

  /// The place of an article that is not looked for: its story's.
  fileprivate func place(of row: Int64, _ places: inout [Int64: Int]) throws -> Int {
    let story = try stories.lead(of: row) ?? row
    if let known = places[story] { return known }
    let place = unions.add()
    rows.append(story)
    places[story] = place
    return place
  }

  // MARK: - Stories

  /// What hangs together, ascending.
  private func groups() -> [[Int64]] {
    var groups: [Int: [Int64]] = [:]
    for place in rows.indices {
      let root = unions.root(of: place)
      if root != place { groups[root, default: [rows[root]]].append(rows[place]) }
    }
    return groups.keys.sorted().compactMap { groups[$0]?.sorted() }
  }
}

/// What the articles looked for say in a band: all, and those that stand for it.
private struct WantedBand {
  private var all: BandTable
  private var anchors: BandTable

  init(_ wanted: ComparedVersions, _ band: Int) {
    all = BandTable(capacity: wanted.count)
    anchors = BandTable(capacity: wanted.count)
    for number in 0..<wanted.count {
      let value = wanted.value(number, band)
      all.add(number, value)
      if wanted.isAnchor(number, band) { anchors.add(number, value) }
    }
  }

  /// Whether any of those looked for says this: of other articles' values hardly one is.
  @inline(__always)
  func isAsked(_ value: UInt32) -> Bool { all.last(value) != nil }

  /// Calls `receive` with those that an article of this value is compared with.
  func forEach(_ value: UInt32, isAnchor: Bool, _ receive: (Int) throws -> Void) rethrows {
    if isAnchor { try all.forEach(value, receive) } else { try anchors.forEach(value, receive) }
  }
}

/// Another article on its way past those looked for.
private struct OtherComparison {
  /// By number of those looked for: the last article that met it.
  private var stamps: [UInt32]
  private var stamp: UInt32 = 0
  private var placed: Int?
  private var places: [Int64: Int] = [:]

  init(_ count: Int) { stamps = Array(repeating: 0, count: count) }

  mutating func begin() {
    stamp += 1
    placed = nil
  }

  /// Whether it meets one for the first time.
  mutating func meets(_ number: Int) -> Bool {
    if stamps[number] == stamp { return false }
    stamps[number] = stamp
    return true
  }

  mutating func place(of row: Int64, _ finder: StoryFinder) throws -> Int {
    let place = try placed ?? finder.place(of: row, &places)
    placed = place
    return place
  }
}
