internal import OperatingSystem
internal import SQLite
internal import SearchModel

/// Gives the states of an index file names that hold for all of its connections.
///
/// `PRAGMA data_version` says to a connection whether others have changed the file since it looked
/// last, in a number of its own. So one connection does nothing but look: while its number stays the
/// same, so does the file. A snapshot that another connection takes between two looks with the same
/// number is of the state with that name.
final class StateNames: Sendable {
  private let path: String
  private let file: FileStatus.Identity?
  let watched: WatchedFile
  private let witness: SharedConnection

  init(path: String, patience: Duration) throws {
    self.path = path
    file = FileStatus(path: path)?.identity
    let opened = try IndexConnection.openForReading(path, patience: patience)
    watched = opened.file
    witness = SharedConnection(opened.connection)
  }

  /// Another connection, which the names hold for.
  ///
  /// - Throws: ``ArticleIndexError`` also when another file has taken the place of the one watched.
  func connection(patience: Duration) throws -> Connection {
    let opened = try IndexConnection.openForReading(path, patience: patience)
    guard FileStatus(path: path)?.identity == file, opened.file.isLocked == watched.isLocked
    else {
      throw ArticleIndexError.other(
        path: path, message: "another file has taken its place: open the index again")
    }
    return opened.connection
  }

  /// The name of the present state.
  func current() throws -> Int64? {
    try watched.holding { try witness.use { try $0.dataVersion() } }
  }
}
