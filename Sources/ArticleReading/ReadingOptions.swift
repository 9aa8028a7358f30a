/// How files are read, from the command line.
package struct ReadingOptions: Sendable {
  /// Forces a format, one of ``formats``; nil: by name and content.
  package var format: String?
  /// Source key → our field (`headline` → `title`), tried before the built-in names.
  package var fieldNames: [String: String]

  /// What `format` may be.
  package static var formats: [String] { FileFormat.allCases.map(\.rawValue) }

  package init(format: String? = nil, fieldNames: [String: String] = [:]) {
    self.format = format
    self.fieldNames = fieldNames
  }
}
