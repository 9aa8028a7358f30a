internal import IndexDefinition
internal import SearchModel

/// What is shown.
extension QueryExecution {
  /// Hands on the hits of a page with all that is shown of them.
  func fetch(
    _ candidates: some Sequence<Candidate>, _ query: PreparedQuery,
    _ receive: (Hit) throws -> Void
  ) throws {
    let hits = try state.index.hits
    let hasSnippets = request.wantsSnippets && request.hitFields == .all
    let snippets = hasSnippets ? PassageMaker(query.plan.matchPattern) : nil
    for candidate in candidates {
      guard
        var hit = try hits.hit(
          of: candidate, state.labels, snippets: snippets,
          people: query.facetFilters.people?.ids ?? [], request: request)
      else {
        continue
      }
      if let held = query.held { hit.missing = held.missing(in: candidate.row, query.postings) }
      if let trace { hit.explanation = explanation(of: candidate, query, trace) }
      try receive(hit)
    }
  }

  /// The parts of a score: each word's BM25, then what the later stages added and age took away.
  private func explanation(
    of candidate: Candidate, _ query: PreparedQuery, _ trace: ScoreTrace
  ) -> [ScorePart] {
    let norm = query.ranking.norm(of: candidate)
    let words = query.ranking.parts.map { part in
      let frequency = Double(query.postings.frequency(of: part.term, in: candidate.row))
      return ScorePart(
        .word, name: query.plan.terms[part.term].text,
        value: part.weight * BM25.saturation(frequency, norm: norm))
    }
    trace.note(
      .recency, of: candidate.row, from: candidate.score, to: candidate.score * candidate.factor)
    return words + trace.gains(of: candidate.row)
  }

  func addFacets(
    _ evaluation: Evaluation, _ filters: FacetFilters, to results: inout SearchResults
  ) throws {
    guard let counts = evaluation.counts else { return }
    results.totalStories = counts.stories?.total
    results.facetsCountStories = request.facetsCountStories
    for facet in request.facets {
      switch facet.kind {
      case .person: results.people = try entityFacet(facet, .person, counts, filters)
      case .country: results.countries = try entityFacet(facet, .country, counts, filters)
      case .date: results.dates = counts.dates.map(dateFacet)
      case .source: results.sources = counts.sources.map { sourceFacet(facet, $0) }
      case .language: results.languages = counts.languages.map { languageFacet(facet, $0) }
      }
    }
    results.timeline = try timeline(counts, filters, results.dates)
    addDoubt(counts, to: &results)
    state.packedEntities.note(counts)
    counts.giveBack()
  }

  /// Says how many of the articles have doubtful tags, where something rests on tags.
  private func addDoubt(_ counts: FacetCounts, to results: inout SearchResults) {
    guard request.restsOnTags else { return }
    results.doubtful = counts.doubtful
    guard counts.doubtful > 0 else { return }
    let all = results.total == 1 ? "this article" : "these \(results.total) articles"
    results.notes.append(
      "tags of \(counts.doubtful) of \(all) are doubtful: damaged text")
  }

  private func dateFacet(_ counted: DateCounter) -> DateFacetResult {
    DateFacet(
      interval: request.dateInterval, counter: counted, selected: request.filters.dates,
      undatedIsSelected: request.filters.undated
    ).result()
  }

  private func sourceFacet(_ facet: FacetRequest, _ counted: SourceCounter) -> FacetResult {
    ValueFacet(request: facet, selected: nil).result(
      counted.counted.map { ($0.source, $0.source, $0.count) }, unknown: counted.unknown)
  }

  private func languageFacet(_ facet: FacetRequest, _ counted: LanguageCounter) -> FacetResult {
    let selected = request.filters.language.map { String($0.lowercased().prefix(2)) }
    return ValueFacet(request: facet, selected: selected).result(
      counted.counted.map { ($0.language, LanguageNames.label(for: $0.language), $0.count) },
      unknown: counted.unknown)
  }

  /// The page of a facet by date, in the interval of the date facet where there is one.
  private func timeline(
    _ counts: FacetCounts, _ filters: FacetFilters, _ dates: DateFacetResult?
  ) throws -> Timeline? {
    guard let wanted = request.timeline, let column = ColumnLayout.Column(wanted.kind),
      let facet = try entityFacet(wanted, column, counts, filters)
    else { return nil }
    let values = try facet.buckets.compactMap { bucket in
      try state.index.entityID(column, value: bucket.value).map {
        TimelineFacet.Value(id: $0, bucket: bucket)
      }
    }
    let interval = dates?.inside?.interval ?? dates?.interval
    return try TimelineFacet(
      column: column, values: values, interval: interval ?? request.dateInterval,
      countsMarkedOnly: countsMarkedOnly(column)
    ).result(
      over: counts.rows(of: wanted.kind), in: ColumnReader(state.reader.columns))
  }

  private func entityFacet(
    _ facet: FacetRequest, _ column: ColumnLayout.Column, _ counts: FacetCounts,
    _ filters: FacetFilters
  ) throws -> FacetResult? {
    let selected = filters.entities(in: column)?.ids
    let within = try selected.flatMap {
      try counts.entities(
        EntityCount(column: column, isWithin: true), leading: facet.leading, selected: $0)
    }
    return try EntityFacet(
      labels: state.labels, request: facet, within: within, selected: selected ?? []
    ).result { known in
      try counts.entities(EntityCount(column: column), leading: facet.leading, selected: known)
    }
  }

  private func countsMarkedOnly(_ column: ColumnLayout.Column) -> Bool {
    request.filters.marked.only(in: column)
  }
}

extension ArticleFilter {
  /// The entities filtered by.
  fileprivate var ids: Set<UInt32> {
    switch self {
    case .entities(_, let entities, _): Set(entities.ids)
    default: []
    }
  }
}

extension QueryPlan {
  /// What snippets show of the query: the words that score, and the bare words as a phrase.
  var matchPattern: MatchPattern {
    pattern(of: frequencies.map(\.term) + (phraseFirst.map { [$0] } ?? []))
  }

  /// What of the query can match in a field: the words that score there.
  func matchPattern(in field: Field) -> MatchPattern {
    let fields: FieldSet = [FieldSet(field), .bigrams]
    return pattern(
      of: frequencies.map(\.term).filter { !terms[$0].fields.isDisjoint(with: fields) })
  }

  private func pattern(of shown: [Int]) -> MatchPattern {
    MatchPattern(
      shown.map { term in
        MatchPattern.Clause(
          terms[term].variants.map { variant in
            MatchPattern.Variant(
              variant.slots.map { MatchPattern.Slot($0) }, slop: variant.slop)
          })
      })
  }
}
