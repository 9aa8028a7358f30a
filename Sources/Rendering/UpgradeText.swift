internal import OperatingSystem
package import SearchModel

/// What an upgrade did, as one line.
package struct UpgradeText {
  private let summary: UpgradeSummary
  private let path: String

  package init(_ summary: UpgradeSummary, path: String) {
    self.summary = summary
    self.path = path.visible
  }

  package var text: String {
    guard summary.isDone else {
      return "nothing to do: \(path) has index format \(summary.newVersion) already"
    }
    let articles = "\(grouped(summary.articles)) \(summary.articles == 1 ? "article" : "articles")"
    let seconds = (summary.seconds * 10).rounded() / 10
    return "\(articles) from index format \(summary.oldVersion) to \(summary.newVersion) in "
      + "\(seconds) s · \(path)"
  }
}
