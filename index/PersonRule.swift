/// A user's correction of who is who, one line of text that a person can read and write.
///
///     merge "V. Zelensky" into "Volodymyr Zelensky"
///     rename "Bill Clinton" to "William J. Clinton"
///     hide "Santa Clara"
///     split "Vladimir Klitschko" from "Vitali Klitschko"
///     split "George Bush" into "George H. W. Bush" to 1993-01-20
///     split "John Smith" into "John Smith (poet)" in "articles/1871-02.txt"
///
/// Names stand in quotes, `\"` and `\\` inside them are a quote and a backslash, `\u{1B}` is a character
/// by its number. Rules change nothing but what is made from the text on each run: a rule taken away is
/// undone.
package enum PersonRule: Sendable, Hashable {
  /// All articles of the first name belong to the second.
  case merge(String, into: String)
  /// The person is shown under another name.
  case rename(String, to: String)
  /// The name is no person.
  case hide(String)
  /// The first name is never taken for another way to write the second.
  case keepApart(String, from: String)
  /// Some articles of the first name belong to the second.
  case split(String, into: String, where: Condition)

  /// Which articles a split takes.
  package enum Condition: Sendable, Hashable {
    /// The article with this id.
    case article(String)
    /// The articles whose date lies in the range.
    case dates(DateRange)
  }

  /// The name that the rule is about.
  package var name: String {
    switch self {
    case .merge(let name, into: _), .rename(let name, to: _), .hide(let name),
      .keepApart(let name, from: _), .split(let name, into: _, where: _):
      name
    }
  }

  /// The other name in it; nil: there is none.
  package var otherName: String? {
    switch self {
    case .merge(_, into: let other), .rename(_, to: let other), .keepApart(_, from: let other),
      .split(_, into: let other, where: _):
      other
    case .hide: nil
    }
  }
}

extension PersonRule: CustomStringConvertible {
  /// The rule's line, which ``init(line:)`` reads back.
  package var description: String {
    switch self {
    case .merge(let name, let other): "merge \(quoted(name)) into \(quoted(other))"
    case .rename(let name, let other): "rename \(quoted(name)) to \(quoted(other))"
    case .hide(let name): "hide \(quoted(name))"
    case .keepApart(let name, let other): "split \(quoted(name)) from \(quoted(other))"
    case .split(let name, let other, let condition):
      "split \(quoted(name)) into \(quoted(other))" + text(condition)
    }
  }

  private func text(_ condition: Condition) -> String {
    switch condition {
    case .article(let id): " in \(quoted(id))"
    case .dates(let range):
      (range.from.map { " from \($0)" } ?? "") + (range.to.map { " to \($0)" } ?? "")
    }
  }

  private func quoted(_ name: String) -> String {
    "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
