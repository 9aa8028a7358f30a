internal import CSystemSQLite

/// Looks on while statements run, and may end them.
package final class ProgressObserver {
  fileprivate let wantsEnd: () -> Bool

  /// - Parameter wantsEnd: True: the statement that runs ends with ``SQLiteError/Code/interrupt``.
  ///   Called on the thread that runs the statement; may not use the connection.
  package init(wantsEnd: @escaping () -> Bool) {
    self.wantsEnd = wantsEnd
  }
}

extension ProgressObserver {
  /// Closures handed to C capture nothing: the observer comes as the context.
  static let callback: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
    assert(context != nil, "SQLite asks an observer that was never named")
    guard let context else { return 0 }
    let observer = Unmanaged<ProgressObserver>.fromOpaque(context).takeUnretainedValue()
    return observer.wantsEnd() ? 1 : 0
  }
}
