internal import CommandLineOptions
internal import SearchModel

/// How `wsearch query` orders what it finds.
struct RankingOptions: OptionGroup {
  @Option("sort", "Order of the hits.", isCommon: true)
  var sort: SearchRequest.Sort = .relevance

  @Option("rank", "best re-ranks the best hits; fast is one pass of BM25.")
  var rank: SearchRequest.Ranking = .best

  @Option("recency", "Halves a score for every so much of an article's age: 12h, 30d, 6w, 6m, 1y.")
  var recency: HalfLife?

  @Flag("explain", "Shows how the query was read, and each score as a sum.", isCommon: true)
  var explain
}
