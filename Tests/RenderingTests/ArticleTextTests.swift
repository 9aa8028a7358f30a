import ArticleModel
import Rendering
import SearchModel
import Testing

/// An article for a terminal.
struct ArticleTextTests {
  @Test func everyPlaceAndNearCopyIsListed() {
    let article = Article(
      id: "a", title: "Harvest", body: "Barley was cut.", source: "Harbour Post", path: "a.jsonl")
    let places = [
      StoredArticle.DuplicatePlace(
        id: "b", path: "b.jsonl", source: "The Copy", url: "https://copy.example/1"),
      StoredArticle.DuplicatePlace(id: "c", path: "c.jsonl\u{1B}"),
    ]
    let marked = MarkedText(Tags(), of: article, style: Style(usesColor: false))
    var stored = StoredArticle(article: article, tags: Tags(), duplicatePlaces: places)
    stored.nearCopies = [.init(id: "d", path: "d.jsonl", source: "The Late Copy")]
    #expect(
      ArticleText(stored, marked).text == """
        title:     Harvest
        source:    Harbour Post
        path:      a.jsonl
        id:        a
        also in:   The Copy · https://copy.example/1 · b.jsonl · b
        also in:   c.jsonl\\u{1B} · c
        near-copy: The Late Copy · d.jsonl · d

        Barley was cut.

        """)
  }
}
