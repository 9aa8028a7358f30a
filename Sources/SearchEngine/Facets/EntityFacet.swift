internal import SearchModel
internal import Tokenizing

/// Makes the buckets of the person or country facet from its counts.
///
/// Of a facet that is filtered, what the hits have comes first, by how many have it; then what they do not
/// have, by its count.
struct EntityFacet {
  private struct Value {
    var id: Int
    /// Hits that have it, where the facet is filtered.
    var within = 0
    /// What orders values that no hit has.
    var count = 0
    /// See ``EntityLabels/Entry/key``.
    var key: UInt64
  }

  let labels: EntityLabels
  let request: FacetRequest
  /// Over the hits; nil where the facet is not filtered.
  let within: (any EntityCounts)?
  /// Ids of the entities filtered by; shown whatever their count and the limit.
  let selected: Set<UInt32>

  /// - Parameter counting: gives the counts, those of these entities in any case; nil: the facet is not
  ///   counted.
  func result(
    counting: (Set<UInt32>) throws -> (any EntityCounts)?
  ) throws -> FacetResult? {
    if request.leading == nil {
      guard let counts = try counting(selected) else { return nil }
      let ranked = try listed(counts)
      return try result(ranked, of: ranked.count, counts)
    }
    let first = try within.map { try leading($0) { Value(id: $0, within: $1, key: $2) } } ?? []
    guard let counts = try counting(selected.union(first.map { UInt32($0.id) })) else { return nil }
    return try result(first + rest(behind: first, counts), of: counts.distinct, counts)
  }

  /// The most frequent that no hit has, where those that hits have leave room.
  private func rest(behind first: [Value], _ counts: any EntityCounts) throws -> [Value] {
    guard first.count < request.leading ?? 0 else { return [] }
    let known = Set(first.map(\.id))
    return try leading(counts) { Value(id: $0, count: $1, key: $2) }
      .filter { !known.contains($0.id) }
  }

  /// The page of the values in order, behind it those filtered by that are not on it.
  private func result(
    _ ranked: [Value], of total: Int, _ counts: any EntityCounts
  ) throws -> FacetResult {
    let page = ranked.dropFirst(request.offset).prefix(request.limit).map(\.id)
    let shown = Set(page)
    let extra = selected.filter { !shown.contains(Int($0)) }.sorted().map { Int($0) }
    let buckets = try (page + extra).map { id in
      let entry = try labels.entry(id)
      return FacetResult.Bucket(
        value: entry.value, label: entry.label, count: counts[id], within: within?[id],
        isSelected: selected.contains(UInt32(id)))
    }
    return FacetResult(buckets: buckets, hasMore: request.offset < total - request.limit)
  }

  /// The most frequent in order, as many as can be shown.
  ///
  /// Of the many that tie for the last places only those are kept that may get one.
  private func leading(
    _ counts: any EntityCounts, _ value: (_ id: Int, _ count: Int, _ key: UInt64) -> Value
  ) throws -> [Value] {
    let wanted = min(request.leading ?? 0, counts.distinct)
    guard wanted > 0 else { return [] }
    let least = counts.count(atRank: wanted)
    var kept: [Value] = []
    var last: Value?
    for (id, count) in counts.counted(atLeast: least) {
      let value = value(id, count, try labels.key(id))
      if let last, try isBefore(last, value) { continue }
      kept.append(value)
      guard kept.count >= 2 * wanted + 32 else { continue }
      kept = Array(try kept.sorted(by: isBefore).prefix(wanted))
      last = kept.last
    }
    return Array(try kept.sorted(by: isBefore).prefix(wanted))
  }

  /// The order of buckets; ties by value.
  private func isBefore(_ left: Value, _ right: Value) throws -> Bool {
    if left.within != right.within { return left.within > right.within }
    if left.within == 0, left.count != right.count { return left.count > right.count }
    if left.key != right.key { return left.key < right.key }
    return try labels.entry(left.id).value < labels.entry(right.id).value
  }

  /// All that the prefix leaves, in the order asked for.
  private func listed(_ counts: any EntityCounts) throws -> [Value] {
    let beginning = LabelBeginning(request.prefix)
    let values = try counts.counted(atLeast: 1)
      .filter { beginning.isIn(try labels.entry($0.id).label) }
      .map { id, count in
        Value(id: id, within: within?[id] ?? 0, count: count, key: try labels.key(id))
      }
    guard request.order == .name else { return try values.sorted(by: isBefore) }
    return try values.map { value in
      let label = try labels.entry(value.id).label
      return (name: LabelBeginning.folded(label), label: label, value: value)
    }
    .sorted { ($0.name, $0.label) < ($1.name, $1.label) }.map(\.value)
  }
}

/// What a facet's labels are asked to have: a word that begins so.
struct LabelBeginning {
  private let prefix: String?

  /// - Parameter prefix: As typed; nil: any label has it.
  init(_ prefix: String?) {
    self.prefix = prefix.map(Self.folded)
  }

  func isIn(_ label: String) -> Bool {
    guard let prefix else { return true }
    let words = Tokenizer().terms(in: label)
    return words.indices.contains { words[$0...].joined(separator: " ").hasPrefix(prefix) }
  }

  /// Without case and accents.
  static func folded(_ text: String) -> String {
    Tokenizer().terms(in: text).joined(separator: " ")
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
