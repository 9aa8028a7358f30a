/// The query language as `wsearch help query` tells it.
package enum QueryLanguageGuide {
  /// Queries of the guide with what they find, in its order; a line end where the guide has one.
  ///
  /// Each is a test: it parses without a note.
  package static let examples: [(query: String, finds: String)] = [
    ("peace talks", "both words, in all their forms (talk, talked, …)"),
    ("\"peace talks\"", "the phrase, word for word; “curly” marks do too"),
    ("\"peace talks\"~5", "with at most 5 words between, in any order"),
    ("peace NEAR/5 talks", "the same; NEAR alone means 10;\nNEAR(peace talks, 5) is another way"),
    ("=talks", "this form only"),
    ("negotia*", "words that begin with negotia"),
    ("*lateral", "words that end with lateral; *lateral*\ncontain it; multi*al is both ends"),
    ("\"peace tal*\"", "a phrase whose last word goes on"),
    ("Zelenskiy~", "the word or one a typing error away"),
    ("peace AND (talks OR summit)", "AND, OR, NOT in capitals; brackets group"),
    ("peace -war", "without the word; NOT war is the same"),
    ("title:peace", "the word in the title; body: in the text"),
    ("title:(peace OR talks)", "either word in the title"),
    ("person:Starmer", "that mention the person; or by full name:\nperson:\"Keir Starmer\""),
    ("country:(FR OR DE)", "that name a country, by code or name"),
    ("-country:\"United Kingdom\"", "without it; every clause can be negated"),
    ("date:2025-09", "published in that month; a year or a day will do"),
    (
      "date:2024..2025-03",
      "published between, both ends included;\nalso date:2024.. and date:..2024"
    ),
    ("date:>=2020", "published since; also >, <, <="),
    ("date:none", "without a date"),
    ("mentions:2025-09-06", "that name the date in the text"),
    ("source:Reuters", "from that paper, agency or feed"),
    ("byline:\"Jane Doe\"", "by that author"),
    ("language:fr", "in that language (ISO 639-1)"),
  ]

  /// The guide as text of at most 80 columns, for a terminal.
  package static var text: String {
    let width = examples.map(\.query.count).max() ?? 0
    let lines = examples.map { example in
      let gap = String(repeating: " ", count: width - example.query.count + 2)
      let lines = example.finds.split(separator: "\n")
      return "  \(example.query)\(gap)"
        + lines.joined(separator: "\n" + String(repeating: " ", count: width + 4))
    }
    return ([opening, ""] + lines + ["", closing]).joined(separator: "\n")
  }

  private static let opening = """
    Any text is a query: what has no meaning in this language is searched as
    words, and a note says so. --explain shows how a query was read.
    """

  private static let closing = """
    Words side by side must all be there, unless --match says any or phrase. They
    bind tighter than AND, and AND tighter than OR. U.S., O'Brien, AT&T, covid-19
    are found as written. A dash counts as NOT only before a word: multi-agent is
    one word. Case and accents never matter, except in AND, OR, NOT and NEAR. A
    field's name touches its colon and its value; a value of several words stands
    in quotation marks.

    In a shell, put single quotes round a query that holds quotation marks,
    brackets or stars:
      wsearch query 'title:"peace talks" date:>=2024 -country:US'
    """
}
