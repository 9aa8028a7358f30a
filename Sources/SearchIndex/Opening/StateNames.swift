internal import SQLite

/// Gives the states of an index file names that hold for all of its connections.
///
/// `PRAGMA data_version` says to a connection whether others have changed the file since it looked
/// last, in a number of its own. So one connection does nothing but look: while its number stays the
/// same, so does the file. A snapshot that another connection takes between two looks with the same
/// number is of the state with that name.
final class StateNames: Sendable {
  private let witness: SharedConnection

  init(path: String, patience: Duration) throws {
    witness = SharedConnection(
      try IndexConnection.openForReading(path, patience: patience).connection)
  }

  /// The name of the present state.
  func current() throws -> Int64? { try witness.use { try $0.dataVersion() } }
}
