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
    PersonDirectory(articles(names, dates: dates)).people.map { $0.map(\.name) }
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

  /// Nine of ten articles that any of them may mean.
  @Test func initialsGoToTheOneWhoOutshinesTheOthers() {
    let known = Array(repeating: ["Gordon J. Quarrel"], count: 18)
    let resolved = resolve(known + [["Gustav J. Quarrel"], ["G. J. Quarrel"], ["G. J. Quarrel"]])
    #expect(resolved.suffix(2) == [["Gordon J. Quarrel"], ["Gordon J. Quarrel"]])
    let few = resolve([["Gordon J. Quarrel"], ["Gustav J. Quarrel"], ["G. J. Quarrel"]])
    #expect(few.last == ["G. J. Quarrel"])
  }

  /// A relation who is named once nearby is not meant by a name alone, but by all that is known.
  @Test func whereFewAreNamedNearbyAWiderLookTells() {
    let months = (1...9).map { "1987-0\($0)-15" }
    let names = months.map { _ in ["Harold Quarrel"] } + [["Nelly Quarrel"], ["Quarrel"]]
    let resolved = resolve(names, dates: months + ["1987-06-16", "1987-06-17"])
    #expect(resolved.suffix(2) == [["Nelly Quarrel"], ["Harold Quarrel"]])
  }

  @Test func nobodyIsMeantAcrossAGeneration() {
    let names = Array(repeating: ["Harold Quarrel"], count: 9) + [["Quarrel"], ["Quarrel"]]
    let dates = Array(repeating: "1993-01-20", count: 9) + ["1873-01-20", "1994-01-20"]
    #expect(resolve(names, dates: dates).suffix(2) == [["Quarrel"], ["Harold Quarrel"]])
  }

  /// A given name that nobody has, in one article, is rather a slip of the letters.
  @Test func slipsOfTheLettersAreNoOthersWhomANameMayMean() {
    let names =
      Array(repeating: ["Harold Quarrel"], count: 5)
      + [["Athough Quarrel"], ["Whlle Quarrel"], ["Quarrel"]]
    let dates = Array(repeating: "1987-06-15", count: 8)
    #expect(resolve(names, dates: dates).last == ["Harold Quarrel"])
  }

  @Test func loneNameGoesToThePersonNamedNearby() {
    let names = [["Alan Doyle"], ["Doyle"], ["Brian Doyle"], ["Doyle"]]
    #expect(
      resolve(names, dates: ["1990-05-01", "1990-05-03", "2010-05-01", "2010-04-28"])
        == [["Alan Doyle"], ["Alan Doyle"], ["Brian Doyle"], ["Brian Doyle"]])
  }

  /// Whom everybody knows without a given name is hardly one of his name who is in the news for a week.
  @Test func whomEverybodyKnowsIsNotTheOneNamedThisWeek() {
    let days = (10...28).map { "1916-04-\($0)" }
    let alone = days.map { _ in ["Quarrel"] }
    let week = Array(repeating: ["Carlos Quarrel"], count: 2)
    let year = Array(repeating: ["Gordon Quarrel"], count: 5)
    let dates =
      days + Array(repeating: "1916-04-17", count: 2) + Array(repeating: "1916-09-01", count: 5)
    let resolved = resolve(alone + week + year, dates: dates)
    #expect(Set(resolved.prefix(19)) == [["Quarrel"]])
    let only = resolve(alone + week, dates: dates)
    #expect(Set(only.prefix(19)) == [["Carlos Quarrel"]])
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

  /// - Returns: who is meant by the name in the last article, which does not make it a person's.
  private func meant(
    byFaint name: String, among known: [[String]], faint: Int = 1
  ) -> [String] {
    let names = known + Array(repeating: [FaintName.of(name)], count: faint)
    let dates = Array(repeating: "1990-05-01" as String?, count: names.count)
    return resolve(names, dates: dates).last ?? []
  }

  private func people(_ counts: (String, Int)...) -> [[String]] {
    counts.flatMap { name, count in Array(repeating: [name], count: count) }
  }

  @Test func aBareSurnameIsWhoseTheArchiveKnowsItToBe() {
    #expect(meant(byFaint: "Quarrel", among: people(("Ada Quarrel", 100))) == ["Ada Quarrel"])
    let alone = people(("Ada Quarrel", 60), ("Quarrel", 40))
    #expect(meant(byFaint: "Quarrel", among: alone) == ["Ada Quarrel"])
    #expect(meant(byFaint: "Quarrel", among: people(("Quarrel", 100))) == ["Quarrel"])
  }

  @Test func aBareSurnameWithoutItsAccentIsTheSame() {
    #expect(
      meant(byFaint: "Quarrel", among: people(("Quarrél", 120), ("Quarrel", 3))) == ["Quarrél"])
    #expect(meant(byFaint: "Quarrél", among: people(("Quarrel", 120))) == ["Quarrel"])
  }

  @Test func aBareSurnameThatTheArchiveHardlyKnowsIsNobodys() {
    #expect(meant(byFaint: "Quarrel", among: people(("Ada Quarrel", 99))) == [])
    #expect(meant(byFaint: "Quarrel", among: people(("Ada Quarrels", 100))) == [])
  }

  @Test func aBareSurnameOfSeveralIsNobodys() {
    let two = people(("Ada Quarrel", 120), ("Ben Quarrel", 40))
    #expect(meant(byFaint: "Quarrel", among: two) == [])
  }

  /// More than three in ten articles with the word do not make it a person's.
  @Test(arguments: [(42, ["Ada Quarrel"]), (43, [])])
  func aSurnameThatIsMostlyAThingIsNobodys(faint: Int, expected: [String]) {
    let known = people(("Ada Quarrel", 100))
    #expect(meant(byFaint: "Quarrel", among: known, faint: faint) == expected)
  }

  @Test func aGivenNameAloneIsNobodys() {
    let known = people(("Charles", 300), ("Anna Charles", 10))
    #expect(meant(byFaint: "Charles", among: known) == [])
  }

  @Test func aBareSurnameProvesNothing() {
    let known = people(("Ada Quarrel", 99), ("Quarrel?", 1), ("Quarrel", 1))
    #expect(meant(byFaint: "Quarrel", among: known) == ["Ada Quarrel"])
    let nobody = resolve(people(("Quarrel?", 300))).flatMap { $0 }
    #expect(nobody == [])
  }

  @Test func aPersonKnownByABareSurnameIsAssumed() throws {
    let known = people(("Ada Quarrel", 100), ("Quarrel?", 1))
    let tags = try #require(PersonDirectory(articles(known)).people.last)
    #expect(tags.map(\.isAssumed) == [true])
  }

  @Test func onePersonHasOneTagInAnArticle() {
    let resolved = PersonDirectory(
      articles([["Ada Quill"], ["Ada Quill", "Ben Oak", "Ada B. Quill"]])
    ).people
    #expect(resolved[1].map(\.name) == ["Ada Quill", "Ben Oak"])
    #expect(resolved[1].map { $0.mentions.map(\.range) } == [[0..<1, 2..<3], [1..<2]])
  }

  @Test func userKeepsNamesApart() {
    let resolved = PersonDirectory(
      articles([["William Grant"], ["Bill Grant"]]),
      rules: PersonRules([.keepApart("Bill Grant", from: "William Grant")])
    ).people
    #expect(resolved.map { $0.map(\.name) } == [["William Grant"], ["Bill Grant"]])
  }

  /// Names that meet in every way: short forms, initials, turned names, surnames alone.
  @Test(arguments: [1_871, 1_872, 1_873] as [UInt64])
  func noOrderOfTheArticlesChangesAName(seed: UInt64) {
    let given = [
      "Bill", "William", "W.", "Ann", "Anna", "Bill J.", "Sergei", "Sergey", "Viktor", "",
    ]
    let family = ["Grant", "Granth", "Zelensky", "Zelenskyy", "Orban", "Orban Viktor", "de Grant"]
    var generator = SeededGenerator(seed: seed)
    let names = (0..<600).map { _ in
      Set(
        (0..<3).map { _ in
          [given.randomElement(using: &generator), family.randomElement(using: &generator)]
            .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
        }
      ).sorted()
    }
    let dates = names.map { _ in
      Bool.random(using: &generator) ? "1990-05-\(Int.random(in: 10...28, using: &generator))" : nil
    }
    let resolved = resolve(names, dates: dates)
    for _ in 0..<3 {
      let order = names.indices.shuffled(using: &generator)
      let again = resolve(order.map { names[$0] }, dates: order.map { dates[$0] })
      #expect(again == order.map { resolved[$0] })
    }
  }
}
