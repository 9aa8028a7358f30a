internal import ArgumentParser
internal import Rendering
internal import SearchIndex

/// `wsearch index`: reads, tags and stores.
struct IndexCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Reads files and folders, tags the articles and stores them.",
    discussion: """
      Without a path: the paths indexed before, again; in a new index, the current folder. Only \
      what changed is read.

      Example: wsearch index ~/archive
      """)

  @OptionGroup var location: IndexLocation
  @OptionGroup var reading: ReadingArguments

  @Flag(help: "Forgets articles whose file is gone.")
  var prune = false

  @Flag(help: "Stores articles with equal bodies as separate articles.")
  var keepDuplicates = false

  @Option(help: "Parallel readers and taggers; else one a core.")
  var jobs: Int?

  @Option(help: "Memory to work in, such as 256M.")
  var memory: ByteCount = ByteCount(bytes: 256 << 20)

  @Flag(help: "Prints the summary as JSON.")
  var json = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1, not \(jobs)") }
  }

  func execute(_ terminal: Terminal) throws -> ExitStatus {
    let index = try ArticleIndex(path: location.path, access: .readWrite)
    let progress = ProgressLine()
    let summary = try IndexRun(index: index, options: try options).run(paths: reading.paths) {
      progress.show($0)
    }
    progress.clear()
    if json {
      var writer = JSONWriter()
      writer.summary(summary)
      terminal.print(writer.text)
    } else {
      terminal.print(SummaryText(summary, path: location.path).text)
    }
    return summary.failed > 0 ? .failure : .found
  }

  private var options: IndexRun.Options {
    get throws {
      var options = IndexRun.Options()
      options.reading = try reading.options
      options.prune = prune
      options.keepsDuplicates = keepDuplicates
      options.jobs = jobs
      options.memory = memory.bytes
      return options
    }
  }
}
