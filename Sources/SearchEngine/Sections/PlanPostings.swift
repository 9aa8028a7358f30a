/// What the index holds of a plan's query terms, section by section.
struct PlanPostings {
  /// One a query term of the plan, of each section; at least one section.
  let sections: [(section: Section, postings: [Postings])]

  /// Articles of the whole index that meet a query term.
  func articles(of term: Int) -> Int { total(of: term, \.articles) }

  /// Occurrences in them.
  func occurrences(of term: Int) -> Int { total(of: term, \.occurrences) }

  /// The weighted frequency of a query term in article `row`; 0 when it is not there.
  func frequency(of term: Int, in row: UInt32) -> Float {
    sections.first { $0.section.rows.contains(Int64(row)) }?.postings[term].frequency(in: row) ?? 0
  }

  /// Remembers how frequent the words are that were read to their ends.
  func note(_ terms: [QueryTerm], in counts: TermCounts) {
    for (term, wanted) in terms.enumerated() where sections[0].postings[term].isCounted {
      counts.note(
        TermCounts.Count(
          articles: articles(of: term), occurrences: occurrences(of: term),
          highestFrequency: sections.map(\.postings[term].highestFrequency).max() ?? 0),
        of: wanted)
    }
  }

  /// What sections counted adds up; what is known from elsewhere each of them has whole.
  private func total(of term: Int, _ number: (Postings) -> Int) -> Int {
    guard sections[0].postings[term].isCounted else { return number(sections[0].postings[term]) }
    return sections.reduce(0) { $0 + number($1.postings[term]) }
  }
}
