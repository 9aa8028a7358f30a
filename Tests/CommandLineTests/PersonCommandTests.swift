import Foundation
import TestSupport
import Testing

struct PersonCommandTests {
  private func facet(_ binary: Binary) throws -> [String: Int] {
    let answer = try binary.run("query", "--json", "--facet", "person", "--facet-limit", "500")
    let facets = try answer.json()["facets"] as? [String: Any]
    let person = facets?["person"] as? [String: Any]
    let buckets = person?["buckets"] as? [[String: Any]] ?? []
    return Dictionary(
      uniqueKeysWithValues: buckets.map {
        ($0["value"] as? String ?? "", $0["count"] as? Int ?? 0)
      })
  }

  private func list(_ binary: Binary, _ prefix: String...) throws -> [String: Int] {
    let answer = try binary.run(["person", "list", "--json"] + prefix).json()
    return Dictionary(
      uniqueKeysWithValues: (answer["people"] as? [[String: Any]] ?? []).map {
        ($0["name"] as? String ?? "", $0["articles"] as? Int ?? 0)
      })
  }

  @Test func peopleAreListedAsTheFacetCountsThem() throws {
    try withExamples { binary in
      let listed = try list(binary)
      #expect(try facet(binary) == listed)
      #expect(try list(binary, "starm") == ["Keir Starmer": listed["Keir Starmer"] ?? 0])
      #expect(try binary.run("person", "list", "nobodyatall").status == 1)
    }
  }

