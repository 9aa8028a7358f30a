internal import CPageSeals
internal import CSystemSQLite

/// What SQLite could not do: its codes and its message, with the statement and the file.
///
/// Values bound to the statement are left out: they are the user's, and errors end up in logs.
package struct SQLiteError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A primary result code (<https://sqlite.org/rescode.html>).
  package struct Code: RawRepresentable, Sendable, Hashable {
    package let rawValue: Int32

    package init(rawValue: Int32) {
      self.rawValue = rawValue
    }

    package static let error = Code(rawValue: SQLITE_ERROR)
    package static let permission = Code(rawValue: SQLITE_PERM)
    package static let busy = Code(rawValue: SQLITE_BUSY)
    package static let locked = Code(rawValue: SQLITE_LOCKED)
    package static let readOnly = Code(rawValue: SQLITE_READONLY)
    package static let interrupt = Code(rawValue: SQLITE_INTERRUPT)
    package static let corrupt = Code(rawValue: SQLITE_CORRUPT)
    package static let full = Code(rawValue: SQLITE_FULL)
    package static let cannotOpen = Code(rawValue: SQLITE_CANTOPEN)
    package static let inputOutput = Code(rawValue: SQLITE_IOERR)
    package static let constraint = Code(rawValue: SQLITE_CONSTRAINT)
    package static let mismatch = Code(rawValue: SQLITE_MISMATCH)
    package static let misuse = Code(rawValue: SQLITE_MISUSE)
    package static let notADatabase = Code(rawValue: SQLITE_NOTADB)
  }

  /// The code with its detail in the upper bytes, such as `SQLITE_BUSY_SNAPSHOT`.
  package let extendedCode: Int32
  package let message: String
  /// The statement, or the place, that failed; nil where no statement was at work.
  package let sql: String?
  /// The file of the connection.
  package let path: String

  /// `errno` of the system call that failed, where one did.
  package let systemCode: Int32

  package init(
    extendedCode: Int32, message: String, sql: String?, path: String, systemCode: Int32 = 0
  ) {
    self.systemCode = systemCode
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
    self.path = path
  }

  /// What SQLite leaves undone without a word.
  static func refused(_ message: String, sql: String, path: String) -> SQLiteError {
    SQLiteError(extendedCode: SQLITE_READONLY, message: message, sql: sql, path: path)
  }

  /// The lower byte of ``extendedCode``.
  package var code: Code { Code(rawValue: extendedCode & 0xff) }

  /// Whether the file could not be opened for want of its log: that cannot be made, or not be shared.
  package var deniesLog: Bool {
    let sharedMemory: [Int32] = [18, 19, 20, 21].map { SQLITE_IOERR | $0 << 8 }
    return [.cannotOpen, .readOnly, .permission].contains(code)
      || sharedMemory.contains(extendedCode)
  }

  /// Whether a file could not be written: no room, no right to grow, no disk.
  package var isOfWriting: Bool {
    let writes: [Int32] = [3, 4, 5, 6].map { SQLITE_IOERR | $0 << 8 }
    return code == .full || writes.contains(extendedCode)
  }

  /// Whether the file has lost its name since it was opened for writing.
  package var isOfMovedFile: Bool { extendedCode == SQLITE_READONLY | 4 << 8 }

  /// Whether the file ends before the page that was to be read.
  package var endsTooSoon: Bool { extendedCode == SQLITE_IOERR | 2 << 8 }

  /// The file holds what no writer leaves behind.
  package var isDamage: Bool { code == .corrupt || extendedCode == PAGE_SEALS_REFUSAL }

  package var description: String {
    let place = sql.map { " in: \($0)" } ?? ""
    return "\(path): \(message) (SQLite error \(extendedCode))\(place)"
  }
}
