extension JSONValue {
  /// A value as text, however it is wrapped: a number as written, a list's texts joined, an
  /// object's name (`{"name": "Reuters"}`); nil for null and for what holds no text.
  func plainText(separator: String) -> String? {
    switch kind {
    case .string, .escapedString: text
    case .number, .boolean: source
    case .null: nil
    case .array: joined(separator)
    case .object: name(separator)
    }
  }

  /// Of forms of one text, as ninjs 2 and 3 have them (`[{"role": "main", "value": …}]`), the one that is
  /// no lesser one, the longest where several are; of other lists all.
  private func joined(_ separator: String) -> String? {
    if let form = TextForms(self).best { return form }
    var texts: [String] = []
    var scanner = JSONScanner(bytes)
    try? scanner.elements { (element) throws(JSONSyntaxError) in
      if let text = element.plainText(separator: separator) { texts.append(text) }
    }
    return texts.isEmpty ? nil : texts.joined(separator: separator)
  }

  /// The member that names the object, the first of ``nameKeys`` that it has.
  private func name(_ separator: String) -> String? {
    var best: (rank: Int, text: String)?
    var scanner = JSONScanner(bytes)
    try? scanner.members { (key, value) throws(JSONSyntaxError) in
      guard let rank = Self.nameKeys.firstIndex(where: { $0 == key.text }),
        rank < best?.rank ?? .max,
        let text = value.plainText(separator: separator), !text.isEmpty
      else { return }
      best = (rank, text)
    }
    return best?.text
  }

  /// `{"rendered": …}` of WordPress, `{"main": …}` and `{"original": …}` of the New York Times,
  /// `{"$date": …}` and its like of MongoDB.
  private static let nameKeys = [
    "name", "title", "text", "value", "rendered", "content", "main", "original", "by", "$date",
    "$numberLong",
    "$oid", "#text", "displayName", "full_name", "id",
  ]
}
