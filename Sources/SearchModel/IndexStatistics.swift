package import ArticleModel

/// What `wsearch stats` tells.
package struct IndexStatistics: Sendable, Equatable {
  package var articles = 0
  package var duplicates = 0
  package var people = 0
  package var countries = 0
  package var mentions = 0
  /// Articles without a date of their own.
  package var undated = 0
  /// Articles that name nobody.
  package var withoutPersons = 0
  /// Articles that name no country.
  package var withoutCountries = 0
  /// Articles whose text names no date.
  package var withoutDates = 0
  /// Articles whose tags are doubtful, because their text is damaged.
  package var doubtful = 0
  package var firstDate: CalendarDate?
  package var lastDate: CalendarDate?
  /// With the write-ahead log.
  package var fileBytes = 0
  /// UTF-8 bytes of all titles and bodies.
  package var textBytes = 0
  package var formatVersion = 0
  /// Files with a part that could not be read.
  package var failedFiles = 0

  package init() {}
}
