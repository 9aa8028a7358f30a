import IndexDefinition
import TestSupport
import Testing

@testable import NewsTagging

struct NamesPersonDirectoryTests {
  private typealias Articles = [(people: [PersonTag], date: CalendarDate?)]

  private func articles(_ names: [[String]], dates: [String?] = []) -> Articles {
    names.enumerated().map { position, names in
      let people = names.enumerated().map { start, name in
        PersonTag(
          name: name, mentions: [Mention(field: .body, range: start..<start + 1, rule: "model")])
      }
      let date = position < dates.count ? dates[position].flatMap { CalendarDate($0) } : nil
      return (people: people, date: date)
    }
  }

  private func resolve(_ names: [[String]], dates: [String?] = []) -> [[String]] {
    var directory = PersonDirectory()
    return directory.resolve(articles(names, dates: dates)).map { $0.map(\.name) }
  }

  @Test(arguments: [
    ["Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "Vladimir Zelensky"],
    ["Muammar Gaddafi", "Moammar Gadhafi", "Mouammar Kadhafi"],
    ["Boris Yeltsin", "Boris Eltsin"], ["Mohammed Morsi", "Muhammad Mursi"],
    ["Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"], ["Bill Clinton", "William Clinton"],
    ["Mao Zedong", "Mao Tse-tung"], ["Kim Jong Un", "Kim Jong-un"],
    ["Sergei Rachmaninoff", "Sergey Rachmaninov"], ["Gerhard Schröder", "Gerhard Schroeder"],
    ["Bashar al-Assad", "Bashar Assad"], ["Pete Sampras", "P. Sampras"],
    ["Daria Gough", "D. Gough"],
    ["Donald Trump", "Donald J. Trump"], ["Viktor Orban", "Orban Viktor"],
    ["Carlos Salinas", "Carlos Salinas de Gortari"], ["J. Edgar Hoover", "Edgar Hoover"],
    ["Fyodor Dostoyevsky", "Fyodor Dostoevsky", "Fedor Dostoevskij"],
  ])
  func spellingsAreOnePerson(names: [String]) {
    let resolved = resolve([[names[0]]] + names.map { [$0] })
    #expect(resolved == Array(repeating: [names[0]], count: names.count + 1))
  }

  @Test(arguments: [
    ["George W. Bush", "George H.W. Bush", "George Bush"], ["John Smith", "Jane Smith"],
    ["Juan Martin", "John Martin"], ["Martin Hale Jr.", "Martin Hale Sr."],
    ["Henry James", "James Henry"], ["J. Smith", "John Smith", "James Smith"],
    ["Lee Kuan Yew", "Lee Hsien Loong"], ["Ali Hassan", "Hassan Ali"],
    ["Robert Doyle", "Mrs Doyle"], ["Maria Garcia", "Maria Garcia Lopez"],
  ])
  func differentPeopleStayApart(names: [String]) {
    #expect(resolve(names.map { [$0] }) == names.map { [$0] })
  }

  @Test func loneNameGoesToThePersonNamedNearby() {
    let names = [["Alan Doyle"], ["Doyle"], ["Brian Doyle"], ["Doyle"]]
    #expect(
      resolve(names, dates: ["1990-05-01", "1990-05-03", "2010-05-01", "2010-04-28"])
        == [["Alan Doyle"], ["Alan Doyle"], ["Brian Doyle"], ["Brian Doyle"]])
  }

  @Test func loneNameThatOnlySoundsAlikeStaysApart() {
    #expect(resolve([["John Crosbie"], ["Crosby"]]) == [["John Crosbie"], ["Crosby"]])
    #expect(resolve([["Susan Anthony"], ["Anthony"]]) == [["Susan Anthony"], ["Anthony"]])
  }

  @Test func loneNameBetweenTwoStaysApart() {
    let names = [["Alan Doyle"], ["Brian Doyle"], ["Doyle"]]
    #expect(resolve(names, dates: Array(repeating: "1990-05-01", count: 3)) == names)
  }

  @Test(arguments: [(9, 1, "Ada Quill"), (9, 2, "Quill"), (2, 0, "Ada Quill"), (1, 0, "Quill")])
  func loneNameFarFromAllGoesToTheWellKnown(ada: Int, ben: Int, expected: String) {
    let known =
      Array(repeating: ["Ada Quill"], count: ada) + Array(repeating: ["Ben Quill"], count: ben)
    let dates = Array(repeating: "1990-05-01", count: known.count)
    let resolved = resolve(known + [["Quill"]], dates: dates + ["1999-01-01"])
    #expect(resolved.last == [expected])
  }

  @Test func onePersonHasOneTagInAnArticle() {
    var directory = PersonDirectory()
    let resolved = directory.resolve(
      articles([["Ada Quill"], ["Ada Quill", "Ben Oak", "Ada B. Quill"]]))
    #expect(resolved[1].map(\.name) == ["Ada Quill", "Ben Oak"])
    #expect(resolved[1].map { $0.mentions.map(\.range) } == [[0..<1, 2..<3], [1..<2]])
  }

  @Test func namesGivenOutStay() {
    var directory = PersonDirectory()
    _ = directory.resolve(articles([["Ada B. Quill"]]))
    let later = directory.resolve(articles(Array(repeating: ["Ada Quill"], count: 9)))
    #expect(later.allSatisfy { $0.map(\.name) == ["Ada B. Quill"] })
  }

  @Test func restoredNamesAreKnown() {
    var directory = PersonDirectory()
    directory.restore(
      .init(name: "Volodymyr Zelensky", articles: 9, latest: CalendarDate("2022-03-01")))
    let resolved = directory.resolve(articles([["Volodymyr Zelenskyy"], ["Zelenskiy"]]))
    #expect(resolved.map { $0.map(\.name) } == [["Volodymyr Zelensky"], ["Volodymyr Zelensky"]])
  }

  @Test func userKeepsNamesApart() {
    var directory = PersonDirectory(
      rules: PersonRules([.keepApart("Bill Grant", from: "William Grant")]))
    let resolved = directory.resolve(articles([["William Grant"], ["Bill Grant"]]))
    #expect(resolved.map { $0.map(\.name) } == [["William Grant"], ["Bill Grant"]])
  }

  @Test func fullDirectoryForgetsTheRarest() {
    var directory = PersonDirectory(capacity: 40)
    for batch in 0..<20 {
      let letters = ["b", "d", "k", "l", "m", "n", "p", "r"].map { $0 + "a\(batch)" }
      _ = directory.resolve(articles(letters.map { ["Ada Quill", "Ben \($0)"] }))
    }
    let resolved = directory.resolve(articles([["Ada B. Quill"]]))
    #expect(resolved == [directory.resolve(articles([["Ada Quill"]]))[0]])
  }

  @Test func sameBatchesGiveTheSameNames() {
    let seed: UInt64 = 1_871
    let given = ["Bill", "William", "W.", "Ann", "Anna", "Bill J.", "Sergei", "Sergey", "Mr"]
    let family = ["Grant", "Granth", "Zelensky", "Zelenskyy", "Orban", "Smith"]
    func run() -> [[String]] {
      var generator = SeededGenerator(seed: seed)
      var directory = PersonDirectory()
      return (0..<20).flatMap { _ in
        let names = (0..<30).map { _ in
          (0..<3).map { _ in
            [given.randomElement(using: &generator), family.randomElement(using: &generator)]
              .compactMap(\.self).joined(separator: " ")
          }
        }
        return directory.resolve(articles(names)).map { $0.map(\.name) }
      }
    }
    #expect(run() == run(), "seed \(seed)")
  }
}
