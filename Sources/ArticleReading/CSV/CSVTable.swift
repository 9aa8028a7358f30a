internal import IndexDefinition

/// A CSV file: every record is an article, its columns named by the first record.
///
/// Where the first record names nothing that is known, the columns are told by what they hold.
struct CSVTable {
  let file: SourceFile
  var names: FieldNames

  mutating func read(_ reader: ByteReader, _ receive: (ReadingEvent) throws -> Void) rethrows {
    var records = CSVRecords(reader, encoding: file.encoding)
    guard let first = records.next() else { return }
    var header = first.fields
    var waiting: [CSVRecords.Record] = []
    if !header.contains(where: { names.meaning(of: $0) != nil }) {
      waiting = [first]
      while waiting.count < 50, let record = records.next() { waiting.append(record) }
      if let guess = CSVColumns(waiting.map(\.fields)).header {
        header = guess
        let message =
          "no line names the columns; they are taken for \(guess.joined(separator: ", "))"
        try receive(.failure(ReadingFailure(path: file.path, place: "line 1", message: message)))
      } else {
        waiting.removeFirst()
      }
    }
    var isEmpty = true
    while let record = waiting.isEmpty ? records.next() : waiting.removeFirst() {
      isEmpty = false
      let place = SourcePlace(line: record.line, bytes: record.bytes)
      for event in events(record, header) {
        try receive(event.dated(by: file).lying(at: place))
      }
    }
    if isEmpty {
      let message = "a line of names and no record; fetch the file again"
      try receive(.failure(ReadingFailure(path: file.path, message: message)))
    }
  }

  private mutating func events(_ record: CSVRecords.Record, _ header: [String]) -> [ReadingEvent] {
    let place = "line \(record.line)"
    func failure(_ message: String, _ kind: ReadingFailure.Kind = .damaged) -> ReadingEvent {
      .failure(ReadingFailure(path: file.path, place: place, message: message, kind: kind))
    }
    if record.fields.isEmpty { return [failure("a record of more than 64 MB; mend its quotes")] }
    var fields = record.fields
    while fields.count > header.count, fields.last == "" { fields.removeLast() }
    guard fields.count == header.count else {
      return [
        failure(
          "\(record.fields.count) fields where the first line names \(header.count);"
            + " mend the line's quotes")
      ]
    }
    let damage = record.damage.map {
      failure("byte \($0.byte) of the record: " + $0.advice, .encoding)
    }
    return draft(header, fields).events(file: file, place: place, remedy: .nameBodyColumn)
      + (damage.map { [$0] } ?? [])
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
    if draft[.body] == nil, let key = ranks[.title]?.key, FieldNames.isWeakTitle(key) {
      extra[key] = draft.fields.removeValue(forKey: .title)
    }
    for field in [ArticleField.title, .body] {
      guard let text = draft[field], MarkupSigns.areMet(in: text) else { continue }
      let page = HTMLParser.parse(EscapedMarkup.divided(text))
      draft[field] = field == .body ? page.paragraphs : page.text
    }
    draft.extra = extra.isEmpty ? nil : JSONText.object(extra.mapValues(JSONText.string))
    return draft
  }
}

/// What columns hold, told from some records, where no line names them.
struct CSVColumns {
  private let records: [[String]]

  init(_ records: [[String]]) {
    self.records = records
  }

  /// Our names for the columns, `column 3` where nothing tells; nil when there is no text among them.
  var header: [String]? {
    let count = records.first?.count ?? 0
    guard count > 1, records.allSatisfy({ $0.count == count }) else { return nil }
    var header = (0..<count).map { "column \($0 + 1)" }
    let lengths = (0..<count).map { column in
      records.reduce(0) { $0 + $1[column].utf8.count } / records.count
    }
    guard let body = lengths.indices.max(by: { lengths[$0] < lengths[$1] }), lengths[body] >= 30
    else { return nil }
    header[body] = "body"
    for column in 0..<count where column != body {
      if !header.contains("date"),
        share(column, { PublicationDate.parse($0) != nil && $0.count >= 8 })
      {
        header[column] = "date"
      } else if !header.contains("url"), share(column, { $0.contains("://") }) {
        header[column] = "url"
      } else if !header.contains("id"), column == 0,
        share(column, { !$0.contains(" ") && $0.count < 40 })
      {
        header[column] = "id"
      }
    }
    let titles = lengths.indices.filter { header[$0].hasPrefix("column") && 8...200 ~= lengths[$0] }
    if let title = titles.max(by: { lengths[$0] < lengths[$1] }) { header[title] = "title" }
    return header
  }

  /// True when nearly all values of a column are so.
  private func share(_ column: Int, _ isSo: (String) -> Bool) -> Bool {
    records.count { isSo($0[column]) } * 10 >= records.count * 9
  }
}
