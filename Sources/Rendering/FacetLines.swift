package import SearchModel

/// Writes the facets of an answer as CSV, a bucket a line, for spreadsheets.
package struct FacetLines {
  private let results: SearchResults
  private let queryID: String?
  private let record: CSVRecord

  /// - Parameters:
  ///   - queryID: stands first in a batch.
  ///   - isRaw: see ``CSVRecord/isRaw``.
  package init(_ results: SearchResults, queryID: String? = nil, isRaw: Bool = false) {
    self.results = results
    self.queryID = queryID
    record = CSVRecord(isRaw: isRaw)
  }

  package static func head(isBatch: Bool) -> String {
    (isBatch ? "qid," : "") + "kind,value,label,count,within\r\n"
  }

  /// Facet after facet; what has no value comes last of each, its value empty.
  package var text: String {
    var lines = ""
    if let people = results.people { lines += text("person", people) }
    if let countries = results.countries { lines += text("country", countries) }
    if let dates = results.dates {
      let undated = FacetResult.Unknown(count: dates.undated, within: dates.undatedWithin)
      lines += text("date", dates.facet, (label: "undated", undated))
    }
    if let sources = results.sources { lines += text("source", sources) }
    if let languages = results.languages { lines += text("language", languages) }
    return lines
  }

  private func text(
    _ kind: String, _ facet: FacetResult, _ without: (label: String, FacetResult.Unknown)? = nil
  ) -> String {
    let buckets = facet.buckets.map { line(kind, $0.value, $0.label, $0.count, $0.within) }
    let unknown = without ?? facet.unknown.map { ("unknown", $0) }
    let last = unknown.map { $1.count > 0 ? line(kind, "", $0, $1.count, $1.within) : "" } ?? ""
    return buckets.joined() + last
  }

  /// `within` is the count itself where the facet has no filter.
  private func line(
    _ kind: String, _ value: String, _ label: String, _ count: Int, _ within: Int?
  ) -> String {
    record.text(
      (queryID.map { [$0] } ?? []) + [kind, value, label, "\(count)", "\(within ?? count)"])
  }
}
