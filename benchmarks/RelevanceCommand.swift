internal import CommandLineOptions
internal import Relevance
internal import SearchModel

/// `wsearch-bench relevance`: how good the ranking is, by queries whose answers people have judged.
struct RelevanceCommand: Command {
  static let configuration = CommandConfiguration(
    "relevance", "Measures the ranking by a collection of judged queries.",
    discussion: """
      Indexes the collection's articles into a temporary file, asks every judged query for 1,000
      hits, and prints nDCG@10 (gains as graded, as trec_eval has it, and as 2^grade − 1), mean
      average precision and recall@100, each the mean over the queries. A collection is a folder
      with corpus.jsonl, queries.tsv and qrels.txt; benchmarks/README.md describes them. Without
      --match there are rows for best and for any; with --ablations for any alone, whose articles
      are the same in every row.
      """,
    example: "wsearch-bench relevance --collection cranfield")

  @Option("collection", "The folder.", takes: .folder("cranfield"))
  var folder: String

  @Option("match", "Which of a query's words must be there; may be given again.")
  var match: [SearchRequest.MatchMode]

  @Flag("ablations", "Leaves out one part of the ranking after the other, last stage first.")
  var ablations

  func run() throws {
    let collection = try TestCollection(folder: folder)
    let table = RelevanceTable(ablations ? ["match", "left out"] : ["match", "rank"])
    try CollectionSearch.with(collection) { search in
      print(table.head)
      for mode in modes {
        for (name, ranking) in rankings {
          print(table.row([mode.rawValue, name], try search.measures(of: ranking, mode)))
        }
      }
    }
  }

  private var modes: [SearchRequest.MatchMode] {
    guard match.isEmpty else { return match }
    return ablations ? [.any] : [.best, .any]
  }

  private var rankings: [(name: String, ranking: CollectionSearch.Ranking)] {
    guard ablations else { return [("best", .whole), ("fast", .fast)] }
    return Ablation.all.map { ($0.name, .without($0)) }
  }
}

extension SearchRequest.MatchMode: OptionValue {}
