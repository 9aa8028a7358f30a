internal import SearchModel
internal import Tokenizing

/// Makes the buckets of the person or country facet from its counts.
struct EntityFacet {
  private struct Value {
    var id: Int
    var count: Int
    /// See ``EntityLabels/Entry/key``.
    var key: UInt64
  }

  let labels: EntityLabels
  let request: FacetRequest
  let counts: any EntityCounts
  /// Ids of the entities filtered by; shown whatever their count and the limit.
  let selected: Set<UInt32>

  func result() throws -> FacetResult {
    let ranked = request.leading == nil ? try listed() : try leading()
    let total = request.leading == nil ? ranked.count : counts.distinct
    let page = ranked.dropFirst(request.offset).prefix(request.limit)
    let shown = Set(page.map(\.id))
    let extra = try selected.filter { !shown.contains(Int($0)) }.sorted().map { id in
      try value(Int(id), counts[Int(id)])
    }
    let buckets = try (page + extra).map { ranked in
      let entry = try labels.entry(ranked.id)
      return FacetResult.Bucket(
        value: entry.value, label: entry.label, count: ranked.count,
        isSelected: selected.contains(UInt32(ranked.id)))
    }
    return FacetResult(buckets: buckets, hasMore: request.offset < total - request.limit)
  }

  /// The most frequent in order, as many as can be shown.
  ///
  /// Of the many that tie for the last places only those are kept that may get one.
  private func leading() throws -> [Value] {
    let wanted = min(request.leading ?? 0, counts.distinct)
    guard wanted > 0 else { return [] }
    let least = counts.count(atRank: wanted)
    var kept: [Value] = []
    var last: Value?
    for (id, count) in counts.counted(atLeast: least) {
      let value = try value(id, count)
      if let last, try isBefore(last, value) { continue }
      kept.append(value)
      guard kept.count >= 2 * wanted + 32 else { continue }
      kept = Array(try kept.sorted(by: isBefore).prefix(wanted))
      last = kept.last
    }
    return Array(try kept.sorted(by: isBefore).prefix(wanted))
  }

  /// The order of buckets: the most frequent first, ties by value.
  private func isBefore(_ left: Value, _ right: Value) throws -> Bool {
    if left.count != right.count { return left.count > right.count }
    if left.key != right.key { return left.key < right.key }
    return try labels.entry(left.id).value < labels.entry(right.id).value
  }

  /// All that the prefix leaves, in the order asked for.
  private func listed() throws -> [Value] {
    let tokenizer = Tokenizer()
    let prefix = request.prefix.map { tokenizer.terms(in: $0).joined(separator: " ") }
    let values = try counts.counted(atLeast: 1).map { try value($0.id, $0.count) }.filter { value in
      guard let prefix else { return true }
      let words = tokenizer.terms(in: try labels.entry(value.id).label)
      return words.indices.contains { words[$0...].joined(separator: " ").hasPrefix(prefix) }
    }
    return request.order == .name
      ? try alphabetical(values, tokenizer) : try values.sorted(by: isBefore)
  }

  /// By name, whatever its case and accents.
  private func alphabetical(_ values: [Value], _ tokenizer: Tokenizer) throws -> [Value] {
    try values.map { value in
      let label = try labels.entry(value.id).label
      return (name: tokenizer.terms(in: label).joined(separator: " "), label: label, value: value)
    }
    .sorted { ($0.name, $0.label) < ($1.name, $1.label) }.map(\.value)
  }

  private func value(_ id: Int, _ count: Int) throws -> Value {
    Value(id: id, count: count, key: try labels.key(id))
  }
}

extension FacetRequest {
  /// How many of the most frequent values are needed; nil: all.
  ///
  /// The two may be as great as numbers are: their sum stops there.
  var leading: Int? {
    prefix != nil || order == .name ? nil : min(offset, .max - limit) + limit
  }
}
