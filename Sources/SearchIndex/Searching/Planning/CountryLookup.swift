internal import GRDB
internal import IndexDefinition
internal import Tokenizing

/// Finds the country that a code or name as typed means.
struct CountryLookup {
  private static let suggestionLimit = 3
  let database: Database

  /// The alpha-2 code.
  ///
  /// - Throws: ``UnknownFilterValue`` naming the nearest countries.
  func code(of name: String) throws -> String {
    let known = try names()
    let typed = Tokenizer().terms(in: name)
    if let country = known.first(where: { $0.code == name.uppercased() }) { return country.code }
    if let country = known.first(where: { $0.terms == typed }) { return country.code }
    let joined = typed.joined(separator: " ")
    let near = known.map { country in
      let label = country.terms.joined(separator: " ")
      return (distance: EditDistance.distance(joined, label, limit: 3), label: country.label)
    }
    let suggestions = near.filter { $0.distance <= 3 }.sorted { $0 < $1 }
      .prefix(Self.suggestionLimit).map(\.label)
    let remedy =
      suggestions.isEmpty
      ? "give an ISO code such as FR or an English name"
      : "did you mean \(suggestions.joined(separator: " or "))?"
    throw UnknownFilterValue("no country is called \(name): \(remedy)")
  }

  private func names() throws -> [(code: String, label: String, terms: [String])] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT value, label FROM entity WHERE kind = 'country' ORDER BY value")
    let tokenizer = Tokenizer()
    return rows.map { ($0[0], $0[1], tokenizer.terms(in: $0[1])) }
  }
}
