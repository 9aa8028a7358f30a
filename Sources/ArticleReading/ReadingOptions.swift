/// How files are read, from the command line.
package struct ReadingOptions: Sendable {
  /// Forces a format (`text`, `markdown`, `html`, `json`, `jsonl`, …); nil: by name and content.
  package var format: String?
  /// Source key → our field (`headline` → `title`), tried before the built-in names.
  package var fieldNames: [String: String]

  package init(format: String? = nil, fieldNames: [String: String] = [:]) {
    self.format = format
    self.fieldNames = fieldNames
  }
}
