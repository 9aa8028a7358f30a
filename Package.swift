// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "wsearch",
  platforms: [.macOS(.v15)],
  products: [
    // Libraries, the smallest first; what is public in them is what their documentation shows.
    .library(name: "FTS5Segments", targets: ["FTS5Segments"]),
    .library(name: "QueryLanguage", targets: ["QueryLanguage"]),
    .library(name: "NewsTagging", targets: ["NewsTagging"]),
    .library(name: "SearchIndex", targets: ["SearchIndex"]),
    .executable(name: "wsearch", targets: ["wsearch"]),
    .executable(name: "wsearch-train", targets: ["wsearch-train"]),
    .executable(name: "wsearch-bench", targets: ["wsearch-bench"]),
  ],
  targets: [
    // What is in an index? Its nouns are a target of their own, so that who reads queries alone
    // needs no gazetteers.
    .target(name: "ArticleModel", path: "index/nouns"),
    .target(
      name: "IndexDefinition",
      dependencies: ["ArticleModel", "IndexData"],
      path: "index",
      exclude: [
        "README.md", "SQL.md", "schema", "gazetteers", "models", "embedded", "tokenizer", "nouns",
      ]
    ),
    .target(name: "IndexData", path: "index/embedded"),

    // System libraries that every run needs, one module map each. A module's name is its own in all
    // packages of a program: `CSQLite` is taken by others.
    .systemLibrary(
      name: "CSystemSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CStemmer", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
    // Those that only some commands need: opened when first used, never linked.
    .target(name: "CLateLibraries"),

    // Rooms of the ground floor: they know nothing of articles.
    .target(name: "CArguments"),
    .target(name: "OperatingSystem", dependencies: ["CArguments"]),
    // Between SQLite and the system's files: a checksum a page.
    .target(name: "CPageSeals", dependencies: ["CSystemSQLite"]),
    .target(name: "SQLite", dependencies: ["CSystemSQLite", "CPageSeals", "OperatingSystem"]),
    .target(name: "CommandLineOptions", dependencies: ["OperatingSystem"]),
    // The commit, as `make` names it in the environment.
    .target(
      name: "CVersion",
      cSettings: [
        .define("WSEARCH_COMMIT", to: "\"\(Context.environment["WSEARCH_COMMIT"] ?? "")\"")
      ]),

    // The rooms, from files to answers.
    .target(name: "NearCopies"),
    .target(name: "Tokenizing", dependencies: ["IndexData", "CStemmer", "OperatingSystem"]),
    .target(
      name: "ArticleReading",
      dependencies: ["IndexDefinition", "OperatingSystem", "CLateLibraries"]),
    .target(name: "NewsTagging", dependencies: ["ArticleModel", "IndexDefinition", "IndexData"]),
    .target(name: "QueryLanguage", dependencies: ["ArticleModel"]),
    .target(name: "FTS5Segments"),
    .target(
      name: "SearchModel", dependencies: ["ArticleModel", "IndexDefinition", "QueryLanguage"]),
    .target(
      name: "SearchEngine",
      dependencies: [
        "SearchModel", "IndexDefinition", "QueryLanguage", "Tokenizing", "FTS5Segments",
        "OperatingSystem",
      ]),
    .target(
      name: "SearchIndex",
      dependencies: [
        "ArticleModel", "SearchModel", "SearchEngine", "IndexDefinition", "ArticleReading",
        "NewsTagging",
        "Tokenizing",
        "QueryLanguage", "FTS5Segments", "OperatingSystem", "SQLite", "NearCopies",
      ]),
    .target(
      name: "Rendering",
      dependencies: ["SearchModel", "IndexDefinition", "QueryLanguage", "OperatingSystem"]),
    .executableTarget(
      name: "wsearch",
      dependencies: [
        "IndexDefinition", "ArticleReading", "NewsTagging", "QueryLanguage", "SearchIndex",
        "SearchModel", "Rendering", "CommandLineOptions", "OperatingSystem", "CVersion",
      ]),
    .executableTarget(
      name: "wsearch-train",
      dependencies: ["IndexDefinition", "NewsTagging", "CommandLineOptions"]),
    .executableTarget(
      name: "wsearch-bench",
      dependencies: [
        "IndexDefinition", "ArticleReading", "NewsTagging", "Tokenizing", "QueryLanguage",
        "FTS5Segments", "SearchIndex", "SearchModel", "SearchEngine", "Oracle", "TestSupport",
        "CommandLineOptions", "OperatingSystem", "Relevance",
      ],
      path: "benchmarks",
      exclude: [
        "README.md", "cache.py", "charts.py", "compare.py", "constants.py", "corpora.py",
        "engines.py", "journalists", "known_items.py", "measurements.py", "ocr.py",
        "one_answer.py", "peers", "processes.py", "readme.py", "record.py", "relevance",
        "rounds.py", "run.py", "runs", "sample.py", "scaling.py", "session.py", "setup",
        "summary.py",
      ]),
    // Judged queries and the measures of a ranking: apart from the tool, for tests.
    .target(name: "Relevance", dependencies: ["OperatingSystem"], path: "benchmarks/relevance"),

    .target(
      name: "TestSupport", dependencies: ["IndexDefinition", "CSystemSQLite"],
      path: "Tests/TestSupport"),
    // Compares what CLateLibraries declares with the libraries' headers, by being compiled.
    .systemLibrary(
      name: "CLibXML2", path: "Tests/CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", path: "Tests/CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CLibArchive", path: "Tests/CLibArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(
      name: "CGMime", path: "Tests/CGMime", pkgConfig: "gmime-3.0",
      providers: [.apt(["libgmime-3.0-dev"]), .brew(["gmime"])]),
    .target(
      name: "LateLibraryHeaders",
      dependencies: ["CLateLibraries", "CLibXML2", "CZlib", "CLibArchive", "CGMime"],
      path: "Tests/LateLibraryHeaders"),
    // The readers as libFuzzer calls them (`make fuzz-readers`).
    .target(
      name: "ReaderFuzz", dependencies: ["ArticleReading", "IndexDefinition"],
      path: "Tests/ReaderFuzz", exclude: ["run.py"]),
    // Answers the slow way, to compare with: for tests and for `wsearch-bench fuzz`.
    .target(
      name: "Oracle",
      dependencies: [
        "IndexDefinition", "QueryLanguage", "SearchEngine", "SearchIndex", "SearchModel",
        "NewsTagging",
        "Tokenizing", "TestSupport", "SQLite",
      ],
      path: "Tests/Oracle"),
    .testTarget(name: "IndexDefinitionTests", dependencies: ["IndexDefinition", "TestSupport"]),
    .testTarget(
      name: "TokenizingTests",
      dependencies: ["Tokenizing", "SQLite", "CSystemSQLite", "TestSupport"]),
    .testTarget(name: "NearCopiesTests", dependencies: ["NearCopies", "TestSupport"]),
    .testTarget(
      name: "OperatingSystemTests", dependencies: ["OperatingSystem", "TestSupport"]),
    .testTarget(
      name: "LateLibrariesTests", dependencies: ["CLateLibraries", "LateLibraryHeaders"]),
    .testTarget(
      name: "ArticleReadingTests",
      dependencies: ["ArticleReading", "CLateLibraries", "TestSupport"]),
    .testTarget(
      name: "NewsTaggingTests", dependencies: ["NewsTagging", "ArticleReading", "TestSupport"]),
    .testTarget(
      name: "TrainingTests",
      dependencies: ["wsearch-train", "NewsTagging", "IndexDefinition", "TestSupport"]),
    .testTarget(
      name: "QueryLanguageTests", dependencies: ["QueryLanguage", "Oracle", "TestSupport"]),
    .testTarget(
      name: "FTS5SegmentsTests",
      dependencies: ["FTS5Segments", "SQLite", "TestSupport"]),
    // An index in memory: the engine without a file.
    .target(
      name: "MemoryIndex",
      dependencies: [
        "SearchEngine", "SearchModel", "IndexDefinition", "QueryLanguage", "NewsTagging",
        "Tokenizing",
      ],
      path: "Tests/MemoryIndex"),
    .testTarget(
      name: "SearchEngineTests",
      dependencies: [
        "MemoryIndex", "SearchEngine", "SearchModel", "IndexDefinition", "QueryLanguage",
      ]),
    .testTarget(
      name: "SearchIndexTests",
      dependencies: [
        "MemoryIndex", "SearchIndex", "SearchEngine", "SearchModel", "IndexDefinition",
        "ArticleReading", "NewsTagging", "Tokenizing", "QueryLanguage", "Oracle", "SQLite",
        "OperatingSystem", "NearCopies", "TestSupport",
      ]),
    .testTarget(
      name: "RenderingTests",
      dependencies: ["Rendering", "SearchModel", "IndexDefinition", "TestSupport"]),
    .testTarget(name: "RelevanceTests", dependencies: ["Relevance", "TestSupport"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
    .testTarget(
      name: "SQLiteTests",
      dependencies: ["SQLite", "CSystemSQLite", "CPageSeals", "TestSupport"]),
    .testTarget(
      name: "CommandLineOptionsTests", dependencies: ["CommandLineOptions", "TestSupport"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["TestSupport", "wsearch", "CommandLineOptions", "OperatingSystem"]),
  ],
  swiftLanguageModes: [.v6]
)

let languageC = [
  "IndexData", "CArguments", "CLateLibraries", "LateLibraryHeaders", "CVersion", "CPageSeals",
]
for target in package.targets where target.type != .system && !languageC.contains(target.name) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
}

// Some test targets with all they need, and nothing else: WSEARCH_TESTS=FTS5SegmentsTests,SearchEngineTests.
// For a run of one test SwiftPM builds every target, which takes minutes under a sanitizer.
if let names = Context.environment["WSEARCH_TESTS"] {
  var needed: Set<String> = []
  func need(_ name: String) {
    guard needed.insert(name).inserted else { return }
    for target in package.targets where target.name == name {
      for case .byNameItem(let other, _) in target.dependencies { need(other) }
    }
  }
  for name in names.split(separator: ",") { need(String(name)) }
  package.targets.removeAll { !needed.contains($0.name) }
  package.products = []
}
