internal import OperatingSystem
package import SearchModel

/// What a snapshot holds, as one line.
package struct SnapshotText {
  private let summary: SnapshotSummary
  private let path: String

  package init(_ summary: SnapshotSummary, path: String) {
    self.summary = summary
    self.path = path.visible
  }

  package var text: String {
    let articles = "\(grouped(summary.articles)) \(summary.articles == 1 ? "article" : "articles")"
    let seconds = (summary.seconds * 10).rounded() / 10
    return "\(articles) · \(bytes(summary.fileBytes)) in \(seconds) s · \(path)"
  }
}
