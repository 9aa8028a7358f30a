/// Counts of one facet over all matches, its own filter lifted; where it has one, beside them the
/// counts within the hits, by which buckets then come first.
public struct FacetResult: Sendable, Equatable {
  /// One value and its counts.
  public struct Bucket: Sendable, Equatable {
    /// As a filter takes it: a name, a code, a date; of a week `2025-W36`.
    public var value: String
    /// As people read it.
    public var label: String
    /// Articles that there would be if this value were chosen instead, or besides.
    public var count: Int
    /// Hits that have the value; nil where the facet has no filter, and ``count`` says so.
    public var within: Int?
    /// Whether the request filters by it.
    public var isSelected: Bool

    package init(
      value: String, label: String, count: Int, within: Int? = nil, isSelected: Bool
    ) {
      self.value = value
      self.label = label
      self.count = count
      self.within = within
      self.isSelected = isSelected
    }
  }

  /// Articles without a value.
  public struct Unknown: Sendable, Equatable {
    /// As ``Bucket/count``.
    public var count: Int
    /// As ``Bucket/within``.
    public var within: Int?

    package init(count: Int, within: Int? = nil) {
      self.count = count
      self.within = within
    }
  }

  /// In the order asked for.
  public var buckets: [Bucket]
  /// There are buckets beyond those given.
  public var hasMore: Bool
  /// Of sources and languages: what has none.
  public var unknown: Unknown?

  package init(buckets: [Bucket], hasMore: Bool, unknown: Unknown? = nil) {
    self.buckets = buckets
    self.hasMore = hasMore
    self.unknown = unknown
  }
}

/// The date facet: a run of years, months, weeks or days in calendar order, gaps filled with zeros;
/// the first and the last bucket have articles.
public struct DateFacetResult: Sendable, Equatable {
  /// Never `.auto`.
  public var interval: DateInterval
  /// The buckets, oldest first.
  public var facet: FacetResult
  /// Articles without a date.
  public var undated: Int
  /// Hits without a date; nil where dates have no filter, and ``undated`` says so.
  public var undatedWithin: Int?
  /// Whether articles without a date are filtered by.
  public var undatedIsSelected = false
  /// What lies inside the dates filtered by, in a finer interval; nil where there is no finer one.
  public var inside: Run?

  /// Buckets of one width.
  public struct Run: Sendable, Equatable {
    /// Never `.auto`.
    public var interval: DateInterval
    /// Oldest first.
    public var buckets: [FacetResult.Bucket]

    package init(interval: DateInterval, buckets: [FacetResult.Bucket]) {
      self.interval = interval
      self.buckets = buckets
    }
  }

  package init(interval: DateInterval, facet: FacetResult, undated: Int) {
    self.interval = interval
    self.facet = facet
    self.undated = undated
  }
}
