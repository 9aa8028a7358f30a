/// How files are read, from the command line.
package struct ReadingOptions: Sendable {
  /// Forces a format, one of ``formats``; nil: by name and content.
  package var format: String?
  /// Source key → our field (`headline` → `title`), tried before the built-in names.
  package var fieldNames: [String: String]
  /// What dates such as 03/04/2025 mean where a file's other dates do not say it.
  package var dateOrder: DateOrder?
  /// What texts are in; nil: as they say, UTF-8, or as their bytes suggest.
  package var encoding: String?

  /// What `format` may be.
  package static var formats: [String] { FileFormat.allCases.map(\.rawValue) }

  package init(
    format: String? = nil, fieldNames: [String: String] = [:], dateOrder: DateOrder? = nil,
    encoding: String? = nil
  ) {
    self.encoding = encoding
    self.dateOrder = dateOrder
    self.format = format
    self.fieldNames = fieldNames
  }
}
