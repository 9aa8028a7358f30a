import IndexDefinition
import SearchModel
import Testing

@testable import wsearch

/// What archives say is wrong is answered with what to type.
struct AdvisedErrorTests {
  @Test(
    arguments: [
      (.missing(path: "a.db"), "no index at a.db: make one with `wsearch index PATH…`"),
      (
        .notAnIndex(path: "a.db"),
        "a.db is not a wsearch index: name another file with --index; what is readable of one whose "
          + "header is damaged, `wsearch salvage OLD NEW` brings back"
      ),
      (
        .otherVersion(path: "a.db", found: 3, supported: 8),
        "a.db has index format 3, this wsearch reads 8: run `wsearch upgrade --index a.db`"
      ),
      (
        .otherVersion(path: "a.db", found: 9, supported: 8),
        "a.db has index format 9, this wsearch reads 8: update wsearch"
      ),
      (
        .damaged(path: "a.db", detail: "a page"),
        "a.db is damaged (a page): run `wsearch check --repair --index a.db`"
      ),
      (
        .notWritable(path: "a.db", reason: "no permission to write it"),
        "cannot write a.db: no permission to write it: name another place with --index"
      ),
    ] as [(ArticleIndexError, String)])
  func anIndexErrorSaysWhatToType(_ error: ArticleIndexError, _ line: String) {
    #expect(AdvisedError(error)?.description == line)
  }

  @Test func aTimeoutSaysHowToGetMore() {
    #expect(
      AdvisedError(SearchTimeout(timeout: .seconds(2)))?.description
        == "the query took longer than 2.0 seconds and was given up: give it more with --timeout, "
        + "narrow it, or count less with --facet none")
  }

  @Test func whatIsSaidWholeStaysAsItIs() {
    #expect(AdvisedError(ArticleIndexError.busy(path: "a.db", holder: "another process")) == nil)
    #expect(AdvisedError(UnknownFilterValue("no country x")) == nil)
  }

  @Test func aFileWithoutTextsSaysHowToNameThem() {
    let failure = ReadingFailure(
      path: "a.csv", place: "line 2", message: "no body and no title", remedy: .nameBodyColumn)
    #expect(
      failure.advised
        == "a.csv: line 2: no body and no title; name the body's column with --field body=COLUMN")
  }
}
