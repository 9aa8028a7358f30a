import Foundation
import IndexDefinition
import Testing

@testable import Rendering

struct TagsTests {
  private static let article = Article(
    id: "a", title: "Zoë in Chad", body: "Zoë Åkerman — of Chad — met Chad Brown on\nMonday.",
    date: CalendarDate("2024-02-07"))

  private static func mention(
    _ field: Field, _ words: String, rule: String, score: Double? = nil
  ) -> Mention {
    let text = field == .title ? article.title : article.body
    let start = text.components(separatedBy: words)[0].utf8.count
    return Mention(
      field: field, range: start..<start + words.utf8.count, rule: rule, score: score)
  }

  /// Chad is a country in the title and once in the body; in Chad Brown both kinds claim it.
  private static let tags = Tags(
    people: [
      PersonTag(
        name: "Zoë Åkerman",
        mentions: [
          mention(.title, "Zoë", rule: "model", score: 0.912),
          mention(.body, "Zoë Åkerman", rule: "model", score: 0.5),
        ]),
      PersonTag(name: "Chad Brown", mentions: [mention(.body, "Chad Brown", rule: "honorific")]),
    ],
    countries: [
      CountryTag(
        code: "TD", isFocus: true,
        mentions: [
          mention(.title, "Chad", rule: "country-name"),
          mention(.body, "Chad", rule: "country-name"),
          Mention(field: .body, range: 34..<38, rule: "country-name"),
        ])
    ])

  @Test func withoutColourMarksAreInBrackets() {
    let text = MarkedText(Self.tags, of: Self.article, style: Style(usesColor: false)).text
    #expect(
      text == """
        ⟦Zoë|Zoë Åkerman⟧ in ⟦Chad|TD⟧

        ⟦Zoë Åkerman|Zoë Åkerman⟧ — of ⟦Chad|TD⟧ — met ⟦Chad Brown|Chad Brown⟧ on
        Monday.

        """)
  }

  @Test func eachKindHasItsColour() {
    let text = MarkedText(Self.tags, of: Self.article, style: Style(usesColor: true)).text
    #expect(text.hasPrefix("\u{1B}[36mZoë\u{1B}[0m in \u{1B}[32mChad\u{1B}[0m\n\n"))
  }

  @Test func anArticleWithoutTagsIsItself() {
    let text = MarkedText(Tags(), of: Self.article, style: Style(usesColor: true)).text
    #expect(text == Self.article.title + "\n\n" + Self.article.body + "\n")
  }

  @Test func marksBeyondTheTextAreLeftOut() {
    let tags = Tags(people: [
      PersonTag(name: "X", mentions: [Mention(field: .body, range: 5..<900, rule: "model")])
    ])
    let text = MarkedText(tags, of: Self.article, style: Style(usesColor: false)).text
    #expect(text == Self.article.title + "\n\n" + Self.article.body + "\n")
  }

  @Test func mentionsAreListedWithPlaceRuleAndScore() {
    let lines = TagsText(Self.tags, of: Self.article, listsMentions: true).text
      .split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(
      lines == [
        "a Zoë in Chad", "person Zoë Åkerman 2×", "Zoë title 0–4 model 0.91",
        "Zoë Åkerman body 0–13 model 0.5", "person Chad Brown 1×",
        "Chad Brown body 34–44 honorific", "focus TD 3×", "Chad title 8–12 country-name",
        "Chad body 21–25 country-name", "Chad body 34–38 country-name",
      ])
  }

  @Test func whatIsAssumedOrDoubtfulIsTold() {
    var tags = Tags(people: [
      PersonTag(
        name: "Chad Brown", mentions: [Self.mention(.body, "Chad Brown", rule: "model")],
        isAssumed: true)
    ])
    tags.unknownWords = 0.414
    let lines = TagsText(tags, of: Self.article).text.split(separator: "\n").dropFirst()
    #expect(
      lines.map { $0.split(separator: " ").joined(separator: " ") } == [
        "doubtful: damaged text, 41 % of its words are unknown",
        "assumed Chad Brown 1× Chad Brown",
      ])
    var json = JSONWriter()
    json.tags(tags, of: Self.article)
    #expect(
      json.text.contains(
        #""unknown_words":0.414,"people":[{"name":"Chad Brown","count":1,"assumed":true,"#))
  }

  private static let why = [
    WordReadings(
      field: .body, range: 34..<38,
      readings: [
        WordReading(.person, isTagged: true, rule: "model", score: 0.912, threshold: 0.5),
        WordReading(
          .country, code: "TD", isTagged: false, rule: "person", score: 6, threshold: 7),
        WordReading(.country, isTagged: false, rule: "not-listed"),
      ])
  ]

  @Test func reasonsAreALineAReading() {
    #expect(
      WordReadingsText(Self.why, Self.tags, of: Self.article).text == """
          why Chad  body 34–38
            person        yes model  0.91 of 0.5  is Chad Brown
            country  TD   no  person  6.0 of 7.0
            country       no  not-listed

        """)
  }

  @Test func reasonsAreInJSONWhereTheyWereAskedFor() {
    var asked = JSONWriter()
    asked.object { $0.why(Self.why, Self.tags, of: Self.article) }
    #expect(
      asked.text == #"{"why":[{"field":"body","start":34,"end":38,"text":"Chad","readings":["#
        + #"{"kind":"person","tagged":true,"rule":"model","name":"Chad Brown","score":0.912,"threshold":0.5},"#
        + #"{"kind":"country","code":"TD","tagged":false,"rule":"person","score":6.0,"#
        + #""threshold":7.0},{"kind":"country","tagged":false,"rule":"not-listed"}]}]}"#)
    var unasked = JSONWriter()
    unasked.tags(Self.tags, of: Self.article)
    #expect(!unasked.text.contains("why"))
  }
}
