import Foundation
import SQLite
import TestSupport
import Testing

/// What is kept, what is undone, and who waits for whom.
struct TransactionTests {
  private struct Odd: Error {}

  private func withTable(_ body: (Connection) throws -> Void) throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a INTEGER PRIMARY KEY ON CONFLICT ROLLBACK)")
    try body(connection)
  }

  private func expect(
    _ connection: Connection, holds expected: [Int],
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let found: [Int] = try connection.values("SELECT a FROM t ORDER BY a")
    #expect(found == expected, sourceLocation: place)
  }

  @Test func aTransactionIsKept() throws {
    try withTable { connection in
      let result = try connection.transaction(.immediate) {
        #expect(connection.isInTransaction)
        try connection.execute("INSERT INTO t VALUES (1)")
        return 5
      }
      #expect(result == 5)
      #expect(!connection.isInTransaction)
      try expect(connection, holds: [1])
    }
  }

  @Test func anErrorUndoesTheTransaction() throws {
    try withTable { connection in
      #expect(throws: Odd.self) {
        try connection.transaction(.deferred) {
          try connection.execute("INSERT INTO t VALUES (1)")
          throw Odd()
        }
      }
      #expect(!connection.isInTransaction)
      try expect(connection, holds: [])
    }
  }

  /// Some errors roll back before anyone asks.
  @Test func anErrorThatEndsTheTransactionByItselfIsTheOneThrown() throws {
    try withTable { connection in
      try connection.execute("INSERT INTO t VALUES (1)")
      let error = #expect(throws: SQLiteError.self) {
        try connection.transaction(.immediate) {
          try connection.execute("INSERT INTO t VALUES (2)")
          try connection.execute("INSERT INTO t VALUES (1)")
        }
      }
      #expect(error?.code == .constraint)
      #expect(!connection.isInTransaction)
      try expect(connection, holds: [1])
    }
  }

  @Test func aSavepointUndoesItselfAlone() throws {
    try withTable { connection in
      try connection.transaction(.immediate) {
        try connection.execute("INSERT INTO t VALUES (1)")
        #expect(throws: Odd.self) {
          try connection.savepoint {
            try connection.execute("INSERT INTO t VALUES (2)")
            throw Odd()
          }
        }
        try connection.savepoint { try connection.execute("INSERT INTO t VALUES (3)") }
      }
      try expect(connection, holds: [1, 3])
    }
  }

  @Test func aSavepointOfItsOwnIsATransaction() throws {
    try withTable { connection in
      #expect(throws: Odd.self) {
        try connection.savepoint {
          try connection.execute("INSERT INTO t VALUES (1)")
          throw Odd()
        }
      }
      #expect(!connection.isInTransaction)
      try expect(connection, holds: [])
    }
  }

  @Test func aBatchIsCommittedOrRolledBack() throws {
    try withTable { connection in
      try connection.begin(.immediate)
      try connection.execute("INSERT INTO t VALUES (1)")
      try connection.commit()
      try connection.begin(.immediate)
      try connection.execute("INSERT INTO t VALUES (2)")
      try connection.rollback()
      try connection.rollback()
      try expect(connection, holds: [1])
    }
  }

  /// A commit that must wait for a reader leaves nothing half done.
  @Test func aCommitThatFailsIsUndone() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("a.db").path
      let writer = try Connection(path, .readWrite)
      try writer.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1)")
      let reader = try Connection(path, .readOnly)
      try reader.transaction(.deferred) {
        try expect(reader, holds: [1])
        let error = #expect(throws: SQLiteError.self) {
          try writer.transaction(.immediate) { try writer.execute("INSERT INTO t VALUES (2)") }
        }
        #expect(error?.code == .busy)
        #expect(error?.path == path)
        #expect(!writer.isInTransaction)
      }
      try expect(writer, holds: [1])
    }
  }

  @Test func aWriterWaitsAsLongAsItIsPatient() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("a.db").path
      let holder = try Connection(path, .readWrite)
      try holder.begin(.immediate)
      let patience = Duration.milliseconds(80)
      let waiter = try Connection(path, .readWrite, patience: patience)
      let start = ContinuousClock.now
      let error = #expect(throws: SQLiteError.self) { try waiter.begin(.immediate) }
      #expect(error?.code == .busy)
      #expect(ContinuousClock.now - start >= patience)
      try holder.rollback()
      try waiter.begin(.immediate)
      try waiter.rollback()
    }
  }
}
