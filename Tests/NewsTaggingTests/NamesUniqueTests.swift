import IndexDefinition
import NewsTagging
import Testing

struct NamesUniqueTests {
  /// A title in front of one mention and not of another made two persons of one name, which the
  /// index refused.
  @Test func aNameIsOneTagInItsArticle() {
    let article = Article(
      id: "1", title: "",
      body: """
        The King Hassan met Queen Elizabeth. Mr. King Hassan left with the king hassan. Hassan King \
        arrived. Queen Elizabeth II came. Elizabeth Queen said.
        """)
    let names = Tagger().tags(of: article).people.map(\.name)
    #expect(names.count == Set(names).count)
  }
}
