internal import OperatingSystem

/// When a transaction takes its locks (<https://sqlite.org/lang_transaction.html>).
package enum TransactionKind: String, Sendable {
  /// At the first statement that needs one: for reading.
  case deferred = "DEFERRED"
  /// The writer's, at once.
  case immediate = "IMMEDIATE"
}

extension Connection {
  /// Runs `body` in a transaction of its own.
  ///
  /// - Throws: What `body` throws, or SQLite; all that was done in it is then undone.
  package func transaction<R>(_ kind: TransactionKind, _ body: () throws -> R) throws -> R {
    try begin(kind)
    return try ending("COMMIT", orUndoing: "ROLLBACK", body)
  }

  /// Runs `body` in a transaction within the one that is open, or in one of its own.
  ///
  /// - Throws: What `body` throws, or SQLite; what was done in it, and no more, is then undone.
  package func savepoint<R>(_ body: () throws -> R) throws -> R {
    try execute("SAVEPOINT nested")
    return try ending("RELEASE nested", orUndoing: "ROLLBACK TO nested; RELEASE nested", body)
  }

  /// Copies the database as it is now into the file at `path`, which is empty or not there; the copy
  /// has no log and no free pages (<https://sqlite.org/lang_vacuum.html#vacuuminto>).
  ///
  /// - Parameter path: Absolute. Its bytes, since a path need not be UTF-8.
  package func vacuum(into path: String) throws(SQLiteError) {
    try execute("VACUUM INTO CAST(? AS TEXT)", .blob(path.systemBytes))
  }

  /// For a transaction that is no one block: a batch that grows until it is committed.
  package func begin(_ kind: TransactionKind) throws(SQLiteError) {
    try execute("BEGIN \(kind.rawValue)")
  }

  package func commit() throws(SQLiteError) {
    try execute("COMMIT")
  }

  /// Undoes the transaction; nothing where an error has ended it already.
  package func rollback() throws(SQLiteError) {
    if isInTransaction { try execute("ROLLBACK") }
  }

  /// An error of `end` (a lock, a full disk) leaves the transaction open as an error of `body` does.
  private func ending<R>(
    _ end: String, orUndoing undo: String, _ body: () throws -> R
  ) throws -> R {
    do {
      let result = try body()
      try execute(end)
      return result
    } catch {
      // Some errors end the transaction by themselves; then there is nothing to undo.
      if isInTransaction { try? execute(undo) }
      throw error
    }
  }
}
