public import ArticleModel

/// Finds the people, countries and dates that an article mentions.
///
///     let tags = Tagger().tags(
///       title: "Starmer hosts summit", body: "Keir Starmer met French envoys on Sunday.",
///       date: CalendarDate("2025-03-04"))
///     for person in tags.people { print(person.name, person.mentions.count) }
///
/// Pure: the same article gives the same tags on every machine. Safe to share between threads, and
/// cheap to make: names and model are read in place from the program's own data.
public struct Tagger: Sendable {
  let finder = PersonFinder()
  private let naming = PersonNaming()
  let countryTagger = CountryTagger()
  private let dateTagger = DateTagger()

  /// A tagger; all are alike.
  public init() {}

  /// The tags of an article given as its parts.
  ///
  /// - Parameters:
  ///   - title: the headline; empty when there is none. Ranges of ``Field/title`` count its bytes.
  ///   - body: the text. Ranges of ``Field/body`` count its bytes. Both are read best in NFC.
  ///   - date: when the article was published: *in May* counts from it, and *Sunday* where its day
  ///     is known; without it such dates are no tags. It tells, too, in which state a city lay.
  ///   - language: ISO 639-1, where it is known; else the text tells.
  /// - Returns: no tags for a text that is not in one of ``Tags/languages``.
  public func tags(
    title: String = "", body: String, date: CalendarDate? = nil, language: String? = nil
  ) -> Tags {
    tags(of: Article(id: "", title: title, body: body, date: date, language: language))
  }

  /// No tags for a text that is not in one of ``Tags/languages``.
  package func tags(of article: Article) -> Tags {
    let tokens = ArticleTokens(article)
    let none = Tags(language: tokens.language)
    guard none.isTagged else { return none }
    let found = finder.found(in: tokens)
    let (spans, legibility) = (found.spans, found.legibility)
    let isDamaged = legibility.isDamaged(in: tokens.language, date: article.date)
    var tags = Tags(
      language: tokens.language,
      people: naming.tags(for: spans, in: tokens, isDamaged: isDamaged),
      countries: countryTagger.tags(in: tokens, people: spans),
      dates: dateTagger.tags(in: tokens))
    tags.faintPeople = naming.tags(for: found.faint, in: tokens).map { tag in
      PersonTag(name: FaintName.of(tag.name), mentions: tag.mentions)
    }
    tags.unknownWords = legibility.doubtfulShare(in: tokens.language)
    return tags
  }
}
