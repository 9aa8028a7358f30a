/// What the index holds of a plan's leaves, section by section.
struct PlanPostings {
  /// One a leaf of the plan, of each section; at least one section.
  let sections: [(section: Section, leaves: [Postings])]

  /// Articles of the whole index that meet a leaf.
  func articles(of leaf: Int) -> Int { total(of: leaf, \.articles) }

  /// Occurrences in them.
  func occurrences(of leaf: Int) -> Int { total(of: leaf, \.occurrences) }

  /// The weighted frequency of a leaf in article `row`; 0 when it is not there.
  func frequency(of leaf: Int, in row: UInt32) -> Float {
    sections.first { $0.section.rows.contains(Int64(row)) }?.leaves[leaf].frequency(in: row) ?? 0
  }

  /// Remembers how frequent the words are that were read to their ends.
  func note(_ leaves: [Leaf], in counts: TermCounts) {
    for (leaf, wanted) in leaves.enumerated() where sections[0].leaves[leaf].isCounted {
      counts.note(
        TermCounts.Count(
          articles: articles(of: leaf), occurrences: occurrences(of: leaf),
          highestFrequency: sections.map(\.leaves[leaf].highestFrequency).max() ?? 0),
        of: wanted)
    }
  }

  /// What sections counted adds up; what is known from elsewhere each of them has whole.
  private func total(of leaf: Int, _ number: (Postings) -> Int) -> Int {
    guard sections[0].leaves[leaf].isCounted else { return number(sections[0].leaves[leaf]) }
    return sections.reduce(0) { $0 + number($1.leaves[leaf]) }
  }
}
