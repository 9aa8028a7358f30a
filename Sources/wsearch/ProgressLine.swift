internal import IndexDefinition
internal import OperatingSystem
internal import Rendering
internal import SearchModel

/// Failures as lines on stderr; on a terminal also one line that is written over: articles, MB/s,
/// time left.
final class ProgressLine: Sendable {
  private let started = Timestamp.now
  private let shown = Guarded(false)
  private let isTerminal = Terminal.errorIsTerminal
  private let listsGone: Bool

  /// - Parameter listsGone: Whether each file that is gone has a line.
  init(listsGone: Bool = false) {
    self.listsGone = listsGone
  }

  func show(_ event: IndexingEvent) {
    switch event {
    case .failure(let failure): say(failure.advised)
    case .warning(let warning): say(warning)
    case .gone(let path, _): if listsGone { say("\(path) is gone") }
    case .progress(let summary, let done, let total): overwrite(summary, done, total)
    }
  }

  func show(done: Int, all: Int) {
    guard isTerminal, all > 0 else { return }
    overwrite("\(done) of \(all) articles · \(done * 100 / all)%")
  }

  func clear() {
    shown.withLock { shown in
      if shown { Terminal.write(toError: "\r\u{1B}[K") }
      shown = false
    }
  }

  private func say(_ message: String) {
    clear()
    Terminal.say(message)
  }

  private func overwrite(_ summary: RunSummary, _ done: Int, _ total: Int?) {
    guard isTerminal else { return }
    let seconds = max(0.001, Timestamp.now.secondsSince1970 - started.secondsSince1970)
    let count = summary.indexed + summary.updated + summary.unchanged + summary.duplicates
    var line = "\(count) articles · \(bytes(Int(Double(summary.bytes) / seconds)))/s"
    if let total, done > 0, total > done {
      let left = Int(seconds * Double(total - done) / Double(done))
      line +=
        " · \(done * 100 / total)% · \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
    }
    overwrite(line)
  }

  private func overwrite(_ line: String) {
    shown.withLock { $0 = true }
    Terminal.write(toError: "\r\u{1B}[K\(line)")
  }
}
