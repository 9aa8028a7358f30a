import IndexDefinition
import TestSupport
import Testing

@testable import NewsTagging

struct InformalTextTests {
  private func people(_ body: String) -> [String] {
    let article = ArticleTokens(Article(id: "a", title: "", body: body))
    return PersonFinder().spans(in: article).map { article[$0.field].text($0.range) }
  }

  private func isInformal(_ body: String) -> Bool? {
    Lexicon.shipped.map {
      PeopleDocument(ArticleTokens(Article(id: "a", title: "", body: body)), lexicon: $0).isInformal
    }
  }

  @Test(arguments: [
    "haha that goat is back", "Look at that goat!", "So proud of @millpond today",
    "I think my goat likes it", "That goat 😂", "They dont like goats",
  ])
  func postsAndCommentsAreInformal(text: String) {
    #expect(isInformal(text) == true)
  }

  @Test(arguments: [
    "The minister opened the bridge on Monday.", "“I like my goat,” the minister said.",
    "Margaret I of the northern kingdom died in autumn.", "",
    // I'm, in English.
    "Er wohnt im Haus am See und liest dort die Zeitung.",
  ])
  func articlesAreNot(text: String) {
    #expect(isInformal(text) == false)
  }

  @Test func aLongTextIsAnArticleWhateverItsMarks() {
    let text = String(repeating: "The goat came back to the mill! ", count: 20)
    #expect(isInformal(text) == false)
  }

  @Test func givenNamesInSmallLettersCountInPostsAlone() {
    #expect(people("I swear freddie laughs at everything lol") == ["freddie"])
    #expect(people("The clerk of freddie laughs at everything on Monday.") == [])
  }

  @Test func aWordThatIsNotSurelyANameStaysSmall() {
    #expect(people("I will mark my grace period lol") == [])
  }
}
