import IndexDefinition
import TestSupport
import Testing

@testable import NewsTagging

struct NamesPersonRulesTests {
  private func mention(_ start: Int) -> Mention {
    Mention(field: .body, range: start..<start + 3, rule: "model")
  }

  @Test(arguments: [
    #"merge "V. Zelensky" into "Volodymyr Zelensky""#,
    #"rename "Bill Clinton" to "William J. Clinton""#,
    #"hide "Santa Clara""#,
    #"hide "Dwayne \"The Rock\" Johnson \\""#,
    #"split "Vladimir Klitschko" from "Vitali Klitschko""#,
    #"split "George Bush" into "George H. W. Bush" to 1993-01-20"#,
    #"split "George Bush" into "George W. Bush" from 2001-01-20 to 2009-01-20"#,
    #"split "John Smith" into "John Smith (poet)" in "articles/1871 02.txt""#,
  ])
  func printsWhatItReads(line: String) throws {
    #expect(try PersonRule(line: line).description == line)
  }

  @Test(arguments: [
    "hide", "hide Clara", #"hide "A" now"#, #"merge "A""#, #"merge "A" to "B""#,
    #"merge "A" into "A""#, #"hide """#, #"split "A" into "B""#, #"split "A" into "B" from May"#,
    #"split "A" into "B" to 2001 to 2002"#, #"hide "A"#, #"forget "A""#,
  ])
  func saysWhatIsWrong(line: String) {
    #expect(throws: PersonRule.SyntaxError.self) { try PersonRule(line: line) }
  }

  @Test func anyNamePrintsAndReadsBack() throws {
    let seed: UInt64 = 22_112_026
    var generator = SeededGenerator(seed: seed)
    let letters = Array("ab\"\\ #éß'-.\t名")
    for _ in 0..<500 {
      let name = String(
        (0..<8).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
      let rule = PersonRule.merge(name, into: "x" + name)
      #expect(try PersonRule(line: "\(rule)") == rule, "seed \(seed)")
    }
  }

  @Test func textSkipsCommentsAndEmptyLines() throws {
    let text = "# corrections\n\n  hide \"A\"\nrename \"B\" to \"C\"\n"
    #expect(try PersonRules(text: text).rules == [.hide("A"), .rename("B", to: "C")])
    #expect(try PersonRules(text: text).text == "hide \"A\"\nrename \"B\" to \"C\"\n")
  }

  @Test func rulesFollowOneAnother() {
    let rules = PersonRules([.merge("A", into: "B"), .rename("B", to: "C"), .hide("D")])
    #expect(
      ["A", "B", "C", "D"].map { rules.name(for: $0, of: "1", on: nil) } == ["C", "C", "C", nil])
  }

  @Test func swappedNamesDoNotRunInCircles() {
    let rules = PersonRules([.rename("A", to: "B"), .rename("B", to: "A")])
    #expect(rules.name(for: "A", of: "1", on: nil) == "A")
  }

  @Test func mergedPeopleShareTheirMentionsInTextOrder() {
    let rules = PersonRules([.merge("V. Zelensky", into: "Volodymyr Zelensky")])
    let people = [
      PersonTag(name: "Volodymyr Zelensky", mentions: [mention(0), mention(40)]),
      PersonTag(name: "V. Zelensky", mentions: [mention(20)]),
    ]
    #expect(
      rules.apply(to: people, of: "1", on: nil)
        == [
          PersonTag(name: "Volodymyr Zelensky", mentions: [mention(0), mention(20), mention(40)])
        ])
  }

  @Test func splitTakesTheArticlesOfItsCondition() {
    let rules = PersonRules([
      .split("Bush", into: "Old Bush", where: .dates(DateRange(to: CalendarDate("1993-01-20")))),
      .split("Bush", into: "Painter Bush", where: .article("7")),
    ])
    #expect(rules.name(for: "Bush", of: "1", on: CalendarDate("1991-01-17")) == "Old Bush")
    #expect(rules.name(for: "Bush", of: "1", on: CalendarDate("2003-03-20")) == "Bush")
    #expect(rules.name(for: "Bush", of: "7", on: nil) == "Painter Bush")
  }

  @Test func removedRuleIsUndone() {
    var rules = PersonRules([.hide("A"), .rename("B", to: "C")])
    let removed = [rules.remove(.hide("A")), rules.remove(.hide("A"))]
    #expect(removed == [true, false])
    #expect(rules.name(for: "A", of: "1", on: nil) == "A")
    #expect(rules.name(for: "B", of: "1", on: nil) == "C")
  }

  @Test func apartIsApartBothWays() {
    let rules = PersonRules([.keepApart("A", from: "B")])
    #expect(rules.keepApart("A", "B") && rules.keepApart("B", "A") && !rules.keepApart("A", "C"))
  }

  @Test func theNamesLeadingToANameAreFoundThroughAllRules() {
    let rules = PersonRules([
      .merge("A", into: "B"), .rename("B", to: "C"), .hide("D"), .merge("E", into: "A"),
    ])
    #expect(rules.names(leadingTo: ["C"]) == ["A", "B", "C"])
    #expect(rules.names(leadingTo: ["A"]) == ["A", "E"])
    #expect(rules.names(leadingTo: ["D"]) == ["D"])
  }
}
