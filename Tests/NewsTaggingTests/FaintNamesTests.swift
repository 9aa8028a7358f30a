import ArticleModel
import Testing

@testable import NewsTagging

/// Surnames that only an archive makes a person's.
struct FaintNamesTests {
  private func tags(_ body: String, title: String = "") -> Tags {
    Tagger().tags(title: title, body: body, date: CalendarDate("1916-04-01"))
  }

  @Test(arguments: [
    ("More soldiers were ordered into the pursuit of Villa today.", ["Villa?"]),
    ("A note from Pershing came, and the answer to Pershing will be written.", ["Pershing?"]),
    ("The road is open. Lorries carry flour to Funston every day.", ["Funston?"]),
    // Somebody of the name is named.
    ("More soldiers were ordered into the pursuit of Villa, said Ada Villa.", []),
    // A town before its state.
    ("The hotel at Whitman, Mass., is open.", []),
    // A common word.
    ("They will pay the Clerk and the Sheriff.", []),
  ])
  func aBareSurnameIsKeptForTheArchive(body: String, expected: [String]) {
    #expect(tags(body).faintPeople.map(\.name) == expected)
  }

  @Test func nobodySeesItInTheArticleItself() {
    let tags = tags("More soldiers were ordered into the pursuit of Villa today.")
    #expect(tags.people == [])
    #expect(
      tags.faintPeople == [
        PersonTag(
          name: "Villa?", mentions: [Mention(field: .body, range: 47..<52, rule: "archive")])
      ])
  }

  @Test func anOrganisationsNameInCapitalsIsNone() {
    let body = "The firm has a new chairman, as it said today."
    #expect(tags(body, title: "BAKER INTERNATIONAL SUES HUGHES TOOL").faintPeople == [])
  }

  @Test func otherLanguagesHaveNone() {
    let body = "Les soldats ont reçu l'ordre de chercher Villa dans les montagnes du nord du pays."
    #expect(tags(body).faintPeople == [])
  }
}
