internal import CommandLineOptions
internal import IndexDefinition
internal import SearchModel

/// The filters of `wsearch query`.
struct FilterOptions: OptionGroup {
  @Option(
    "person", "Articles that name this person; given again: or this one.", takes: .person,
    isCommon: true)
  var person: [String]

  @Option("not-person", "Not articles that name this person.", takes: .person)
  var notPerson: [String]

  @Option(
    "country", "Articles that name this country (code or name); given again: or this one.",
    takes: .country, isCommon: true)
  var country: [String]

  @Option("not-country", "Not articles that name this country.", takes: .country)
  var notCountry: [String]

  @Flag("country-focus", "Counts and filters only the countries that an article is about.")
  var countryFocus

  @Flag("person-strict", "People count only where an article gives more than a name alone.")
  var personStrict

  @Option("from", "From this date on; a year or a month will do.", isCommon: true)
  var from: CalendarDate?

  @Option("to", "Up to this date, included; a year or a month will do.", isCommon: true)
  var to: CalendarDate?

  @Flag("undated", "Articles without a date; beside --from and --to: these too.")
  var undated

  @Option("language", "Articles in this language, and its stems for the words.", isCommon: true)
  var language: LanguageCode?

  @Flag(
    "apply-filters",
    "Takes people, countries and dates among the words for the filters they suggest.")
  var applyFilters

  func validate() throws {
    if let from, let to, from.firstDay > to.lastDay {
      throw UsageError("--from \(from) is after --to \(to)")
    }
  }

  var filters: Filters {
    var filters = Filters()
    filters.people = person
    filters.countries = country
    filters.excludedPeople = notPerson
    filters.excludedCountries = notCountry
    filters.countryFocus = countryFocus
    filters.personStrict = personStrict
    filters.dates = from == nil && to == nil ? [] : [DateRange(from: from, to: to)]
    filters.undated = undated
    filters.language = language?.code
    return filters
  }
}
