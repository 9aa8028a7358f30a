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

  private func joined(_ separator: String) -> String? {
    var texts: [String] = []
    var scanner = JSONScanner(bytes)
    try? scanner.elements { (element) throws(JSONSyntaxError) in
      if let text = element.plainText(separator: separator) { texts.append(text) }
    }
    return texts.isEmpty ? nil : texts.joined(separator: separator)
  }

  private func name(_ separator: String) -> String? {
    var name: String?
    var scanner = JSONScanner(bytes)
    try? scanner.members { (key, value) throws(JSONSyntaxError) in
      if name == nil, ["name", "title", "text", "value", "rendered", "content"].contains(key.text) {
        name = value.plainText(separator: separator)
      }
    }
    return name
  }
}
