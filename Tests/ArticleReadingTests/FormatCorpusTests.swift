import ArticleReading
import Foundation
import IndexDefinition
import TestSupport
import Testing

/// The corpus of Tests/Fixtures/formats: every kind of file in several encodings, held against what
/// the script that wrote it put in.
struct FormatCorpusTests {
  struct Case: Decodable, CustomStringConvertible {
    var file: String
    var articles: [Wanted]
    /// A part of each message.
    var told: [String]

    var description: String { file }
  }

  /// The fields of an article that the corpus says something of.
  struct Wanted: Decodable, Equatable {
    var title: String?
    var body: String?
    var date: String?
    var byline: String?
    var source: String?
    var url: String?

    /// The same fields of an article that was read.
    func same(of article: Article) -> Wanted {
      Wanted(
        title: title.map { _ in article.title }, body: body.map { _ in article.body },
        date: date.map { _ in article.date?.description ?? "" },
        byline: byline.map { _ in article.byline ?? "" },
        source: source.map { _ in article.source ?? "" }, url: url.map { _ in article.url ?? "" })
    }
  }

  private static let folder = repository.appendingPathComponent("Tests/Fixtures/formats")

  private static let cases: [Case] = {
    let lines = try? String(
      contentsOf: folder.appendingPathComponent("expected.jsonl"), encoding: .utf8)
    return (lines ?? "").split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Case.self, from: Data($0.utf8))
    }
  }()

  @Test func theCorpusIsThere() { #expect(Self.cases.count > 350) }

  @Test(arguments: Self.cases)
  func fileIsReadAsItWasWritten(wanted: Case) {
    let path = Self.folder.appendingPathComponent("files/" + wanted.file).path
    let events = events(of: path)
    let articles = events.compactMap(\.article)
    #expect(articles.count == wanted.articles.count)
    let same = zip(wanted.articles, articles).map { $0.same(of: $1) }
    #expect(same == wanted.articles)
    let failures = events.compactMap { $0.failure?.message }
    #expect(failures.count == wanted.told.count, "\(failures)")
    for part in wanted.told {
      #expect(failures.contains { $0.contains(part) }, "\(failures) has no “\(part)”")
    }
  }

  /// Two parts of a container never have one name, or the second would take the first one's place.
  @Test(arguments: Self.cases.filter { $0.articles.count > 1 })
  func articlesOfOneFileHaveIdsOfTheirOwn(wanted: Case) {
    let path = Self.folder.appendingPathComponent("files/" + wanted.file).path
    let articles = events(of: path).compactMap(\.article)
    #expect(Set(articles.map(\.id)).count == articles.count)
  }
}
