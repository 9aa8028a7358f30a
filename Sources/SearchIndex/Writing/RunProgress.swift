internal import ArticleReading
internal import OperatingSystem
internal import SearchModel
internal import Synchronization

/// Tells how far a run has come, a few times a second.
final class RunProgress {
  private static let interval = Duration.milliseconds(200)

  private let report: @Sendable (IndexingEvent) -> Void
  private let total: PathSizes
  private var last = ContinuousClock.now

  init(measuring paths: [String], report: @escaping @Sendable (IndexingEvent) -> Void) {
    self.report = report
    total = PathSizes(paths)
  }

  deinit {
    total.cancel()
  }

  func tell(_ summary: RunSummary, bytesDone: Int) {
    let now = ContinuousClock.now
    guard now - last >= Self.interval else { return }
    last = now
    report(.progress(summary, bytesDone: bytesDone, bytesTotal: total.bytes))
  }
}

/// The bytes of all files under some paths, added up on a thread of its own while the run begins.
private final class PathSizes: Sendable {
  private struct Cancelled: Error {}
  private let sum = Guarded<Int?>(nil)
  private let isCancelled = Atomic(false)

  /// Nil until all are found.
  var bytes: Int? { sum.withLock { $0 } }

  init(_ paths: [String]) {
    guard !paths.contains("-") else { return }
    startThread(stackSize: 8 << 20) { self.measure(paths) }
  }

  func cancel() {
    isCancelled.store(true, ordering: .relaxed)
  }

  private func measure(_ paths: [String]) {
    var bytes = 0
    try? FileWalker().walk(paths, fail: { _ in }) { file in
      if isCancelled.load(ordering: .relaxed) { throw Cancelled() }
      bytes += file.size
    }
    if !isCancelled.load(ordering: .relaxed) { sum.withLock { [bytes] in $0 = bytes } }
  }
}
