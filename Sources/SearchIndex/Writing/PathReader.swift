internal import ArticleReading
internal import IndexDefinition
internal import SearchModel

/// Walks the paths and reads what is new or changed, in handy groups of steps.
struct PathReader: Sendable {
  typealias Send = ([ReadStep<Article>], _ cost: Int) throws -> Void

  /// Files up to this size are left for the workers to read, a group of them at a time.
  private static let smallFile = 256 << 10
  /// Packed files may hold any amount of text.
  private static let packedEndings = [
    ".gz", ".zip", ".zst", ".xz", ".bz2", ".tgz", ".7z", ".rar", ".lz4", ".lzma", ".lz", ".Z",
    ".cab",
  ]
  /// Bytes of a group, enough to make handing it over cheap.
  private static let groupCost = 1 << 20

  let paths: [String]
  let reader: ArticleReader
  let index: ArticleIndex
  let options: IndexingOptions

  func run(_ send: @escaping Send) throws {
    try index.readWithoutTransaction { database in
      let known = try KnownFiles(database, options)
      let unfinished = try UnfinishedFiles(database, options)
      let group = Group(limit: Self.groupCost, send: send)
      // The walk cannot throw while it reports a failure: it goes with the next step.
      try FileWalker(only: options.only).walk(paths, fail: { group.hold(.failure($0)) }) { file in
        try read(file, known, unfinished, to: group)
      }
      try group.flush()
    }
  }

  private func read(
    _ file: SourceFile, _ known: KnownFiles, _ unfinished: UnfinishedFiles, to group: Group
  ) throws {
    if let (id, articles) = try known.unchanged(file) {
      return try group.add(.unchanged(file, id: id, articles: articles))
    }
    if let id = try known.oldPlace(of: file) {
      return try group.add(.moved(file, id: id, articles: known.articles(of: id)))
    }
    let file = try known.named(file)
    if isSmall(file) { return try group.add(.read(file)) }
    try readLarge(file, behind: unfinished.articles(of: file), to: group)
  }

  /// Articles that are stored already are read and no more: tagging is what takes time.
  private func readLarge(_ file: SourceFile, behind stored: Int, to group: Group) throws {
    var left = stored
    try group.add(.begin(file, stored: stored))
    try reader.read(file) { event in
      if left > 0, case .failure = event { return try group.add(ReadStep(event)) }
      guard left == 0 else {
        guard case .article(let article) = event else { return }
        left -= 1
        return try group.add(.stored(id: article.id))
      }
      try group.add(ReadStep(event))
    }
    try group.add(.end)
  }

  private func isSmall(_ file: SourceFile) -> Bool {
    (1...Self.smallFile).contains(file.size)
      && !Self.packedEndings.contains { file.path.hasSuffix($0) }
  }

  /// Steps on their way, sent when they are enough.
  private final class Group {
    private let limit: Int
    private let send: Send
    private var steps: [ReadStep<Article>] = []
    private var cost = 0

    init(limit: Int, send: @escaping Send) {
      self.limit = limit
      self.send = send
    }

    func hold(_ step: ReadStep<Article>) {
      steps.append(step)
      cost += step.cost
    }

    func add(_ step: ReadStep<Article>) throws {
      hold(step)
      if cost >= limit { try flush() }
    }

    func flush() throws {
      guard !steps.isEmpty else { return }
      try send(steps, cost)
      steps.removeAll()
      cost = 0
    }
  }
}
