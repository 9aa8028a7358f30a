import Foundation
import TestSupport
import Testing

/// What strangers see of the libraries: comments, catalogues, samples.
struct LibraryTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
  }

  private static func files(below folder: String, suffix: String) throws -> [String] {
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: repository.appendingPathComponent(folder).path)
    return paths.filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
  }

  /// The libraries among the package's products, each a target of the same name.
  private static func libraries() throws -> [String] {
    try text("Package.swift").matches(of: /\.library\(name: "(\w+)"/).map { String($0.1) }
  }

  private static func sources(of library: String) throws -> [String] {
    try files(below: "Sources/\(library)", suffix: ".swift")
  }

  @Test func thePublicNounsAndLibrariesAreThese() throws {
    #expect(
      try Self.libraries() == ["FTS5Segments", "QueryLanguage", "NewsTagging", "SearchIndex"])
    let open = try Self.files(below: "Sources", suffix: ".swift").filter {
      try Self.text($0).contains(/(?m)^ *(?:@\w+ )*public (?!import)/)
    }
    let targets = Set(open.map { $0.split(separator: "/")[1] }.map(String.init))
    #expect(targets == Set(try Self.libraries() + ["SearchModel"]))
  }

  @Test func everyPublicDeclarationHasAComment() throws {
    let files =
      try (Self.libraries() + ["SearchModel"]).flatMap(Self.sources)
      + Self.files(below: "index/nouns", suffix: ".swift")
    var count = 0
    for file in files {
      for (before, line) in Self.publicDeclarations(of: try Self.text(file)) {
        count += 1
        #expect(before.hasPrefix("///"), "\(file): \(line)")
      }
    }
    #expect(count > 200)
  }

  /// The first lines of public declarations, cases among them, each behind the line before.
  private static func publicDeclarations(
    of text: String
  ) -> [(before: Substring, line: Substring)] {
    var found: [(Substring, Substring)] = []
    var before: Substring = ""
    var isInEnum = false
    for line in text.split(separator: "\n").map({ $0.drop { $0 == " " } }) {
      if line.contains(/^(?:[a-z]+ )*enum\b/) { isInEnum = line.hasPrefix("public ") }
      let isCase = isInEnum && line.contains(/^case [a-z]\w*(?:[(,= ].*)?$/)
      if isCase || line.contains(/^(?:@\w+ )*public (?!import)/) { found.append((before, line)) }
      if !line.hasPrefix("@") || line.contains("public ") { before = line }
    }
    return found
  }

  /// Public types, and what a library passes on of others.
  @Test func everyPublicTypeStandsInItsCatalogue() throws {
    for library in try Self.libraries() {
      let catalogue = try Self.text("Sources/\(library)/\(library).docc/\(library).md")
      for type in try Self.types(of: library) + Self.exports(of: library) {
        let isThere = catalogue.contains("\n- ``\(type)``\n")
        #expect(isThere, "\(library) does not list \(type)")
      }
    }
  }

  @Test func theNounsOfAskingArePassedOn() throws {
    let exports = try Self.exports(of: "SearchIndex")
    #expect(try Self.types(of: "SearchModel").filter { !exports.contains($0) } == [])
  }

  /// The public types of a target that stand in no other.
  private static func types(of target: String) throws -> [String] {
    try sources(of: target).flatMap { file in
      try text(file).matches(
        of: /(?m)^public (?:final |indirect )*(?:class|struct|enum|protocol|actor) (\w+)/
      ).map { String($0.1) }
    }
  }

  private static func exports(of library: String) throws -> [String] {
    try sources(of: library).flatMap { file in
      try text(file).matches(of: /(?m)^@_exported public import \w+ \w+\.(\w+)/).map {
        String($0.1)
      }
    }
  }

  /// The example is built and run by `.ci/run`, so samples that are lines of it work.
  @Test func samplesAreLinesOfTheExample() throws {
    let example = try Self.files(below: "Examples/archive-search", suffix: ".swift").map(Self.text)
    let lines = Set(example.joined(separator: "\n").split(separator: "\n").map(Self.bare))
    let pages = try Self.libraries().map { "Sources/\($0)/\($0).docc/\($0).md" } + ["README.md"]
    for page in pages {
      let samples = try Self.text(page).matches(of: /(?s)```swift\n(.*?)```/)
      #expect(!samples.isEmpty, "\(page) has no sample")
      for line in samples.flatMap({ $0.1.split(separator: "\n") }) {
        let isInExample = lines.contains(Self.bare(line))
        #expect(isInExample, "\(page): \(line)")
      }
    }
  }

  private static func bare(_ line: Substring) -> String {
    line.trimmingCharacters(in: .whitespaces)
  }
}
