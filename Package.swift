// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "wsearch",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "wsearch", targets: ["wsearch"]),
    .executable(name: "wsearch-train", targets: ["wsearch-train"]),
    .executable(name: "wsearch-bench", targets: ["wsearch-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // What is in an index?
    .target(
      name: "IndexDefinition",
      dependencies: ["IndexData"],
      path: "index",
      exclude: ["README.md", "schema", "gazetteers", "models", "embedded", "tokenizer"]
    ),
    .target(name: "IndexData", path: "index/embedded"),

    // System libraries, one module map each.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CStemmer", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),

    // The rooms, from files to answers.
    .target(name: "Tokenizing", dependencies: ["IndexData", "CStemmer"]),
    .target(
      name: "ArticleReading", dependencies: ["IndexDefinition", "CLibXML2", "CZlib"]),
    .target(name: "Tagging", dependencies: ["IndexDefinition", "IndexData"]),
    .target(name: "QueryLanguage", dependencies: ["IndexDefinition"]),
    .target(name: "FTS5Segments", exclude: ["FORMAT.md"]),
    .target(
      name: "SearchIndex",
      dependencies: [
        "IndexDefinition", "ArticleReading", "Tagging", "Tokenizing", "QueryLanguage",
        "FTS5Segments", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(
      name: "Rendering", dependencies: ["SearchIndex", "IndexDefinition", "QueryLanguage"]),
    .executableTarget(
      name: "wsearch",
      dependencies: [
        "IndexDefinition", "ArticleReading", "Tagging", "QueryLanguage", "SearchIndex",
        "Rendering", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "wsearch-train",
      dependencies: [
        "IndexDefinition", "Tagging",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "wsearch-bench",
      dependencies: [
        "IndexDefinition", "ArticleReading", "Tagging", "Tokenizing", "QueryLanguage",
        "FTS5Segments", "SearchIndex", "Oracle", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "benchmarks",
      exclude: [
        "README.md", "cache.py", "charts.py", "compare.py", "corpora.py", "engines.py",
        "measurements.py", "ocr.py", "peers", "processes.py", "readme.py", "record.py", "rounds.py",
        "run.py", "runs", "sample.py", "scaling.py", "session.py", "setup", "summary.py",
      ]),

    .target(name: "TestSupport", dependencies: ["IndexDefinition"], path: "Tests/TestSupport"),
    // Answers the slow way, to compare with: for tests and for `wsearch-bench fuzz`.
    .target(
      name: "Oracle",
      dependencies: [
        "IndexDefinition", "QueryLanguage", "SearchIndex", "Tagging", "Tokenizing", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/Oracle"),
    .testTarget(name: "IndexDefinitionTests", dependencies: ["IndexDefinition", "TestSupport"]),
    .testTarget(
      name: "TokenizingTests",
      dependencies: ["Tokenizing", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(
      name: "ArticleReadingTests", dependencies: ["ArticleReading", "CZlib", "TestSupport"]),
    .testTarget(
      name: "TaggingTests", dependencies: ["Tagging", "ArticleReading", "TestSupport"]),
    .testTarget(
      name: "QueryLanguageTests", dependencies: ["QueryLanguage", "Oracle", "TestSupport"]),
    .testTarget(
      name: "FTS5SegmentsTests",
      dependencies: [
        "FTS5Segments", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "SearchIndexTests",
      dependencies: [
        "SearchIndex", "IndexDefinition", "ArticleReading", "Tagging", "Tokenizing",
        "QueryLanguage", "Oracle", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "RenderingTests", dependencies: ["Rendering", "IndexDefinition", "TestSupport"]),
    .testTarget(name: "CommandLineTests", dependencies: ["TestSupport", "wsearch"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.name != "IndexData" {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
}
