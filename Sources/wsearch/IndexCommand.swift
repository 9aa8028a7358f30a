internal import ArticleReading
internal import CommandLineOptions
internal import OperatingSystem
internal import Rendering
internal import SearchModel

/// `wsearch index`: reads, tags and stores.
struct IndexCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "index", "Reads files and folders, tags the articles and stores them.",
    discussion: """
      Without a path: the paths indexed before, again; in a new index, the current folder. Only
      what changed is read.
      """,
    example: "wsearch index ~/archive")

  @Group var location: IndexLocation
  @Group var reading: ReadingArguments
  @Group var sharing: SharingOptions

  @Flag("prune", "Forgets articles whose file is gone.")
  var prune

  @Flag("take-removed", "Takes articles again that `wsearch remove` took out.")
  var takeRemoved

  @Flag("verbose", "Lists the files that are gone; -v will do.", letter: "v")
  var verbose

  @Flag("keep-duplicates", "Stores articles of equal title, day and body as separate articles.")
  var keepDuplicates

  @Option("jobs", "Parallel readers and taggers; else one a core.", takes: .number(from: 1))
  var jobs: Int?

  @Option("memory", "Memory to work in, such as 256M.")
  var memory = ByteCount(bytes: 256 << 20)

  @Flag("watch", "Goes on with what changes below the paths, until it is ended.")
  var watch

  @Option(
    "failures", "Writes what failed to a file, JSON Lines; named as a PATH it is tried again.",
    takes: .file("failures.jsonl"))
  var failures: String?

  @Flag("json", "Prints the summary as JSON.")
  var json

  func execute(_ terminal: Terminal) async throws -> ExitStatus {
    EndSignals.note("\(location.path) keeps what was stored, the same command goes on from there")
    let writer = try await location.archive(sharing: sharing.sharing).writer(making: true)
    let work = IndexWork(reading.paths)
    let watched = watch ? try FolderWatch(work.paths) : nil
    let failed = try failures.map { path throws(SystemError) in try FailureFile(path) }
    var options = options
    options.only = work.again
    var status = try await run(writer, work.paths, options, failed, terminal)
    while let watched {
      terminal.flush()
      options.only = watched.changes()
      status = try await run(writer, work.paths, options, failed, terminal)
    }
    return status
  }

  private func run(
    _ writer: any ArchiveWriter, _ paths: [String], _ options: IndexingOptions,
    _ failed: FailureFile?, _ terminal: Terminal
  ) async throws -> ExitStatus {
    let progress = ProgressLine(listsGone: verbose)
    let summary = try await writer.index(paths: paths, options) { event in
      progress.show(event)
      if case .failure(let failure) = event { failed?.add(failure) }
    }
    progress.clear()
    if let gone = GoneText(summary) { Terminal.say(gone.text) }
    if json {
      var writer = JSONWriter()
      writer.summary(summary)
      terminal.print(writer.text)
    } else {
      terminal.print(SummaryText(summary, path: location.path).text)
    }
    return summary.failed > 0 ? .failure : .found
  }

  /// What is wrong with the options together.
  func validate() throws {
    if watch, reading.paths.isEmpty || reading.paths.contains("-") {
      throw UsageError("--watch takes the folders to follow: wsearch index --watch ~/news")
    }
  }

  private var options: IndexingOptions {
    var options = IndexingOptions()
    options.format = reading.format
    options.fieldNames = reading.keys
    options.dateOrder = reading.dateOrder?.rawValue
    options.encoding = reading.encoding
    options.prune = prune
    options.takesRemoved = takeRemoved
    options.keepsDuplicates = keepDuplicates
    options.jobs = jobs
    options.memory = memory.bytes
    return options
  }
}
