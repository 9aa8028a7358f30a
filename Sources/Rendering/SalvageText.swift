package import SearchModel

/// What was read out of a damaged index, a line for each kind.
package struct SalvageText {
  private let summary: SalvageSummary
  private let path: String

  package init(_ summary: SalvageSummary, path: String) {
    self.summary = summary
    self.path = path
  }

  package var text: String {
    let seconds = (summary.seconds * 10).rounded() / 10
    var lines = [
      "\(grouped(summary.articles)) articles, \(grouped(summary.duplicates)) duplicates, "
        + "\(grouped(summary.rules)) rules in \(seconds) s · \(path)"
    ]
    lines += summary.altered.map { "article \($0) is not as it was stored" }
    if summary.lost > 0 { lines.append("\(grouped(summary.lost)) articles are lost") }
    if !summary.isWhole {
      lines.append("`wsearch index` over the new file reads their sources again")
    }
    return lines.joined(separator: "\n")
  }
}
