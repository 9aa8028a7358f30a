import Foundation
import TestSupport
import Testing

/// Each mistake gives one clear line on stderr and its exit status.
struct BadInputTests {
  @Test func aMissingIndexNamesTheRemedy() throws {
    try withBinary { binary, _ in
      for command in ["query", "stats", "check"] {
        let outcome = try binary.run([command])
        #expect(outcome.status == 2)
        #expect(outcome.complaints.count == 1)
        #expect(outcome.errors.contains("wsearch index"))
      }
    }
  }

  @Test func aWrongPathIsNamedAndTheRunGoesOn() throws {
    try withBinary { binary, folder in
      let good = folder.appendingPathComponent("good.txt")
      try "Peace talks\n\nThe talks began on Monday.\n".write(
        to: good, atomically: true, encoding: .utf8)
      let outcome = try binary.run("index", "no/such/folder", good.path, "--json")
      #expect(outcome.status == 2)
      #expect(outcome.complaints.count == 1)
      #expect(outcome.errors.contains("no/such/folder"))
      #expect(try outcome.json()["indexed"] as? Int == 1)
      #expect(try outcome.json()["failed"] as? Int == 1)
    }
  }

  @Test func unreadableContentIsNamedFileByFile() throws {
    try withBinary { binary, folder in
      let bad = folder.appendingPathComponent("bad")
      try FileManager.default.createDirectory(at: bad, withIntermediateDirectories: true)
      try Data().write(to: bad.appendingPathComponent("empty.txt"))
      try Data([0, 1, 2, 0, 255, 0, 9, 0]).write(to: bad.appendingPathComponent("binary.txt"))
      try Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]).write(
        to: bad.appendingPathComponent("torn.jsonl.gz"))
      try Data("caf\u{E9}".unicodeScalars.map { UInt8($0.value) }).write(
        to: bad.appendingPathComponent("latin.txt"))
      let outcome = try binary.run("index", bad.path)
      #expect(outcome.status == 2)
      for name in ["empty.txt", "binary.txt", "torn.jsonl.gz", "latin.txt"] {
        #expect(outcome.complaints.filter { $0.contains(name) }.count == 1, "\(outcome.errors)")
      }
    }
  }

  @Test func aFileThatIsNoIndexIsRefused() throws {
    try withBinary { binary, _ in
      try "not a database".write(to: binary.index, atomically: true, encoding: .utf8)
      let outcome = try binary.run("query", "peace")
      #expect(outcome.status == 2)
      #expect(outcome.complaints.count == 1)
      #expect(outcome.errors.contains("not a wsearch index"))
    }
  }

  @Test(arguments: [
    ["query", "peace", "--from", "2025-13-45"], ["query", "--sort", "sideways"],
    ["query", "--facet", "colour"], ["query", "--limit", "-1"], ["index", "--memory", "lots"],
    ["index", "--format", "tiff", "."], ["tag", "--format", "tiff"],
    ["query", "--facet-offset", "-1"], ["query", "--facet-sort", "size"],
    ["query", "--recency", "soon"], ["query", "--after", "page2"],
    ["show"], ["nosuchcommand"], ["query", "--from", "2025", "--to", "2024"],
  ])
  func aWrongArgumentIsAUsageError(_ arguments: [String]) throws {
    try withBinary { binary, _ in
      let outcome = try binary.run(arguments)
      #expect(outcome.status == 64)
      #expect(outcome.complaints.count == 1, "\(outcome.errors)")
    }
  }

  @Test func anUnknownFileFormatNamesTheChoices() throws {
    try withBinary { binary, _ in
      let outcome = try binary.run("index", "--format", "tiff", "Examples/news")
      #expect(outcome.status == 64)
      #expect(
        outcome.errors.contains(
          "--format takes one of text, markdown, html, json, jsonl, xml, csv, wire, "
            + "sgml, mail, mbox, mhtml, warc, archive, docx, odt, epub, rtf, pdf, "
            + "wikidump, alto, tei, export, not 'tiff'"))
      #expect(!FileManager.default.fileExists(atPath: binary.index.path))
    }
  }

  @Test func aBadLineOfSynonymsNamesFileLineAndRemedy() throws {
    try withExamples { binary in
      let file = binary.index.deletingLastPathComponent().appendingPathComponent("synonyms.txt")
      try "car, automobile\nceasefire\n".write(to: file, atomically: true, encoding: .utf8)
      let outcome = try binary.run("query", "peace", "--synonyms", file.path)
      #expect(outcome.status == 2)
      #expect(outcome.complaints.count == 1)
      #expect(outcome.errors.contains("\(file.path), line 2: ceasefire stands alone; write"))
      let missing = try binary.run("query", "peace", "--synonyms", "no/such/file")
      #expect(missing.status == 2)
      #expect(missing.errors == "wsearch: no/such/file: cannot read the synonyms\n")
      try "ceasefire, armistice\n".write(to: file, atomically: true, encoding: .utf8)
      let plain = try binary.run("query", "armistice", "--json").json()
      #expect(plain["total"] as? Int == 0)
      let widened = try binary.run(
        "query", "armistice", "--synonyms", file.path, "--json"
      ).json()
      #expect(widened["total"] as? Int ?? 0 > 0)
      #expect(widened["notes"] as? [String] == ["armistice stands also for ceasefire"])
    }
  }

  @Test func anUnknownCountryIsAnErrorAndAnUnknownPersonFindsNothing() throws {
    try withExamples { binary in
      let country = try binary.run("query", "peace", "--country", "Atlantis")
      #expect(country.status == 2)
      #expect(country.complaints.count == 1)
      #expect(country.errors.contains("Atlantis"))
      #expect(try binary.run("query", "--person", "Nobody Atall").status == 1)
    }
  }

  @Test func randomBytesAreQueries() throws {
    var generator = SeededGenerator(seed: 2025)
    let lines = (0..<2000).map { number in
      let bytes = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        UInt8.random(in: 1...255, using: &generator)
      }
      let text = String(decoding: bytes.filter { $0 != 10 && $0 != 9 && $0 != 13 }, as: UTF8.self)
      return "q\(number)\t\(text)"
    }
    try withExamples { binary in
      let input = lines.joined(separator: "\n") + "\n"
      let outcome = try binary.run("query", "--batch", "-", "--json", input: input)
      #expect(outcome.status == 0 || outcome.status == 1, "\(outcome.errors.prefix(500))")
      #expect(outcome.output.split(separator: "\n").count == 2000)
    }
  }
}
