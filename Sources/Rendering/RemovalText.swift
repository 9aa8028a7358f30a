package import SearchModel

/// What was taken out, or would be, as one line, and one for each file that still holds it.
package struct RemovalText {
  private let summary: RemovalSummary
  private let isDone: Bool

  package init(_ summary: RemovalSummary, isDone: Bool) {
    (self.summary, self.isDone) = (summary, isDone)
  }

  package var text: String {
    let articles = summary.articles == 1 ? "1 article" : "\(grouped(summary.articles)) articles"
    let places =
      summary.duplicates == 1 ? "1 duplicate" : "\(grouped(summary.duplicates)) duplicates"
    let what = articles + (summary.duplicates > 0 ? " and \(places)" : "")
    guard isDone else { return "\(what) would be removed: --yes does it" }
    return
      ([what + " removed" + (summary.isErased ? ", and nothing is left of them in the file" : "")]
      + summary.olderFiles.map {
        "\($0) is the file before a repair and still holds them: delete it"
      })
      .joined(separator: "\n")
  }
}
