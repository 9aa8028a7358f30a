internal import SearchModel

/// Makes the buckets of a facet whose values are few enough to be put in order all at once, and of
/// which an article has one: sources, languages.
///
/// In the order of ``EntityFacet``.
struct ValueFacet {
  typealias Counted = (value: String, label: String, count: Int)

  let request: FacetRequest
  /// The value filtered by; shown whatever its count and the limit.
  let selected: String?

  /// - Parameter unknown: articles without a value.
  func result(_ counted: [Counted], unknown: Int) -> FacetResult {
    let ranked = ranked(counted)
    let page = ranked.dropFirst(request.offset).prefix(request.limit)
    let extra = counted.filter { isSelected($0) && !page.map(\.value).contains($0.value) }
    return FacetResult(
      buckets: (page + extra).map(bucket),
      hasMore: request.offset < ranked.count - request.limit,
      unknown: .init(count: unknown, within: selected.map { _ in 0 }))
  }

  private func bucket(_ counted: Counted) -> FacetResult.Bucket {
    FacetResult.Bucket(
      value: counted.value, label: counted.label, count: counted.count,
      within: selected.map { _ in within(counted) }, isSelected: isSelected(counted))
  }

  private func isSelected(_ counted: Counted) -> Bool { counted.value == selected }

  /// Hits that have it, where the facet is filtered: an article has one value alone.
  private func within(_ counted: Counted) -> Int { isSelected(counted) ? counted.count : 0 }

  private func ranked(_ counted: [Counted]) -> [Counted] {
    let beginning = LabelBeginning(request.prefix)
    let values = counted.filter { beginning.isIn($0.label) }
    if request.order == .name {
      return values.map { (name: LabelBeginning.folded($0.label), value: $0) }
        .sorted { ($0.name, $0.value.label) < ($1.name, $1.value.label) }.map(\.value)
    }
    return values.sorted { left, right in
      (within(right), right.count, left.value) < (within(left), left.count, right.value)
    }
  }
}
