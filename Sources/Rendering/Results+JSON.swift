internal import IndexDefinition
package import SearchModel

extension JSONWriter {
  /// One answer as `wsearch query --json` prints it; `queryID` comes first in a batch run.
  package mutating func results(_ results: SearchResults, queryID: String? = nil) {
    object { json in
      if let queryID { json.field("qid", queryID) }
      json.field("query", results.text)
      json.field("understood", results.understood)
      if let tree = results.tree { json.field("tree", tree) }
      json.field("total", results.isTotalExact ? results.total : nil)
      json.field("total_stories", results.totalStories)
      json.field("total_partial", results.totalPartial)
      if let doubtful = results.doubtful { json.field("doubtful", doubtful) }
      json.field("seconds", results.seconds)
      json.array("hits", results.hits) { $0.hit($1) }
      json.field("cursor", results.next?.description)
      json.object("facets") { json in
        json.field("over", results.totalPartial > 0 ? "partial" : "all")
        if results.facetsCountStories { json.field("count", "stories") }
        json.facets(of: results)
      }
      json.array("corrected", results.corrected) { json, word in
        json.object { json in
          json.field("typed", word.typed)
          json.field("searched", word.searched)
        }
      }
      json.array("offers", results.offers) { json, offer in
        json.object { json in
          json.field("kind", offer.kind.rawValue)
          json.field("value", offer.value)
          json.field("count", offer.count)
        }
      }
      if let timeline = results.timeline { json.timeline(timeline) }
      json.array("notes", results.notes) { $0.value($1) }
    }
  }

  /// A hit alone, as a line of an export, with all that is known of its article.
  package mutating func exportedHit(_ hit: Hit, queryID: String?) {
    object { json in
      if let queryID { json.field("qid", queryID) }
      json.fields(of: hit)
      json.field("byline", hit.byline)
      json.field("language", hit.language)
      if let body = hit.body { json.field("body", body) }
    }
  }

  private mutating func hit(_ hit: Hit) {
    object { $0.fields(of: hit) }
  }

  private mutating func fields(of hit: Hit) {
    field("id", hit.id)
    field("score", hit.score)
    field("title", hit.title)
    field("date", hit.date?.description)
    if let moment = hit.publishedAt { field("published_at", moment) }
    field("source", hit.source)
    field("url", hit.url)
    field("path", hit.path)
    if let place = hit.place { self.place(place, page: hit.page) }
    field("story", hit.story)
    if !hit.duplicatePlaces.isEmpty { places("duplicates", hit.duplicatePlaces) }
    field("snippet", hit.snippet.text)
    highlights(of: hit.snippet)
    if !hit.passages.isEmpty {
      array("passages", hit.passages) { json, passage in
        json.object { json in
          json.field("text", passage.text)
          json.highlights(of: passage)
        }
      }
    }
    array("missing", hit.missing) { $0.value($1) }
    array("people", hit.people) { $0.value($1) }
    array("countries", hit.countries) { $0.value($1) }
    if !hit.explanation.isEmpty {
      array("explain", hit.explanation) { json, part in
        json.object { json in
          json.field("part", part.kind.rawValue)
          json.field("name", part.name)
          json.field("value", part.value)
        }
      }
    }
  }

  private mutating func highlights(of snippet: Snippet) {
    array("highlights", snippet.highlights) { json, range in
      json.array([range.lowerBound, range.upperBound]) { $0.value($1) }
    }
  }

  private mutating func facets(of results: SearchResults) {
    if let people = results.people { object("person") { $0.fields(of: people) } }
    if let countries = results.countries { object("country") { $0.fields(of: countries) } }
    if let dates = results.dates { object("date") { $0.fields(of: dates) } }
    if let sources = results.sources { object("source") { $0.fields(of: sources) } }
    if let languages = results.languages { object("language") { $0.fields(of: languages) } }
  }

  private mutating func fields(of dates: DateFacetResult) {
    field("interval", dates.interval.rawValue)
    field("undated", dates.undated)
    if let within = dates.undatedWithin { field("undated_within", within) }
    field("undated_selected", dates.undatedIsSelected)
    fields(of: dates.facet)
    if let inside = dates.inside {
      object("within") { json in
        json.field("interval", inside.interval.rawValue)
        json.buckets(inside.buckets)
      }
    }
  }

  private mutating func fields(of facet: FacetResult) {
    buckets(facet.buckets)
    if let unknown = facet.unknown {
      field("unknown", unknown.count)
      if let within = unknown.within { field("unknown_within", within) }
    }
    field("more", facet.hasMore)
  }

  private mutating func timeline(_ timeline: Timeline) {
    object("timeline") { json in
      json.field("facet", timeline.kind.rawValue)
      json.field("interval", timeline.interval.rawValue)
      json.array("dates", timeline.dates) { $0.value(timeline.interval.value(of: $1)) }
      json.array("series", timeline.series) { json, series in
        json.object { json in
          json.field("value", series.value)
          json.field("label", series.label)
          json.array("counts", series.counts) { $0.value($1) }
          json.field("undated", series.undated)
        }
      }
    }
  }

  private mutating func buckets(_ buckets: [FacetResult.Bucket]) {
    array("buckets", buckets) { json, bucket in
      json.object { json in
        json.field("value", bucket.value)
        json.field("label", bucket.label)
        json.field("count", bucket.count)
        if let within = bucket.within { json.field("within", within) }
        json.field("selected", bucket.isSelected)
      }
    }
  }
}
