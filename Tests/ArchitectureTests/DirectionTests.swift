import Foundation
import TestSupport
import Testing

/// The directions that ARCHITECTURE.md draws, held by what the sources import and name.
struct DirectionTests {
  /// Lines `name: others` of the block behind a line of ARCHITECTURE.md.
  private static func lines(behind head: String) throws -> [(name: String, others: [String])] {
    let text = try String(
      contentsOf: repository.appendingPathComponent("ARCHITECTURE.md"), encoding: .utf8)
    let block = text.components(separatedBy: head + "\n\n").dropFirst().first ?? ""
    return block.components(separatedBy: "\n\n")[0].split(separator: "\n").map { line in
      let parts = line.split(separator: ":", maxSplits: 1).map {
        $0.split(separator: " ").map(String.init)
      }
      return (parts[0].joined(), parts.count > 1 ? parts[1] : [])
    }
  }

  /// The targets that lie in `index/`.
  private static let inIndex = ["IndexDefinition": "index", "ArticleModel": "index/nouns"]

  private static func path(_ target: String) -> String { inIndex[target] ?? "Sources/\(target)" }

  private static func targets() throws -> [String: [String]] {
    let lines = try lines(behind: "What a target may import of ours:")
    return Dictionary(uniqueKeysWithValues: lines.map { ($0.name, $0.others) })
  }

  @Test func targetsImportWhatTheyMay() throws {
    let allowed = try Self.targets()
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: repository.appendingPathComponent("Sources").path
    ).filter { !$0.hasPrefix("C") || $0 == "CommandLineOptions" }
    #expect(Set(folders).union(Self.inIndex.keys) == Set(allowed.keys))
    for (target, others) in allowed {
      let imports = try foldersBelow(Self.path(target)).reduce(into: Set<String>()) {
        $0.formUnion($1.imports)
      }
      let ours = imports.intersection(allowed.keys).subtracting([target])
      #expect(ours.subtracting(others) == [], "\(target) imports against the direction")
    }
  }

  @Test func sqliteIsKnownInOneTarget() throws {
    for target in try Self.targets().keys {
      let imports = try foldersBelow(Self.path(target)).flatMap(\.imports)
      #expect(imports.contains("CSystemSQLite") == (target == "SQLite"))
      #expect(imports.contains("SQLite") == (target == "SearchIndex"))
      #expect(!imports.contains("Foundation") || target == "wsearch-train")
    }
  }

  /// A folder names types of the folders before it alone.
  @Test func foldersPointOneWay() throws {
    let orders = try Self.lines(behind: "The folders inside, each naming those before it alone:")
    #expect(orders.count >= 2)
    for (target, order) in orders {
      let folders = try foldersBelow("Sources/\(target)").filter { !$0.name.isEmpty }
      #expect(Set(folders.map(\.name)) == Set(order), "\(target)")
      let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
      for folder in folders {
        for other in folders where places[other.name, default: 0] > places[folder.name, default: 0]
        {
          let against = folder.used.intersection(other.declared).subtracting(folder.declared)
          #expect(against == [], "\(target): \(folder.name) names what \(other.name) declares")
        }
      }
    }
  }
}
