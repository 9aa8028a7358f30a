import SearchIndex
import SearchModel
import TestSupport
import Testing

/// People among a query's words are found under the other names that the index has learnt.
struct PersonVariantTests {
  private static let articles: [[String: String]] = [
    ["id": "a", "date": "2004-05-01", "body": "President Volodymyr Zelensky spoke in Oslo."],
    ["id": "b", "date": "2004-05-02", "body": "President Volodymyr Zelenskyy went on to Bergen."],
    ["id": "c", "date": "2004-05-03", "body": "Senator William Lindqvist was in Oslo on Monday."],
    ["id": "d", "date": "2004-05-04", "body": "Senator Bill Lindqvist left for Bergen on Monday."],
    ["id": "e", "date": "2004-05-05", "body": "The bill was paid by Mrs Anna Lindqvist in Oslo."],
  ]

  private func best(_ query: String) throws -> (ids: [String], notes: [String]) {
    var found: (ids: [String], notes: [String]) = ([], [])
    try withArchive { archive in
      try archive.write("news.jsonl", Self.articles)
      try archive.run()
      let results = try Searcher(archive.index).search(
        request(query) {
          $0.match = .best
          $0.wantsPartial = false
        })
      found.ids = results.hits.map(\.id).sorted()
      found.notes = results.notes.filter { $0.contains("stands also") }
    }
    return found
  }

  @Test func aFamilyNameIsFoundAsOthersSpellIt() throws {
    let found = try best("volodymyr zelensky")
    #expect(found.ids == ["a", "b"])
    #expect(found.notes == ["zelensky stands also for Zelenskyy"])
  }

  @Test func aWholeNameIsFoundUnderItsOtherForms() throws {
    let found = try best("William Lindqvist Monday")
    #expect(found.ids == ["c", "d"])
    #expect(found.notes == ["William Lindqvist stands also for Bill Lindqvist"])
  }

  @Test(arguments: ["volodymyr =zelensky", "\"Volodymyr Zelensky\"", "zelensky volodymyr"])
  func whatIsTypedOtherwiseIsTakenAsItIs(_ query: String) throws {
    #expect(try best(query).ids == ["a"])
  }
}
