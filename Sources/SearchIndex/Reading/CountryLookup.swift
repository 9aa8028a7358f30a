internal import IndexDefinition
internal import SearchModel

/// Finds the country that a code or name as typed means.
enum CountryLookup {
  /// The alpha-2 code.
  ///
  /// - Throws: ``UnknownFilterValue`` naming the nearest countries.
  static func code(of name: String) throws -> String {
    if let code = CountryNames.code(for: name) { return code }
    let suggestions = CountryNames.suggestions(for: name)
    let remedy =
      suggestions.isEmpty
      ? "give an ISO code such as FR or an English name"
      : "did you mean \(suggestions.joined(separator: " or "))?"
    throw UnknownFilterValue("no country is called \(name): \(remedy)")
  }
}
