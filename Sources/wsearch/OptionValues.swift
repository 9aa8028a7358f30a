package import ArticleReading
package import CommandLineOptions
package import IndexDefinition
internal import SearchModel

extension ValueKind {
  static let words = ValueKind("WORD", takes: "a word or several in a row", example: "Villa")
  static let person = ValueKind(
    "NAME", takes: "a person's name", example: "\"Keir Starmer\"",
    completion: .values(IndexCompletion.Kind.person.rawValue))

  static let country = ValueKind(
    "COUNTRY", takes: "a country's code or name", example: "FR",
    completion: .values(IndexCompletion.Kind.country.rawValue))

  static let query = ValueKind(
    "WORDS", takes: "words of a query", example: "peace",
    completion: .values(IndexCompletion.Kind.words.rawValue))
}

extension CalendarDate: OptionValue {
  package init?(argument: String) {
    self.init(argument)
  }

  package static var kind: ValueKind {
    ValueKind("DATE", takes: "a date such as 2025, 2025-09 or 2025-09-07", example: "2025-09")
  }
}

extension HalfLife: OptionValue {
  package init?(argument: String) {
    self.init(argument)
  }

  package static var kind: ValueKind {
    ValueKind(
      "AGE",
      takes: "a number of hours, days, weeks, months or years such as 12h, 30d, 6w, 6m or 1y",
      example: "30d")
  }
}

extension Cursor: OptionValue {
  package init?(argument: String) {
    self.init(argument)
  }

  package static var kind: ValueKind {
    ValueKind(
      "CURSOR", takes: "the whole cursor that the page before gave as JSON, by this version",
      example: "CURSOR")
  }
}

extension SearchRequest.MatchMode: OptionValue {}
extension SearchRequest.Sort: OptionValue {}
extension SearchRequest.Ranking: OptionValue {}
extension FacetRequest.Order: OptionValue {}
extension DateInterval: OptionValue {}
extension ColorMode: OptionValue {}
extension DateOrder: OptionValue {}

/// How many hits to print: a number from 0, or `all`.
struct HitLimit: OptionValue, CustomStringConvertible {
  let count: Int

  init(count: Int) {
    self.count = count
  }

  init?(argument: String) {
    let count = argument == "all" ? Int.max : Int(argument)
    guard let count, count >= 0 else { return nil }
    self.count = count
  }

  static var kind: ValueKind {
    ValueKind("N", takes: "a number from 0 or all", example: "20")
  }

  var description: String { count == .max ? "all" : "\(count)" }
}

/// A time on the command line; none is 0.
struct Seconds: OptionValue, CustomStringConvertible {
  let count: Double

  init(count: Double) {
    self.count = count
  }

  init?(argument: String) {
    guard let count = Double(argument), count >= 0, count < 1e9 else { return nil }
    self.count = count
  }

  static var kind: ValueKind {
    ValueKind("SECONDS", takes: "seconds such as 2.5, or 0 for no end", example: "2.5")
  }

  var description: String { count == count.rounded() ? "\(Int(count))" : "\(count)" }
}
