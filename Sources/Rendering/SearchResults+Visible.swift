internal import OperatingSystem
internal import SearchModel

/// Answers as a terminal may be given them: what strangers wrote commands nothing.
extension SearchResults {
  var visible: SearchResults {
    var shown = self
    shown.text = text.visible
    shown.understood = understood.visible
    shown.tree = tree?.visibleLines
    shown.notes = notes.map(\.visible)
    shown.hits = hits.map(\.visible)
    shown.offers = offers.map(\.visible)
    shown.people = people?.visible
    shown.countries = countries?.visible
    shown.sources = sources?.visible
    shown.languages = languages?.visible
    shown.timeline = timeline?.visible
    return shown
  }
}

extension Hit {
  fileprivate var visible: Hit {
    var shown = self
    shown.id = id.visible
    shown.title = title.visible
    shown.source = source?.visible
    shown.url = url?.visible
    shown.path = path.visible
    shown.snippet = snippet.visible
    shown.passages = passages.map(\.visible)
    shown.byline = byline?.visible
    shown.language = language?.visible
    shown.missing = missing.map(\.visible)
    shown.people = people.map(\.visible)
    shown.countries = countries.map(\.visible)
    shown.explanation = explanation.map {
      ScorePart($0.kind, name: $0.name.visible, value: $0.value)
    }
    return shown
  }
}

extension Snippet {
  /// Highlights move along with their text.
  var visible: Snippet {
    let bytes = Array(text.utf8)
    var shown = Snippet(text: "", highlights: [])
    var end = 0
    for range in highlights {
      shown.text += String(decoding: bytes[end..<range.lowerBound], as: UTF8.self).visible
      let start = shown.text.utf8.count
      shown.text += String(decoding: bytes[range], as: UTF8.self).visible
      shown.highlights.append(start..<shown.text.utf8.count)
      end = range.upperBound
    }
    shown.text += String(decoding: bytes[end...], as: UTF8.self).visible
    return shown
  }
}

extension Offer {
  fileprivate var visible: Offer {
    Offer(kind: kind, value: value.visible, count: count, words: words.visible, query: query)
  }
}

extension FacetResult {
  fileprivate var visible: FacetResult {
    var shown = self
    shown.buckets = buckets.map { bucket in
      var bucket = bucket
      (bucket.value, bucket.label) = (bucket.value.visible, bucket.label.visible)
      return bucket
    }
    return shown
  }
}

extension Timeline {
  fileprivate var visible: Timeline {
    var shown = self
    shown.series = series.map { row in
      var row = row
      (row.value, row.label) = (row.value.visible, row.label.visible)
      return row
    }
    return shown
  }
}
