internal import OperatingSystem
package import SearchModel

/// What a change of the person rules did: each rule, then the articles that changed.
package struct PersonChangeText {
  private let change: RuleChange

  package init(_ change: RuleChange) {
    self.change = change
  }

  package var text: String {
    let lines =
      change.made.map { "made: \("\($0)".visible)\n" }
      + change.undone.map { "undone: \("\($0)".visible)\n" }
      + ["\(grouped(change.articles)) \(change.articles == 1 ? "article" : "articles") changed\n"]
    return lines.joined()
  }
}
