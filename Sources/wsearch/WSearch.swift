internal import CommandLineOptions
internal import OperatingSystem

@main
struct WSearch: Command {
  static let configuration = CommandConfiguration(
    "wsearch", "Searches a news archive by words, people, countries, dates.",
    discussion: """
      An index is one SQLite file. Answers go to stdout, all talk to stderr.
      """,
    example: "wsearch query \"coalition of the willing\" --country FR --from 2025",
    chapters: [Chapter("Environment", environment), Chapter("Exit status", exitStatus)],
    subcommands: [
      IndexCommand.self, QueryCommand.self, ShowCommand.self, TagCommand.self, PersonCommand.self,
      ReadCommand.self, RemoveCommand.self, MoveCommand.self, StatsCommand.self, CheckCommand.self,
      OptimizeCommand.self, UpgradeCommand.self, SalvageCommand.self, SnapshotCommand.self,
    ],
    words: Words("search", command: "query"))

  static let program = Program(
    WSearch.self, version: { Version.text }, values: IndexCompletion.candidates)

  static func main() {
    EndSignals.take(program: "wsearch")
    program.main()
  }

  private static let exitStatus = """
      0   found or done
      1   nothing found
      2   an error, in one file too: it is named, the run goes on
      64  wrong usage
    An interrupted run (SIGINT, SIGTERM) ends by its signal; what it had stored stays.
    """

  private static let environment = """
      WSEARCH_INDEX  the index file when --index names none
      XDG_DATA_HOME  the folder of wsearch/index.db otherwise; else ~/.local/share
      NO_COLOR       no colours, unless --color always
    """
}
