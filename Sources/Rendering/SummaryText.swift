internal import IndexDefinition
internal import OperatingSystem
package import SearchModel

/// What an index run did, as one line.
package struct SummaryText {
  private let summary: RunSummary
  private let path: String

  package init(_ summary: RunSummary, path: String) {
    self.summary = summary
    self.path = path.visible
  }

  package var text: String {
    let counts = [
      (summary.indexed, "indexed"), (summary.updated, "updated"), (summary.unchanged, "unchanged"),
      (summary.duplicates, summary.duplicates == 1 ? "duplicate" : "duplicates"),
      (summary.nearCopies, summary.nearCopies == 1 ? "near-copy" : "near-copies"),
      (summary.removed, "removed"),
      (summary.renamed, "with people under new names"), (summary.failed, "failed" + kinds),
      (summary.orderedDates, "dated by --date-order"),
      (summary.untagged, "in a language that is not tagged"),
      (summary.movedFiles, summary.movedFiles == 1 ? "file moved" : "files moved"),
      (summary.keptOut, "kept out"),
    ]
    let told = counts.filter { $0.0 > 0 || $0.1 == "indexed" }.map { "\(grouped($0.0)) \($0.1)" }
    let rate = summary.seconds > 0 ? bytes(Int(Double(summary.bytes) / summary.seconds)) : "0 B"
    let seconds = (summary.seconds * 10).rounded() / 10
    return told.joined(separator: ", ")
      + " · \(bytes(summary.bytes)) in \(seconds) s (\(rate)/s) · \(path)"
  }
}

extension SummaryText {
  /// Behind what failed: ` (3 hold no article, 1 undated)`.
  private var kinds: String {
    let told = summary.countedFailures.map { kind, count in "\(grouped(count)) \(Self.words(kind))"
    }
    return told.isEmpty ? "" : " (\(told.joined(separator: ", ")))"
  }

  private static func words(_ kind: ReadingFailure.Kind) -> String {
    switch kind {
    case .file: "not to be opened"
    case .noArticle: "no article"
    case .library: "without a library"
    case .damaged: "damaged"
    case .encoding: "in another encoding"
    case .undated: "undated"
    case .withheld: "taken back or elsewhere"
    }
  }
}

extension RunSummary {
  /// Failures by kind, the most frequent first.
  var countedFailures: [(kind: ReadingFailure.Kind, count: Int)] {
    ReadingFailure.Kind.allCases.compactMap { kind in failures[kind].map { (kind, $0) } }
      .sorted { ($1.count, $0.kind.rawValue) < ($0.count, $1.kind.rawValue) }
  }
}

/// What a run says of files that are gone.
package struct GoneText {
  package let text: String

  /// Nil where none is.
  package init?(_ summary: RunSummary) {
    guard summary.goneFiles > 0 else { return nil }
    let isOne = summary.goneFiles == 1
    let articles =
      summary.goneArticles == 1
      ? "article stays" : isOne ? "\(grouped(summary.goneArticles)) articles stay" : "articles stay"
    text =
      isOne
      ? "1 file is gone; its \(articles) until --prune"
      : "\(grouped(summary.goneFiles)) files are gone; their \(grouped(summary.goneArticles)) "
        + "\(articles) until --prune"
  }
}
