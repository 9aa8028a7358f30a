/// What was read out of a damaged index.
package struct SalvageSummary: Sendable, Equatable {
  package var articles = 0
  package var duplicates = 0
  package var files = 0
  package var rules = 0
  /// Ids of articles whose text or data are not as they were stored; they are kept as they could be
  /// read.
  package var altered: [String] = []
  /// Articles and duplicates that are known to have been there, and of which too little is left.
  package var lost = 0
  package var seconds = 0.0

  package init() {}

  /// All that was there came along as it was.
  package var isWhole: Bool { altered.isEmpty && lost == 0 }
}
