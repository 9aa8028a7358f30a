internal import OperatingSystem
internal import SQLite
internal import SearchModel

/// The file that an upgrade replaces, held so that no log of it can outlive it.
///
/// A log that stood beside the new file would be taken for the new file's. So the old one leaves WAL
/// before anything is built, which only its last user can: its log is then in it and gone. Who opens
/// it meanwhile finds an older format and goes away.
struct OldIndex {
  let connection: Connection
  private let identity: FileStatus.Identity?
  private let patience: Duration

  init(_ path: String, patience: Duration) throws {
    connection = try Connection(path, .readWrite, patience: patience)
    identity = FileStatus(path: path)?.identity
    self.patience = patience
  }

  private var path: String { connection.path }

  /// Takes the log into the file.
  ///
  /// SQLite does not wait for others by itself here.
  ///
  /// - Throws: ``ArticleIndexError/busy(path:holder:)`` when others have the file open, after a while.
  func leaveLog() throws {
    let end = ContinuousClock.now + patience
    while true {
      do { return try connection.setJournal(.delete) } catch {
        guard [.busy, .locked].contains(error.code) else { throw error }
        guard ContinuousClock.now < end else {
          throw ArticleIndexError.busy(path: path, holder: "another process, or read by one")
        }
        usleep(20_000)
      }
    }
  }

  /// The file stays what it was, unless another has its name already: its log would be taken for that
  /// one's.
  func takeLogAgain() {
    guard FileStatus(path: path)?.identity == identity else { return }
    try? connection.rollback()
    try? connection.setJournal(.wal)
  }

  /// Ends with the file in nobody's hands: no transaction of another process is at work, and no log
  /// has come back.
  func close(_ replace: () throws -> Void) throws {
    try connection.execute("BEGIN EXCLUSIVE")
    let hasLog = ["-wal", "-journal"].contains { FileSystem.exists(path + $0) }
    guard !hasLog, FileStatus(path: path)?.identity == identity else {
      throw ArticleIndexError.busy(path: path, holder: "another process")
    }
    try replace()
    connection.close()
  }
}
