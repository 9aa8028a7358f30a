internal import IndexDefinition
internal import NearCopies
internal import SQLite

/// Finds the near-copies of some articles among all.
///
/// Two articles are near-copies or not by their bodies and dates alone, and a story is what hangs together
/// by near-copies. So it is a function of the set of articles, and an article that comes, changes or goes
/// concerns the stories that it is or was in and no others. Candidates agree in a band of their sketches and in a
/// share of all bins; their texts decide.
final class StoryFinder {
  /// Bins in which candidates agree: as many as near-copies that share a third of their shingles have.
  private static let leastAgreeing = 14
  /// Words of the texts that are remembered.
  private static let keptWords = 1 << 20

  private let column: SketchColumn
  /// Of the articles that are not looked for; nil where all are.
  private let stories: StoryTable?
  private let body: Statement
  private var unions = Unions()
  /// By row: its place among the things that are united; of articles that are not looked for, that of
  /// their story.
  private var places: [Int64: Int] = [:]
  /// By place.
  private var rows: [Int64] = []
  /// The places of the articles looked for, one of those with the same words and date, their dates and bands.
  private var wanted: [Int] = []
  private var dates: [UInt32] = []
  private var bands: [UInt32] = []
  private var met: Set<DatedWords> = []
  private var sameWords: [UInt64: Int] = [:]
  private var texts: [Int64: ShingledText] = [:]
  private var textWords = 0

  init(_ database: Connection, stories: StoryTable? = nil) throws {
    column = try SketchColumn(database)
    self.stories = stories
    body = try Statement(database, "SELECT body FROM article WHERE id = ?")
  }

  /// The stories of the articles at `rows`, each of two articles or more, with all their members.
  ///
  /// - Parameter isWanted: those articles, none of which has a row in `story`.
  func stories(where isWanted: (Int64) -> Bool) throws -> [[Int64]] {
    let others = try gather(isWanted)
    for band in 0..<Sketch.bands { try uniteWanted(band) }
    if others > 0, !rows.isEmpty { try uniteOthers(isWanted) }
    return try members()
  }

  /// Takes up the articles looked for; those whose words are the same are united at once.
  ///
  /// - Returns: how many other articles there are.
  private func gather(_ isWanted: (Int64) -> Bool) throws -> Int {
    var others = 0
    try column.forEachChunk { chunk in
      chunk.forEach { row, sketch in
        guard isWanted(row) else {
          others += 1
          return
        }
        let place = add(row)
        if let same = sameWords[sketch.words] { unions.join(same, place) }
        sameWords[sketch.words] = place
        guard !sketch.bands.isEmpty,
          met.insert(DatedWords(words: sketch.words, date: sketch.date)).inserted
        else { return }
        wanted.append(place)
        dates.append(sketch.date)
        bands += sketch.bands
      }
    }
    return others
  }

  private func add(_ row: Int64) -> Int {
    let place = unions.add()
    places[row] = place
    rows.append(row)
    return place
  }

  // MARK: - Candidates

  /// Compares those of the articles looked for that agree in a band.
  private func uniteWanted(_ band: Int) throws {
    var table = BandTable(capacity: wanted.count)
    for number in wanted.indices {
      let value = bands[number * Sketch.bands + band]
      try table.forEach(value) { other in
        try bands.withUnsafeBufferPointer { bands in
          let sketch = UnsafeBufferPointer(
            rebasing: bands[number * Sketch.bands..<(number + 1) * Sketch.bands])
          try compare(wanted[number], rows[wanted[number]], sketch, dates[number], other)
        }
      }
      table.add(number, value)
    }
  }

  /// Compares all other articles with those looked for that agree with them in a band.
  private func uniteOthers(_ isWanted: (Int64) -> Bool) throws {
    let tables = (0..<Sketch.bands).map { band in
      var table = BandTable(capacity: wanted.count)
      for number in wanted.indices { table.add(number, bands[number * Sketch.bands + band]) }
      return table
    }
    try column.forEachChunk { chunk in
      try chunk.forEach { row, sketch in
        if isWanted(row) { return }
        if let same = sameWords[sketch.words] { unions.join(same, try place(of: row)) }
        for (band, value) in sketch.bands.enumerated() {
          try tables[band].forEach(value) { number in
            try compare(place(of: row), row, sketch.bands, sketch.date, number)
          }
        }
      }
    }
  }

  /// The place of an article that is not looked for: its story's.
  private func place(of row: Int64) throws -> Int {
    let story = try stories?.lead(of: row) ?? row
    return places[story] ?? add(story)
  }

  private func compare(
    _ place: @autoclosure () throws -> Int, _ row: Int64, _ sketch: UnsafeBufferPointer<UInt32>,
    _ date: UInt32, _ number: Int
  ) throws {
    guard agreeing(sketch, number) >= Self.leastAgreeing else { return }
    let (place, other) = (try place(), wanted[number])
    guard unions.root(of: place) != unions.root(of: other) else { return }
    let likeness = Likeness(
      try text(of: row), try text(of: rows[other]), days: Self.days(date, dates[number]))
    if likeness.isNearCopy { unions.join(place, other) }
  }

  /// Nil where either is not known to the day.
  private static func days(_ one: UInt32, _ other: UInt32) -> Int? {
    let days = [one, other].compactMap { CalendarDate(packed: Int32(bitPattern: $0)) }
      .filter { $0.precision == .day }.map(\.daysSinceEpoch)
    return days.count == 2 ? abs(days[0] - days[1]) : nil
  }

  /// The bins in which two sketches agree.
  private func agreeing(_ sketch: UnsafeBufferPointer<UInt32>, _ number: Int) -> Int {
    bands.withUnsafeBufferPointer { bands in
      var count = 0
      for band in 0..<Sketch.bands {
        let difference = sketch[band] ^ bands[number * Sketch.bands + band]
        count += (difference & 0xFFFF == 0 ? 1 : 0) + (difference >> 16 == 0 ? 1 : 0)
      }
      return count
    }
  }

  private func text(of row: Int64) throws -> ShingledText {
    if let known = texts[row] { return known }
    if textWords > Self.keptWords {
      texts.removeAll()
      textWords = 0
    }
    let text = ShingledText(try body.first(of: row) { $0.text(0) } ?? "")
    textWords += text.wordCount
    texts[row] = text
    return text
  }

  // MARK: - Stories

  /// What hangs together, with all members of the stories that were met.
  private func members() throws -> [[Int64]] {
    var groups: [Int: [Int64]] = [:]
    for place in rows.indices { groups[unions.root(of: place), default: []].append(rows[place]) }
    return try groups.keys.sorted().compactMap { root in
      let group = groups[root] ?? []
      guard group.count > 1 else { return nil }
      let all = try group.reduce(into: Set<Int64>()) { all, row in
        all.insert(row)
        try all.formUnion(stories?.members(of: row) ?? [])
      }
      return all.sorted()
    }
  }
}

/// What two articles have in common that are near-copies of the same others.
private struct DatedWords: Hashable {
  var words: UInt64
  var date: UInt32
}
