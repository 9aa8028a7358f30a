internal import IndexDefinition

/// A CSV file: the first record names the columns, every other one is an article.
struct CSVTable {
  let file: SourceFile
  var names: FieldNames

  mutating func events(_ text: String) -> [ReadingEvent] {
    var records = CSVRecords(text)
    guard let header = records.next()?.fields else { return [] }
    var events: [ReadingEvent] = []
    while let record = records.next() {
      let place = "line \(record.line)"
      if record.fields.count == header.count {
        events += draft(header, record.fields)
          .events(file: file, place: place, remedy: .nameBodyColumn)
      } else {
        let message =
          "\(record.fields.count) fields where the first line names \(header.count);"
          + " mend the line's quotes"
        events.append(.failure(ReadingFailure(path: file.path, place: place, message: message)))
      }
    }
    return events
  }

  /// The columns' fields, best name first; what has no field goes to `extra`.
  private mutating func draft(_ header: [String], _ fields: [String]) -> ArticleDraft {
    var draft = ArticleDraft()
    var ranks: [ArticleField: (rank: Int, key: String)] = [:]
    var extra: [String: String] = [:]
    for (key, value) in zip(header, fields) where !value.isEmpty {
      guard let meaning = names.meaning(of: key), meaning.rank < ranks[meaning.field]?.rank ?? .max
      else {
        extra[key] = value
        continue
      }
      if let loser = ranks[meaning.field]?.key { extra[loser] = draft[meaning.field] }
      ranks[meaning.field] = (meaning.rank, key)
      draft[meaning.field] = value
    }
    draft.extra = extra.isEmpty ? nil : JSONText.object(extra.mapValues(JSONText.string))
    return draft
  }
}
