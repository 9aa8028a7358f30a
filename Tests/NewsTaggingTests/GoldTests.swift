import ArticleReading
import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import NewsTagging

/// The whole tagger, with the directory behind it, on the example articles, all tagged by hand.
///
/// The floors lie a little below what was measured; who lowers one has made the tagger worse.
struct GoldTests {
  /// What was found of what is there, summed over articles.
  private struct Score: CustomStringConvertible {
    var right = 0
    var found = 0
    var wanted = 0

    var f1: Double { found + wanted == 0 ? 1 : 2 * Double(right) / Double(found + wanted) }

    var description: String { "F1 \(f1): \(right) right, \(found) found, \(wanted) wanted" }

    mutating func add<Value: Hashable>(_ found: Set<Value>, _ wanted: Set<Value>) {
      right += found.intersection(wanted).count
      self.found += found.count
      self.wanted += wanted.count
    }
  }

  private struct Tagged {
    var gold: GoldArticle
    var tags: Tags
  }

  private let articles: [Tagged]

  init() throws {
    let tagger = Tagger()
    var articles = try GoldArticle.all().map { gold in
      let article = Article(id: gold.name, title: "", body: gold.text, date: gold.date)
      return Tagged(gold: gold, tags: tagger.tags(of: article))
    }
    let people = PersonDirectory(
      articles.map { (people: $0.tags.people, date: $0.gold.date) }
    ).people
    for index in articles.indices { articles[index].tags.people = people[index] }
    self.articles = articles
  }

  private func judged(_ mentions: [Mention], _ gold: GoldArticle) -> [Range<Int>] {
    mentions.map(\.range).filter(gold.isJudged)
  }

  @Test func withoutItsMarksTheGoldIsTheExamples() throws {
    var examples: [String: Article] = [:]
    let folder = repository.appendingPathComponent("Examples/news").path
    FileWalker().walk([folder], fail: { _ = Issue.record("\($0)") }) { file in
      ArticleReader().read(file) { event in
        guard case .article(let article) = event else {
          Issue.record("\(event)")
          return
        }
        let name = URL(fileURLWithPath: file.path).lastPathComponent
        examples[name.hasSuffix(".jsonl") ? "\(name)#\(article.id)" : name] = article
      }
    }
    #expect(Set(articles.map(\.gold.name)) == Set(examples.keys))
    for gold in articles.map(\.gold) {
      let article = try #require(examples[gold.name])
      #expect(gold.text == article.body.trimmingCharacters(in: .newlines))
      #expect(gold.date == article.date, "\(gold.name)")
    }
  }

  @Test func everyRuleIsExplainedInTheFormatDocument() throws {
    let readme = repository.appendingPathComponent("index/README.md")
    let section = try String(contentsOf: readme, encoding: .utf8)
      .components(separatedBy: "## Why a mention is there")[1].components(separatedBy: "\n## ")[0]
    let tags = articles.map(\.tags)
    let mentions =
      tags.flatMap { $0.people.flatMap(\.mentions) }
      + tags.flatMap { $0.countries.flatMap(\.mentions) }
      + tags.flatMap { $0.dates.flatMap(\.mentions) }
    let rules = Set(mentions.map(\.rule))
    #expect(rules.count > 10)
    for rule in rules { #expect(section.contains("`\(rule)`"), "\(rule)") }
  }

  @Test func peopleAreFoundToTheByte() {
    var score = Score()
    for article in articles {
      score.add(
        Set(article.tags.people.flatMap { judged($0.mentions, article.gold) }),
        Set(article.gold.people.map(\.range)))
    }
    #expect(score.f1 >= 0.95, "\(score)")
  }

  @Test func peopleHaveTheirCanonicalNames() {
    var right = 0
    var wanted = 0
    var wrong: [String] = []
    for article in articles {
      for mark in article.gold.people {
        let tag = article.tags.people.first { $0.mentions.contains { $0.range == mark.range } }
        wanted += 1
        if tag?.name == mark.value {
          right += 1
        } else {
          wrong.append("\(article.gold.name): \(mark.value) is \(tag?.name ?? "nobody")")
        }
      }
    }
    let share = Double(right) / Double(wanted)
    #expect(share >= 0.94, "\(share) of \(wanted): \(wrong.joined(separator: "; "))")
  }

  @Test func countriesAreThoseNamed() {
    var score = Score()
    for article in articles {
      let found = article.tags.countries.filter { !judged($0.mentions, article.gold).isEmpty }
      score.add(Set(found.map(\.code)), Set(article.gold.countries.map(\.value)))
    }
    #expect(score.f1 >= 0.97, "\(score)")
  }

  @Test func focusIsWhatTheArticleIsAbout() {
    var score = Score()
    for article in articles {
      score.add(Set(article.tags.countries.filter(\.isFocus).map(\.code)), article.gold.focus)
    }
    #expect(score.f1 >= 0.82, "\(score)")
  }

  /// A date is right where it overlaps a marked one of the same value.
  @Test func datesHaveTheirValues() {
    var score = Score()
    for article in articles {
      var open = article.gold.dates
      for tag in article.tags.dates {
        for range in judged(tag.mentions, article.gold) {
          score.found += 1
          let match = open.firstIndex {
            $0.value == tag.date.description && $0.range.overlaps(range)
          }
          if let match {
            open.remove(at: match)
            score.right += 1
          }
        }
      }
      score.wanted += article.gold.dates.count
    }
    #expect(score.f1 >= 0.93, "\(score)")
  }
}
