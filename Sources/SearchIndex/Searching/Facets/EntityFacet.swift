internal import Tokenizing

/// Makes the buckets of the person or country facet from its counts.
struct EntityFacet {
  private struct Value {
    var id: Int
    var count: Int
    var value: String
    var label: String

    /// The order of buckets: the most frequent first, ties by value.
    static func isBefore(_ left: Value, _ right: Value) -> Bool {
      left.count != right.count ? left.count > right.count : left.value < right.value
    }
  }

  let labels: EntityLabels
  let request: FacetRequest
  let counter: EntityCounter
  /// Ids of the entities filtered by; shown whatever their count and the limit.
  let selected: Set<UInt32>

  func result() throws -> FacetResult {
    let isWhole = request.prefix != nil || request.order == .name
    let ranked = isWhole ? try listed() : try leading()
    let total = isWhole ? ranked.count : counter.distinct
    let page = ranked.dropFirst(request.offset).prefix(request.limit)
    let shown = Set(page.map(\.id))
    let extra = try selected.filter { !shown.contains(Int($0)) }.sorted().map { id in
      try value(Int(id), counter[Int(id)])
    }
    let buckets = (page + extra).map { entry in
      FacetResult.Bucket(
        value: entry.value, label: entry.label, count: entry.count,
        isSelected: selected.contains(UInt32(entry.id)))
    }
    return FacetResult(buckets: buckets, hasMore: request.offset + request.limit < total)
  }

  /// The most frequent in order, as many as can be shown.
  ///
  /// Of the many that tie for the last places only those are kept that may get one.
  private func leading() throws -> [Value] {
    let wanted = request.offset + request.limit
    guard wanted > 0 else { return [] }
    let least = counter.count(atRank: wanted)
    var kept: [Value] = []
    var last: Value?
    for (id, count) in counter.counted(atLeast: least) {
      let value = try value(id, count)
      if let last, Value.isBefore(last, value) { continue }
      kept.append(value)
      guard kept.count >= 2 * wanted + 32 else { continue }
      kept = Array(kept.sorted(by: Value.isBefore).prefix(wanted))
      last = kept.last
    }
    return Array(kept.sorted(by: Value.isBefore).prefix(wanted))
  }

  /// All that the prefix leaves, in the order asked for.
  private func listed() throws -> [Value] {
    let tokenizer = Tokenizer()
    let prefix = request.prefix.map { tokenizer.terms(in: $0).joined(separator: " ") }
    let values = try counter.counted().map { try value($0.id, $0.count) }.filter { value in
      guard let prefix else { return true }
      let words = tokenizer.terms(in: value.label)
      return words.indices.contains { words[$0...].joined(separator: " ").hasPrefix(prefix) }
    }
    return request.order == .name
      ? Self.alphabetical(values, tokenizer) : values.sorted(by: Value.isBefore)
  }

  /// By name, whatever its case and accents.
  private static func alphabetical(_ values: [Value], _ tokenizer: Tokenizer) -> [Value] {
    values.map { (key: tokenizer.terms(in: $0.label).joined(separator: " "), value: $0) }
      .sorted { ($0.key, $0.value.label) < ($1.key, $1.value.label) }.map(\.value)
  }

  private func value(_ id: Int, _ count: Int) throws -> Value {
    let entry = try labels.entry(id)
    return Value(id: id, count: count, value: entry.value, label: entry.label)
  }
}
