internal import OperatingSystem
internal import SearchModel

/// The right to write an index, held by one process: `flock` on `<index>.lock`, beside the file that
/// a symbolic link leads to, by the one name that all writers go by (``IndexName``).
///
/// The system drops the lock when the process ends, however it ends. The file holds one line that
/// names the holder for whoever waits. It is a file of its own because closing any descriptor of
/// the index file itself would drop SQLite's locks on it (POSIX).
final class WriterLock {
  private let path: String
  private let descriptor: Int32

  /// - Throws: ``ArticleIndexError/busy(path:holder:)`` after `patience`.
  init(indexPath: String, patience: Duration) throws {
    path = try FilePath.resolved(IndexName(indexPath).path()) + ".lock"
    let deadline = ContinuousClock.now + patience
    while true {
      if let descriptor = try Self.acquire(path, indexPath: indexPath) {
        self.descriptor = descriptor
        Self.write(Self.ownName, to: descriptor)
        return
      }
      guard ContinuousClock.now < deadline else {
        throw ArticleIndexError.busy(path: indexPath, holder: Self.holder(path))
      }
      usleep(50_000)
    }
  }

  /// Removes the file and lets the next writer in.
  func release() {
    FileSystem.remove(path)
    close(descriptor)
  }

  /// The descriptor of the locked file; nil while another holds it.
  private static func acquire(_ path: String, indexPath: String) throws -> Int32? {
    let descriptor = FileDescriptor.open(path, O_RDWR | O_CREAT, 0o600)
    guard descriptor >= 0 else { throw ArticleIndexError(.last(path), writing: indexPath) }
    // Whoever may write the index may hold its lock.
    if let index = FileStatus(path: indexPath) {
      try? FileDescriptor.give(descriptor, to: index, path: path)
    }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0, isSame(descriptor, path) { return descriptor }
    close(descriptor)
    return nil
  }

  /// False when the holder before us removed the file between our `open` and our `flock`.
  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    guard let held = FileStatus(descriptor: descriptor) else { return false }
    return held.identity == FileStatus(path: path)?.identity
  }

  /// Who writes the index at `indexPath`, or what was there before it was moved; nil: no one.
  static func holder(ofIndexAt indexPath: String) -> String? {
    let path = FilePath.resolved(indexPath) + ".lock"
    let descriptor = FileDescriptor.open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? nil : holder(path)
  }

  private static var ownName: String {
    let (command, host) = (Environment.programName, Environment.hostName)
    return "\(command), process \(getpid()) on \(host) since \(Timestamp.now.iso8601)"
  }

  private static func write(_ name: String, to descriptor: Int32) {
    ftruncate(descriptor, 0)
    _ = name.utf8CString.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count - 1, 0) }
  }

  private static func holder(_ path: String) -> String {
    let text = (try? FileSystem.read(path)).map { String(decoding: $0, as: UTF8.self) }
    guard let text, !text.isEmpty else { return "another process" }
    return text
  }
}
