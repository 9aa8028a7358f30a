import Foundation
import TestSupport
import Testing

struct ExampleArticlesTests {
  @Test func anIndexRunCountsWhatItDid() throws {
    try withBinary { binary, _ in
      let first = try binary.run("index", "Examples/news", "--json")
      let summary = try first.json()
      #expect(first.status == 0)
      #expect(summary["indexed"] as? Int == 53)
      #expect(summary["failed"] as? Int == 0)
      #expect(
        Set(summary.keys) == [
          "indexed", "updated", "unchanged", "duplicates", "removed", "failed", "bytes", "seconds",
          "untagged", "renamed", "moved_files", "gone_files", "gone_articles", "kept_out",
          "near_copies", "ordered_dates", "failures",
        ])
      let again = try binary.run("index", "--json").json()
      #expect(again["indexed"] as? Int == 0)
      #expect(again["unchanged"] as? Int == 53)
    }
  }

  @Test func anAnswerHasTheDocumentedShape() throws {
    try withExamples { binary in
      let outcome = try binary.run("query", "coalition of the willing", "--json")
      let answer = try outcome.json()
      #expect(outcome.status == 0)
      #expect(
        Set(answer.keys).isSuperset(of: [
          "query", "understood", "total", "seconds", "hits", "facets", "notes",
        ]))
      let hit = try #require((answer["hits"] as? [[String: Any]])?.first)
      #expect(
        Set(hit.keys).isSuperset(of: [
          "id", "score", "title", "date", "source", "url", "path", "snippet", "highlights",
          "people", "countries",
        ]))
      let facets = try #require(answer["facets"] as? [String: Any])
      #expect(Set(facets.keys) == ["over", "person", "country", "date"])
      let date = try #require(facets["date"] as? [String: Any])
      #expect(
        Set(date.keys) == ["interval", "buckets", "undated", "undated_selected", "more"])
    }
  }

  @Test func aPhraseIsHighlightedAsOneRange() throws {
    try withExamples { binary in
      let answer = try binary.run("query", "\"coalition of the willing\"", "--json").json()
      let hits = try #require(answer["hits"] as? [[String: Any]])
      #expect(!hits.isEmpty)
      for hit in hits {
        let snippet = Array((hit["snippet"] as? String ?? "").utf8)
        for range in hit["highlights"] as? [[Int]] ?? [] {
          let text = String(decoding: snippet[range[0]..<range[1]], as: UTF8.self)
          #expect(text.lowercased() == "coalition of the willing")
        }
      }
    }
  }

  @Test func selectingOneValueKeepsTheOtherBucketsOfItsFacet() throws {
    try withExamples { binary in
      func countries(_ arguments: String...) throws -> [String: Int] {
        let answer = try binary.run(["query", "coalition", "--json"] + arguments).json()
        let facet = (answer["facets"] as? [String: Any])?["country"] as? [String: Any]
        let buckets = facet?["buckets"] as? [[String: Any]] ?? []
        return Dictionary(
          uniqueKeysWithValues: buckets.map {
            ($0["value"] as? String ?? "", $0["count"] as? Int ?? -1)
          })
      }
      let all = try countries()
      let selected = try countries("--country", "GB")
      let recent = try countries("--from", "2025")
      #expect(all == selected)
      #expect(all != recent)
    }
  }

  @Test func aTotalLeftUncountedIsNull() throws {
    try withExamples { binary in
      let options = ["query", "=president OR =minister", "--facet", "none", "--rank", "fast"]
      let counted = try binary.run(options + ["--json"]).json()
      let alone = try binary.run(options + ["--json", "--no-total"]).json()
      #expect(alone["total"] is NSNull)
      let ids = [counted, alone].map { answer in
        (answer["hits"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
      }
      #expect(ids[0].count == 10 && ids[0] == ids[1])
      let text = try binary.run(options + ["--no-total"]).output
      #expect(text.hasPrefix("the best 10 articles"))
    }
  }

  @Test func aCursorPagesThroughAllHits() throws {
    try withExamples { binary in
      let all = try binary.run("query", "president", "--json", "--limit", "all").json()
      #expect(all["cursor"] is NSNull)
      let total = try #require(all["total"] as? Int)
      var ids: [String] = []
      var after: [String] = []
      repeat {
        let page = try binary.run(
          ["query", "president", "--json", "--limit", "7", "--facet", "none"] + after
        ).json()
        #expect(page["total"] as? Int == total)
        ids += (page["hits"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        after = (page["cursor"] as? String).map { ["--after", $0] } ?? []
      } while !after.isEmpty && ids.count < 1000
      let hits = all["hits"] as? [[String: Any]] ?? []
      #expect(ids == hits.compactMap { $0["id"] as? String })
      let cursor = try #require(
        binary.run("query", "president", "--json", "--limit", "7").json()["cursor"] as? String)
      let other = try binary.run("query", "minister", "--after", cursor)
      #expect(other.status == 2)
      #expect(other.errors.contains("belongs to another query"))
    }
  }

  @Test func peopleAndCountriesAreCountedByDate() throws {
    try withExamples { binary in
      for facet in ["person", "country"] {
        let answer = try binary.run(
          "query", "president", "--json", "--timeline", facet, "--facet-limit", "3"
        ).json()
        let timeline = try #require(answer["timeline"] as? [String: Any])
        let series = try #require(timeline["series"] as? [[String: Any]])
        let dates = try #require(timeline["dates"] as? [String])
        let date = (answer["facets"] as? [String: Any])?["date"] as? [String: Any]
        let counted = (answer["facets"] as? [String: Any])?[facet] as? [String: Any]
        let buckets = counted?["buckets"] as? [[String: Any]] ?? []
        #expect(timeline["facet"] as? String == facet)
        #expect(timeline["interval"] as? String == date?["interval"] as? String)
        #expect(series.count == 3)
        #expect(
          series.map { $0["value"] as? String } == buckets.map { $0["value"] as? String })
        for (series, bucket) in zip(series, buckets) {
          let counts = try #require(series["counts"] as? [Int])
          #expect(counts.count == dates.count)
          #expect(
            counts.reduce(0, +) + (series["undated"] as? Int ?? 0) == bucket["count"] as? Int)
        }
        let text = try binary.run("query", "president", "--timeline", facet).output
        #expect(text.contains(facet == "person" ? "People by " : "Countries by "))
      }
    }
  }

  @Test func aSelectedYearOpensIntoItsMonthsAndUndatedCanBeSelected() throws {
    try withExamples { binary in
      func date(_ arguments: String...) throws -> [String: Any]? {
        let answer = try binary.run(["query", "--json"] + arguments).json()
        return (answer["facets"] as? [String: Any])?["date"] as? [String: Any]
      }
      let all = try date()
      #expect(all?["interval"] as? String == "year")
      #expect(all?["within"] == nil)
      #expect(all?["undated_selected"] as? Bool == false)
      let year = try date("--from", "2025", "--to", "2025")
      let within = try #require(year?["within"] as? [String: Any])
      #expect(within["interval"] as? String == "month")
      let months = (within["buckets"] as? [[String: Any]] ?? []).compactMap { $0["count"] as? Int }
      let years = year?["buckets"] as? [[String: Any]] ?? []
      let selected = years.filter { $0["selected"] as? Bool == true }
      #expect(selected.map { $0["value"] as? String } == ["2025"])
      #expect(months.reduce(0, +) == selected.first?["count"] as? Int)
      let undated = try binary.run("query", "--json", "--undated").json()
      #expect(undated["total"] as? Int == all?["undated"] as? Int)
      #expect(try date("--undated")?["undated_selected"] as? Bool == true)
    }
  }

  @Test func facetsAreSortedPagedAndSearched() throws {
    try withExamples { binary in
      func people(_ arguments: String...) throws -> (names: [String], more: Bool) {
        let answer = try binary.run(["query", "--json", "--facet"] + arguments).json()
        let facet = (answer["facets"] as? [String: Any])?["person"] as? [String: Any]
        let buckets = facet?["buckets"] as? [[String: Any]] ?? []
        return (buckets.compactMap { $0["value"] as? String }, facet?["more"] as? Bool ?? false)
      }
      for order in ["count", "name"] {
        let all = try people("person", "--facet-limit", "1000", "--facet-sort", order)
        #expect(all.names.count > 20)
        #expect(!all.more)
        var paged: [String] = []
        var more = true
        while more, paged.count < 1000 {
          let page = try people(
            "person", "--facet-limit", "7", "--facet-sort", order, "--facet-offset",
            "\(paged.count)")
          paged += page.names
          more = page.more
        }
        #expect(paged == all.names)
      }
      let named = try people("person", "--facet-limit", "1000", "--facet-sort", "name").names
        .map { $0.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil) }
      #expect(named.map { $0.prefix(1) } == named.map { $0.prefix(1) }.sorted())
      let found = try people("person:zel*", "--facet-limit", "1000").names
      #expect(found.contains("Volodymyr Zelensky"))
      #expect(found.allSatisfy { $0.lowercased().contains("zel") })
    }
  }

  @Test func nothingFoundIsStatusOne() throws {
    try withExamples { binary in
      let outcome = try binary.run("query", "xyzzyplugh")
      #expect(outcome.status == 1)
    }
  }

  @Test func aBatchAnswersEachLine() throws {
    try withExamples { binary in
      let lines = "q1\tcoalition\nq2\tearthquake\n"
      let json = try binary.run("query", "--batch", "-", "--json", input: lines)
      #expect(json.output.split(separator: "\n").count == 2)
      let trec = try binary.run("query", "--batch", "-", "--format", "trec", input: lines)
      let fields = trec.output.split(separator: "\n").map { $0.split(separator: " ") }
      #expect(fields.allSatisfy { $0.count == 6 && $0[1] == "Q0" && $0[5] == "wsearch" })
      #expect(Set(fields.map { $0[0] }) == ["q1", "q2"])
    }
  }

  @Test func anArticleIsShownByItsIDWithItsTags() throws {
    try withExamples { binary in
      let article = try binary.run("show", "wire-17", "--json").json()
      #expect(article["title"] as? String == "Australians reject the Voice")
      let countries = article["countries"] as? [[String: Any]] ?? []
      #expect(countries.map { $0["code"] as? String } == ["AU"])
      #expect(try binary.run("show", "no-such-id").status == 1)
    }
  }

  @Test func theStockShellSearchesTheFile() throws {
    let shell = URL(fileURLWithPath: "/usr/bin/sqlite3")
    guard FileManager.default.isExecutableFile(atPath: shell.path) else { return }
    try withExamples { binary in
      let process = Process()
      let pipe = Pipe()
      process.executableURL = shell
      process.arguments = [
        binary.index.path,
        "SELECT title FROM article_fts WHERE article_fts MATCH 'earthquakes' ORDER BY rank",
      ]
      process.standardOutput = pipe
      try process.run()
      process.waitUntilExit()
      let output = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
      #expect(output == "Thousands die as two earthquakes strike Turkey and Syria\n")
    }
  }

  @Test func checkFindsTheIndexSound() throws {
    try withExamples { binary in
      let outcome = try binary.run("check")
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("sound"))
    }
  }
}
