import IndexDefinition
import QueryLanguage
import Testing

struct QueryParserTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    let query: Query
    var testDescription: String { text }
  }

  private static func word(_ text: String, _ form: Term.Form = .stemmed) -> Query {
    .term(Term(text, form))
  }

  private static func phrase(_ text: String, slop: Int? = nil, lastIsPrefix: Bool = false) -> Query
  {
    .phrase(Phrase(text, slop: slop, lastIsPrefix: lastIsPrefix))
  }

  static let words = [
    Case(text: "", query: .all),
    Case(text: " \t\n ", query: .all),
    Case(text: "*", query: .all),
    Case(text: "peace", query: word("peace")),
    Case(text: "peace talks", query: .sequence([word("peace"), word("talks")])),
    Case(text: "=running", query: word("running", .exact)),
    Case(text: "negotia*", query: word("negotia", .prefix)),
    Case(text: "*ation", query: word("ation", .suffix)),
    Case(text: "*lateral*", query: word("lateral", .infix)),
    Case(text: "inter*al", query: word("inter*al", .pattern)),
    Case(text: "*in*fix*", query: word("*in*fix*", .pattern)),
    Case(text: "Zelenskiy~", query: word("Zelenskiy", .fuzzy)),
    Case(text: "tal*,", query: word("tal", .prefix)),
  ]

  static let wholeWords = [
    "U.S.", "O'Brien", "O’Brien", "AT&T", "covid-19", "multi-agent", "C++", "a.b@example.org",
    "https://example.org/x?y=1", "10:30", "№7", "日本", "5’10", "and", "near",
  ].map { Case(text: $0, query: word($0)) }

  static let nothing = [
    "-", "--", "- ", "—", "&", "...", "?", "=", "()", "(())", "\"\"", "“”", "\"—\"", "\"*\"", "~",
    "**",
    "title:\"\"", "person:\"\"", "-()", "NOT \"\"",
  ].map { Case(text: $0, query: .all) }

  static let phrases = [
    Case(text: "\"peace talks\"", query: phrase("peace talks")),
    Case(text: "“peace talks”", query: phrase("peace talks")),
    Case(text: "„Friedensgespräche in Genf“", query: phrase("Friedensgespräche in Genf")),
    Case(text: "« pourparlers de paix »", query: phrase("pourparlers de paix")),
    Case(text: "»Frieden«", query: phrase("Frieden")),
    Case(text: "「平和」", query: phrase("平和")),
    Case(text: "“peace talks\"", query: phrase("peace talks")),
    Case(text: "\"peace tal*\"", query: phrase("peace tal", lastIsPrefix: true)),
    Case(text: "\"peace talks\"~5", query: phrase("peace talks", slop: 5)),
    Case(text: "\"peace talks", query: phrase("peace talks")),
    Case(text: "=\"peace talks\"", query: phrase("peace talks")),
    Case(text: "peace NEAR talks", query: phrase("peace talks", slop: 10)),
    Case(text: "peace NEAR/3 talks", query: phrase("peace talks", slop: 3)),
    Case(text: "a NEAR b NEAR c", query: phrase("a b c", slop: 10)),
    Case(text: "NEAR(peace talks, 5)", query: phrase("peace talks", slop: 5)),
    Case(text: "NEAR(peace talks,5)", query: phrase("peace talks", slop: 5)),
    Case(text: "NEAR(peace talks)", query: phrase("peace talks", slop: 10)),
    Case(
      text: "x a NEAR b y", query: .sequence([word("x"), phrase("a b", slop: 10), word("y")])),
    Case(text: "5’10” tall", query: .sequence([word("5’10"), word("tall")])),
  ]

  static let operators = [
    Case(text: "a AND b", query: .and([word("a"), word("b")])),
    Case(text: "a OR b OR c", query: .or([word("a"), word("b"), word("c")])),
    Case(
      text: "a b OR c AND d",
      query: .or([.sequence([word("a"), word("b")]), .and([word("c"), word("d")])])),
    Case(
      text: "(a OR b) c", query: .sequence([.or([word("a"), word("b")]), word("c")])),
    Case(text: "((a) (b (c)))", query: .sequence([word("a"), word("b"), word("c")])),
    Case(text: "a AND (b AND c)", query: .and([word("a"), word("b"), word("c")])),
    Case(text: "a -b", query: .sequence([word("a"), .not(word("b"))])),
    Case(text: "a NOT b", query: .sequence([word("a"), .not(word("b"))])),
    Case(text: "a AND NOT b", query: .and([word("a"), .not(word("b"))])),
    Case(text: "NOT -a", query: word("a")),
    Case(text: "-(a OR b)", query: .not(.or([word("a"), word("b")]))),
    Case(text: "-\"a b\"", query: .not(phrase("a b"))),
    Case(text: "a- b", query: .sequence([word("a-"), word("b")])),
    Case(text: "\"a\"-b", query: .sequence([phrase("a"), word("b")])),
    Case(text: "AND", query: word("and")),
    Case(text: "a AND", query: .sequence([word("a"), word("and")])),
    Case(text: "OR a", query: .sequence([word("or"), word("a")])),
    Case(text: "a AND OR b", query: .and([word("a"), .sequence([word("or"), word("b")])])),
    Case(text: "a (b", query: .sequence([word("a"), word("b")])),
    Case(text: "a) b", query: .sequence([word("a"), word("b")])),
    Case(text: "a NOT", query: .sequence([word("a"), word("not")])),
    Case(text: "(a b) NEAR c", query: .sequence([word("a"), word("b"), word("near"), word("c")])),
  ]

  static let fields = [
    Case(text: "title:peace", query: .within(.title, word("peace"))),
    Case(text: "Title:=peace", query: .within(.title, word("peace", .exact))),
    Case(text: "=title:peace", query: .within(.title, word("peace", .exact))),
    Case(text: "body:\"peace talks\"", query: .within(.body, phrase("peace talks"))),
    Case(text: "title:(a OR b)", query: .within(.title, .or([word("a"), word("b")]))),
    Case(text: "-title:a", query: .not(.within(.title, word("a")))),
    Case(text: "title:-a", query: .not(.within(.title, word("a")))),
    Case(text: "title:(body:a)", query: .within(.body, word("a"))),
    Case(text: "title: a", query: .sequence([word("title:"), word("a")])),
    Case(text: "titel:a", query: word("titel:a")),
    Case(text: "person:Starmer", query: .filter(.person("Starmer"))),
    Case(text: "person:\"Keir Starmer\"", query: .filter(.person("Keir Starmer"))),
    Case(text: "person:“Keir Starmer”", query: .filter(.person("Keir Starmer"))),
    Case(text: "-country:GB", query: .not(.filter(.country("GB")))),
    Case(
      text: "country:(FR OR DE)",
      query: .or([.filter(.country("FR")), .filter(.country("DE"))])),
    Case(text: "source:Reuters", query: .filter(.source("Reuters"))),
    Case(text: "byline:\"A. Reporter\"", query: .filter(.byline("A. Reporter"))),
    Case(text: "language:EN", query: .filter(.language("en"))),
    Case(text: "date:none", query: .filter(.undated)),
    Case(text: "date:undated", query: .filter(.undated)),
    Case(text: "date:nonsense", query: phrase("nonsense")),
    Case(text: "date:2025-13", query: phrase("2025-13")),
    Case(text: "person:title:x", query: .within(.title, word("x"))),
  ]

  @Test(arguments: words + wholeWords + nothing + phrases + operators + fields)
  func reads(_ example: Case) {
    #expect(QueryParser().parse(example.text).query == example.query)
  }

  @Test(arguments: words + wholeWords + phrases + operators + fields)
  func printsBack(_ example: Case) {
    #expect(QueryParser().parse(example.query.description).query == example.query)
  }

  @Test(arguments: [
    ("\"peace talks", "The quotation mark \" is not closed: the phrase runs to the end."),
    ("(a", "A bracket that nothing closes was closed at the end."),
    ("a)", "A closing bracket that nothing opens was left out."),
    ("titel:a", "“titel:” is no field; it was searched as words."),
    (
      "date:2025-13",
      "“2025-13” is no date (2025, 2025-09, 2025-09-07, 2024..2025, >=2024);"
        + " it was searched as words."
    ),
    ("\"a b\"~x", "“~” behind a phrase needs a number, as in \"a b\"~5."),
    ("(a b) NEAR c", "NEAR stands between words or phrases; here it was searched as a word."),
    ("person:\"\"", "person: has no value and was left out."),
    (
      String(repeating: "(", count: 40) + "a" + String(repeating: ")", count: 40),
      "Brackets more than 16 deep were left out."
    ),
  ])
  func tellsWhatItDidNotUnderstand(text: String, note: String) {
    #expect(QueryParser().parse(text).notes == [note])
  }

  @Test func closingBracketsBelongToTheirOwnDeepOnes() {
    let depth = QueryParser.maximumDepth + 3
    let deep = String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
    #expect(
      QueryParser().parse("x AND \(deep) OR y").query
        == .or([.and([.term(Term("x")), .term(Term("a"))]), .term(Term("y"))]))
  }

  @Test func treeShowsAClauseALine() {
    let query = QueryParser().parse("title:(peace OR =talks) -\"cold war\" country:GB date:2025-09")
    #expect(
      query.query.tree == """
        side by side
          in the title
            any of
              word peace, with the forms of its stem
              word talks, this form only
          not
            phrase “cold war”
          filter country:GB
          filter date:2025-09
        """)
  }

  @Test func aQueryIsReadUpToItsLongestAndThisIsTold() {
    let words = (0..<2500).map { "w\($0)" }
    let (query, notes) = QueryParser().parse(words.joined(separator: " "))
    #expect(query == .sequence(words.prefix(2000).map { .term(Term($0)) }))
    #expect(notes == ["The query is too long: only its first 2000 words were searched."])
  }

  @Test(arguments: [
    ("PEACE TALKS AND TRADE DISCUSSED IN GENEVA", true), ("NATO OR UN", false),
    ("习近平 OR 普京", false), ("peace talks AND trade discussed in geneva", false),
    ("ONE TWO THREE FOUR NOT FIVE", true), ("ONE TWO THREE NOT FOUR", false),
    ("1 2 3 4 AND 5", false), ("ONE TWO NEAR/3 THREE FOUR FIVE", true),
    ("A B C D AND \"quoted words\"", false),
  ])
  func aPastedHeadlineHasNoOperators(_ text: String, _ isShouted: Bool) {
    let (query, notes) = QueryParser(operators: .whereMeant).parse(text)
    #expect(
      notes
        == (isShouted
          ? ["A query all in capitals has no operators: they were searched as words."] : []))
    if isShouted, case .sequence(let parts) = query {
      #expect(parts.allSatisfy { if case .term = $0 { true } else { false } })
    } else {
      #expect(query == QueryParser().parse(text).query)
    }
  }

  @Test(arguments: [
    ("why did Britain NOT join", ["NOT"]), ("who signed Minsk OR Paris", []),
    ("did Britain say NOT to join", ["NOT"]),
    ("the minister did NOT resign", ["NOT"]), ("to be OR NOT to be", ["OR", "NOT"]),
    ("Is NOT enough", ["NOT"]), ("talks of AND about peace", ["AND"]),
    ("war AND peace", []), ("Iran OR the Gulf", []), ("attacks in Iraq OR in Iran", []),
    ("wheat AND NOT corn", []), ("wheat but NOT corn", []), ("May OR June", []),
    ("US AND UK", []), ("WHO OR IMF", []), ("\"the\" NOT corn", []), ("of (war OR peace)", []),
  ])
  func anOperatorThatASentenceStressesIsAWord(_ text: String, _ words: [String]) {
    let (query, notes) = QueryParser(operators: .whereMeant).parse(text)
    #expect(notes == words.map { "\($0) was searched as a word: it stands within a sentence." })
    #expect((query == QueryParser().parse(text).query) == words.isEmpty)
  }

  @Test func whatIsNoFieldOrDateIsAMistake() {
    #expect(QueryParser().mistakes(in: "place:Ohio farms") == ["“place:” is no field"])
    #expect(
      QueryParser().mistakes(in: "date:1987-02-30")
        == ["“1987-02-30” is no date (2025, 2025-09, 2025-09-07, 2024..2025, >=2024)"])
    #expect(QueryParser().mistakes(in: "date:1987-02 title:farms 10:30 http://a") == [])
  }
}
