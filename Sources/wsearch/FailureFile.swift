internal import ArticleReading
internal import IndexDefinition
internal import OperatingSystem

/// The file of `--failures`, to which a run adds each as it comes.
final class FailureFile: Sendable {
  private let path: String
  private let descriptor: Int32

  /// An empty file in place of what is there.
  init(_ path: String) throws(SystemError) {
    self.path = path
    descriptor = FileDescriptor.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw .last(path) }
  }

  deinit { close(descriptor) }

  /// What cannot be written is said; the run goes on.
  func add(_ failure: ReadingFailure) {
    let bytes = Array(FailureList.line(failure).utf8)
    do {
      try bytes.withUnsafeBytes { try FileDescriptor.write($0, to: descriptor, path: path) }
    } catch {
      Terminal.say("\(path): \(error)")
    }
  }
}