  @Test func aMergeIsCountedFilteredPrintedAndUndone() throws {
    try withExamples { binary in
      let before = try facet(binary)
      let merge = try binary.run("person", "merge", "Keir Starmer", "Sir Keir Rodney Starmer")
      #expect(merge.status == 0)
      #expect(
        merge.output == """
          made: merge "Keir Starmer" into "Sir Keir Rodney Starmer"
          \(before["Keir Starmer"] ?? 0) articles changed

          """)
      let merged = try facet(binary)
      #expect(merged["Keir Starmer"] == nil)
      #expect(merged["Sir Keir Rodney Starmer"] == before["Keir Starmer"])
      let query = try binary.run("query", "--json", "--person", "Sir Keir Rodney Starmer").json()
      #expect(query["total"] as? Int == before["Keir Starmer"])
      #expect(try binary.run("check").status == 0)
      #expect(try binary.run("person", "undo").status == 0)
      #expect(try facet(binary) == before)
      #expect(try binary.run("check").status == 0)
      #expect(try binary.run("person", "undo").status == 1)
    }
  }

  @Test func aQueryFindsAPersonByTheNamesThatRulesTookAway() throws {
    try withExamples { binary in
      _ = try binary.run("person", "merge", "Keir Starmer", "Sir Keir Rodney Starmer")
      _ = try binary.run("person", "hide", "Emmanuel Macron")
      let merged = try binary.run("query", "--json", "--person", "keir starmer").json()
      #expect(
        merged["notes"] as? [String] == ["keir starmer was read as Sir Keir Rodney Starmer"])
      #expect(merged["total"] as? Int ?? 0 > 0)
      let hidden = try binary.run("query", "--json", "--person", "Emmanuel Macron").json()
      #expect(hidden["total"] as? Int == 0)
      #expect(
        (hidden["notes"] as? [String])?.first
          == "Emmanuel Macron is hidden by a rule; wsearch person rules lists it")
    }
  }

  @Test func aSurnameThatIsAWholeNameMeansThatOneAndTheOthersAreTold() throws {
    try withExamples { binary in
      _ = try binary.run("person", "rename", "Boris Johnson", "Starmer")
      let counts = try facet(binary)
      let alone = try binary.run("query", "--json", "--person", "Starmer").json()
      #expect(alone["total"] as? Int == counts["Starmer"])
      #expect(
        alone["notes"] as? [String]
          == ["Starmer was taken for the name alone, not for Keir Starmer"])
      for typed in ["starmer", "STARMER"] {
        let same = try binary.run("query", "--json", "--person", typed).json()
        #expect(same["total"] as? Int == counts["Starmer"])
        #expect(same["notes"] as? [String] == alone["notes"] as? [String])
      }
    }
  }

  @Test func rulesGoToAFileAndIntoAnotherIndex() throws {
    try withExamples { binary in
      _ = try binary.run("person", "hide", "Keir Starmer")
      _ = try binary.run("person", "rename", "Emmanuel Macron", "President \"Manu\" Macron")
      _ = try binary.run("person", "split", "Boris Johnson", "B. J.", "--to", "2020")
      let rules = try binary.run("person", "rules").output
      #expect(
        rules == """
          hide "Keir Starmer"
          rename "Emmanuel Macron" to "President \\"Manu\\" Macron"
          split "Boris Johnson" into "B. J." to 2020-12-31

          """)
      let shown = try facet(binary)
      #expect(shown["B. J."] != nil)
      try withBinary { other, _ in
        _ = try other.run("index", "Examples/news")
        #expect(try other.run("person", "apply", "-", input: "# ours\n\n" + rules).status == 0)
        #expect(try other.run("person", "rules").output == rules)
        #expect(try facet(other) == shown)
        let again = try other.run("person", "apply", "-", "--json", input: rules).json()
        #expect(again["made"] as? [String] == [])
        #expect(try other.run("index", "Examples/news").status == 0)
        #expect(try facet(other) == shown)
        #expect(try other.run("check").status == 0)
      }
    }
  }

  @Test func aNumberedRuleIsUndone() throws {
    try withExamples { binary in
      _ = try binary.run("person", "hide", "Keir Starmer")
      _ = try binary.run("person", "hide", "Emmanuel Macron")
      let undone = try binary.run("person", "undo", "1", "--json").json()
      #expect(undone["undone"] as? [String] == ["hide \"Keir Starmer\""])
      let rules = try binary.run("person", "rules", "--json").json()["rules"] as? [[String: Any]]
      #expect(rules?.map { $0["rule"] as? String } == ["hide \"Emmanuel Macron\""])
      #expect(try binary.run("person", "undo", "7").status == 1)
    }
  }

  @Test func mistakesAreNamedAndChangeNothing() throws {
    try withExamples { binary in
      let merge = try binary.run("person", "merge", "A", "A")
      #expect(merge.status == 64)
      #expect(try binary.run("person", "hide", "").status == 64)
      #expect(try binary.run("person", "split", "A", "B", "--to", "May").status == 64)
      let missing = try binary.run("person", "apply", "no-such-file")
      #expect(missing.status == 2)
      #expect(missing.errors == "wsearch: no-such-file: cannot read the rules\n")
      let bad = try binary.run("person", "apply", "-", input: "hide \"A\"\nforget \"B\"\n")
      #expect(bad.status == 2)
      #expect(bad.errors.contains("forget \"B\""))
      #expect(try binary.run("person", "rules").status == 1)
      let unknown = try binary.run("person", "hide", "Nobody At All")
      #expect(unknown.status == 0)
      #expect(unknown.errors.contains("no article changes"))
    }
  }

  @Test func aRuleMakesNoIndex() throws {
    try withBinary { binary, _ in
      let outcome = try binary.run("person", "hide", "A")
      #expect(outcome.status == 2)
      #expect(!FileManager.default.fileExists(atPath: binary.index.path))
    }
  }

  // MARK: - person show

  @Test func aPersonIsShownWithFormsReasonsAndCompany() throws {
    try withExamples { binary in
      let count = try #require(try facet(binary)["Keir Starmer"])
      let shown = try binary.run("person", "show", "starmer", "--json").json()
      #expect(shown["name"] as? String == "Keir Starmer")
      #expect(shown["articles"] as? Int == count)
      let names = try #require(shown["names"] as? [[String: Any]])
      #expect(names.reduce(0) { $0 + ($1["articles"] as? Int ?? 0) } >= count)
      #expect(
        names.allSatisfy { $0["name"] as? String == "Keir Starmer" || $0["reason"] is String })
      let forms = try #require(shown["forms"] as? [[String: Any]])
      for form in forms {
        let text = try #require(form["text"] as? String)
        #expect((form["context"] as? String)?.contains(text) == true)
        let id = try #require(form["article"] as? String)
        #expect(try binary.run("show", id).output.contains("Starmer"))
      }
      let countries = try #require(shown["countries"] as? [[String: Any]])
      #expect(countries.contains { $0["code"] as? String == "GB" })
      let text = try binary.run("person", "show", "Keir Starmer").output
      #expect(text.hasPrefix("Keir Starmer · \(count) articles\n"))
      let csv = try binary.run("person", "show", "Keir Starmer", "--csv").output
      #expect(csv.hasPrefix("\"kind\",\"value\",\"articles\","))
      #expect(csv.contains("\"person\",\"Keir Starmer\",\"\(count)\""))
    }
  }

  @Test func nobodyIsShownForANameThatNobodyHas() throws {
    try withExamples { binary in
      let outcome = try binary.run("person", "show", "Zzyzx Qwerty")
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(outcome.errors == "wsearch: no article mentions a person named Zzyzx Qwerty\n")
      #expect(try binary.run("person", "show", "Starmer", "--json", "--csv").status == 64)
    }
  }

  @Test func asIsWrittenWithAnEqualsSignMeansThatNameAlone() throws {
    try withExamples { binary in
      let count = try #require(try facet(binary)["Keir Starmer"])
      let exact = try binary.run("query", "--json", "--person", "=Keir Starmer").json()
      #expect(exact["total"] as? Int == count)
      let none = try binary.run("query", "--json", "--person", "=starmer").json()
      #expect(none["total"] as? Int == 0)
    }
  }
}
