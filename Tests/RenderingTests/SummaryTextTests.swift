import Rendering
import SearchModel
import Testing

struct SummaryTextTests {
  private func text(_ change: (inout RunSummary) -> Void) -> String {
    var summary = RunSummary()
    change(&summary)
    return SummaryText(summary, path: "news.db").text
  }

  @Test func whatIsOneIsSaidOfOne() {
    let text = text { ($0.indexed, $0.duplicates, $0.nearCopies, $0.movedFiles) = (1, 1, 1, 1) }
    #expect(
      text == "1 indexed, 1 duplicate, 1 near-copy, 1 file moved · 0 B in 0.0 s (0 B/s) · news.db")
  }

  @Test func whatAreSeveralIsSaidOfSeveral() {
    let text = text { ($0.duplicates, $0.nearCopies, $0.movedFiles) = (2, 1_200, 3) }
    #expect(
      text == "0 indexed, 2 duplicates, 1,200 near-copies, 3 files moved · 0 B in 0.0 s (0 B/s)"
        + " · news.db")
  }
}
