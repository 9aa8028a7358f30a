internal import SQLite
internal import SearchEngine

/// What another core reads an index file with, by a connection of its own.
///
/// `@unchecked Sendable`: as its companion, used within a read of the first connection alone.
final class CompanionCore: OtherCore, @unchecked Sendable {
  private let companion: Companion
  /// Made when first read by; good for as long as no one changes the file.
  private var core: SQLiteCore?

  init(_ companion: Companion) {
    self.companion = companion
  }

  func read<R>(_ body: ((any CoreSource)?) throws -> R) throws -> R {
    try companion.read { connection in try body(connection.map { try source($0) }) }
  }

  private func source(_ connection: Connection) throws -> SQLiteCore {
    let core = try core ?? SQLiteCore(connection)
    self.core = core
    return core
  }
}
