// swift-tools-version: 6.2
import PackageDescription

// Another package than wsearch's, as yours would be; with `url:` and `branch:` in place of `path:`.
let package = Package(
  name: "archive-search",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "wsearch", path: "../..")],
  targets: [
    .executableTarget(
      name: "archive-search",
      dependencies: [
        .product(name: "NewsTagging", package: "wsearch"),
        .product(name: "QueryLanguage", package: "wsearch"),
        .product(name: "SearchIndex", package: "wsearch"),
      ]),
    .executableTarget(
      name: "posting-list",
      dependencies: [.product(name: "FTS5Segments", package: "wsearch"), "SystemSQLite"]),
    .systemLibrary(
      name: "SystemSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
  ]
)
