internal import IndexDefinition
internal import SearchModel

/// The counts of a query's facets over all of its sections; good until the next query.
final class FacetCounts {
  private let sections: [CountedSection]
  private let needs: FacetNeeds
  /// Nil unless dates were needed.
  let dates: DateCounter?
  /// Nil unless languages were needed.
  let languages: LanguageCounter?
  /// Nil unless sources were needed.
  let sources: SourceCounter?
  /// Nil unless stories were needed.
  let stories: StoryCounter?
  /// Hits whose tags are doubtful; 0 where that was not asked.
  let doubtful: Int
  private let packed: [EntityCount: PackedEntityCounter]
  private(set) var lists: [EntityCount: EntityCounter]

  /// Puts the counts of sections, at least one, together.
  init(_ sections: [CountedSection], _ needs: FacetNeeds) {
    self.sections = sections
    self.needs = needs
    (dates, packed, lists) = (sections[0].dates, sections[0].packed, sections[0].lists)
    (languages, sources) = (sections[0].languages, sections[0].sources)
    stories = sections[0].stories
    doubtful = sections.reduce(0) { $0 + $1.doubtful }
    for section in sections.dropFirst() {
      section.dates.map { dates?.add($0) }
      section.languages.map { languages?.add($0) }
      section.sources.map { sources?.add($0) }
      section.stories.map { stories?.add($0) }
      for (count, counts) in section.packed { packed[count]?.add(counts) }
      for (count, counts) in section.lists { lists[count]?.add(counts) }
    }
  }

  /// The counts of people or countries; nil unless they were needed.
  ///
  /// - Parameters:
  ///   - leading: How many of the most frequent are to be told; nil: all.
  ///   - selected: Entities whose counts are to be told in any case.
  func entities(
    _ count: EntityCount, leading: Int?, selected: Set<UInt32>
  ) throws -> (any EntityCounts)? {
    if let leading, let counts = packed[count], counts.isExact(forLeading: leading, selected) {
      return counts
    }
    if let known = lists[count] { return known }
    lists[count] = try needs.entities[count].map { try listCounts(count, $0) }
    return lists[count]
  }

  private func listCounts(
    _ count: EntityCount, _ needed: FacetNeeds.Entities
  ) throws -> EntityCounter {
    let counts = try sections.mapOnCores(reader: \.reader) {
      try $0.listCounts(count, needed, highest: needs.lastEntity)
    }
    for others in counts.dropFirst() { counts[0].add(others) }
    return counts[0]
  }

  /// The articles that a facet counts, section after section.
  func rows(of kind: FacetRequest.Kind) -> [Rows] { sections.map { $0.rows.rows(of: kind) } }

  /// The articles whose lists were read for a count.
  func articlesRead(for count: EntityCount) -> Int {
    lists[count] == nil ? 0 : sections.reduce(0) { $0 + $1.rows.rows(of: count).count }
  }

  /// Gives the memory of the articles back.
  func giveBack() {
    for section in sections { section.reader.give(section.rows) }
  }
}

/// What facets count of a section's articles.
struct CountedSection {
  /// Fewer articles are counted sooner than the counters by code of ``PackedEntities`` are cleared.
  private static let leastForPacked = 2048
  let reader: CoreReader
  let rows: CountedRows
  private(set) var dates: DateCounter?
  private(set) var languages: LanguageCounter?
  private(set) var sources: SourceCounter?
  private(set) var stories: StoryCounter?
  private(set) var doubtful = 0
  private(set) var packed: [EntityCount: PackedEntityCounter] = [:]
  private(set) var lists: [EntityCount: EntityCounter] = [:]

  /// Counts all that is needed, from packed entities where there are any.
  ///
  /// - Parameter isPart: Whether there are other sections: all of them count in the same way.
  init(_ reader: CoreReader, _ rows: CountedRows, _ needs: FacetNeeds, isPart: Bool) throws {
    self.reader = reader
    self.rows = rows
    if needs.dates { dates = try countedDates() }
    if needs.languages { languages = try countedLanguages() }
    if needs.stories { stories = try countedStories() }
    if needs.doubtful {
      doubtful = try DoubtfulTags.count(of: rows.hits, in: ColumnReader(reader.columns))
    }
    if let store = needs.sources {
      let counter = SourceCounter(store)
      try counter.count(rows.rows(of: .source), from: reader.source)
      sources = counter
    }
    for (count, needed) in needs.entities {
      let counted = rows.rows(of: count)
      if let entities = needed.packed, isPart || counted.count >= Self.leastForPacked {
        let counts = reader.packedCounter(of: count, entities)
        counts.count(counted, markedOnly: needed.markedOnly)
        packed[count] = counts
      } else {
        lists[count] = try listCounts(count, needed, highest: needs.lastEntity)
      }
    }
  }

  private func countedDates() throws -> DateCounter {
    let counter = reader.dateCounter()
    try counter.count(rows.rows(of: .date), in: ColumnReader(reader.columns))
    return counter
  }

  private func countedLanguages() throws -> LanguageCounter {
    let counter = LanguageCounter()
    try counter.count(rows.rows(of: .language), in: ColumnReader(reader.columns))
    return counter
  }

  private func countedStories() throws -> StoryCounter {
    let counter = StoryCounter()
    try counter.count(rows.hits, in: ColumnReader(reader.columns))
    return counter
  }

  /// Counts the entities of a column one by one.
  func listCounts(
    _ count: EntityCount, _ needed: FacetNeeds.Entities, highest: Int
  ) throws -> EntityCounter {
    let counter = reader.counter(of: count, highest: highest)
    counter.countsMarkedOnly = needed.markedOnly
    try counter.count(rows.rows(of: count), in: ColumnReader(reader.columns))
    return counter
  }
}
