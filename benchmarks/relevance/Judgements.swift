/// Which articles answer which query, and how well: TREC's qrels.
///
///     <query id> <anything> <article id> <grade>
///
/// A line a judgement, white space between; the second field is TREC's iteration, which nothing
/// reads. Grades below 1 say "not relevant", as does no judgement at all. A query without a
/// relevant article tells rankings apart by no measure and is left out.
package struct Judgements: Equatable, Sendable {
  /// Grades from 1 by query and article.
  package let grades: [String: [String: Int]]

  /// - Throws: ``CollectionError`` that names the first line that is no judgement.
  package init(qrels: String) throws(CollectionError) {
    var grades: [String: [String: Int]] = [:]
    let lines = qrels.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      let fields = line.split(whereSeparator: \.isWhitespace)
      if fields.isEmpty { continue }
      guard fields.count == 4, let grade = Int(fields[3]) else {
        throw CollectionError("line \(number + 1): not <query id> <anything> <article id> <grade>")
      }
      if grade > 0 { grades[String(fields[0]), default: [:]][String(fields[2])] = grade }
    }
    self.grades = grades
  }
}
