internal import IndexDefinition
package import SearchIndex

extension JSONWriter {
  /// One answer as `wsearch query --json` prints it; `queryID` comes first in a batch run.
  package mutating func results(_ results: SearchResults, queryID: String? = nil) {
    object { json in
      if let queryID { json.field("qid", queryID) }
      json.field("query", results.text)
      json.field("understood", results.understood)
      json.field("total", results.total)
      json.field("seconds", results.seconds)
      json.array("hits", results.hits) { $0.hit($1) }
      json.object("facets") { $0.facets(of: results) }
      json.array("notes", results.notes) { $0.value($1) }
    }
  }

  private mutating func hit(_ hit: Hit) {
    object { json in
      json.field("id", hit.id)
      json.field("score", hit.score)
      json.field("title", hit.title)
      json.field("date", hit.date?.description)
      json.field("source", hit.source)
      json.field("url", hit.url)
      json.field("path", hit.path)
      json.field("snippet", hit.snippet.text)
      json.array("highlights", hit.snippet.highlights) { json, range in
        json.array([range.lowerBound, range.upperBound]) { $0.value($1) }
      }
      json.array("people", hit.people) { $0.value($1) }
      json.array("countries", hit.countries) { $0.value($1) }
    }
  }

  private mutating func facets(of results: SearchResults) {
    if let people = results.people { object("person") { $0.fields(of: people) } }
    if let countries = results.countries { object("country") { $0.fields(of: countries) } }
    if let dates = results.dates {
      object("date") { json in
        json.field("interval", dates.interval.rawValue)
        json.field("undated", dates.undated)
        json.fields(of: dates.facet)
      }
    }
  }

  private mutating func fields(of facet: FacetResult) {
    array("buckets", facet.buckets) { json, bucket in
      json.object { json in
        json.field("value", bucket.value)
        json.field("label", bucket.label)
        json.field("count", bucket.count)
        json.field("selected", bucket.isSelected)
      }
    }
    field("more", facet.hasMore)
  }
}
