import ArticleModel
import Rendering
import SearchModel
import Testing

/// An article for a terminal.
struct ArticleTextTests {
  @Test func everyPlaceIsListed() {
    let article = Article(
      id: "a", title: "Harvest", body: "Barley was cut.", source: "Harbour Post", path: "a.jsonl")
    let places = [
      StoredArticle.DuplicatePlace(
        id: "b", path: "b.jsonl", source: "The Copy", url: "https://copy.example/1"),
      StoredArticle.DuplicatePlace(id: "c", path: "c.jsonl\u{1B}"),
    ]
    let marked = MarkedText(Tags(), of: article, style: Style(usesColor: false))
    #expect(
      ArticleText(article, marked, places: places).text == """
        title:     Harvest
        source:    Harbour Post
        path:      a.jsonl
        id:        a
        also in:   The Copy · https://copy.example/1 · b.jsonl
        also in:   c.jsonl\\u{1B}

        Barley was cut.

        """)
  }
}
