/// Tells what changes below some folders: by inotify on Linux, elsewhere by saying every few seconds that
/// anything may have.
package final class FolderWatch {
  private let roots: [String]
  #if os(Linux)
    private let descriptor: Int32
    /// The folder of each watch.
    private var folders: [Int32: String] = [:]
  #endif
  /// What changes is told when nothing has for so long, in milliseconds; at last after ``longest``.
  private static let settling: Int32 = 400
  private static let longest = Duration.seconds(5)

  /// - Parameter paths: of folders, with all below them, and files.
  package init(_ paths: [String]) throws(SystemError) {
    roots = paths.map(FilePath.resolved)
    #if os(Linux)
      descriptor = inotify_init1(Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { throw .last("inotify") }
      for root in roots {
        watch(FileStatus(path: root)?.kind == .folder ? root : FilePath.folder(of: root))
      }
    #endif
  }

  #if os(Linux)
    deinit { close(descriptor) }

    /// Waits for a change, and until no more come.
    ///
    /// - Returns: absolute paths of files and folders that changed, came or went, each once.
    package func changes() -> [String] {
      var changed: Set<String> = []
      var started: ContinuousClock.Instant?
      while true {
        let isSettled = started.map { ContinuousClock.now - $0 > Self.longest } ?? false
        guard !isSettled, isReady(within: changed.isEmpty ? -1 : Self.settling) else {
          if changed.isEmpty { continue }
          return changed.sorted()
        }
        read(into: &changed)
        started = started ?? (changed.isEmpty ? nil : .now)
      }
    }

    private func isReady(within milliseconds: Int32) -> Bool {
      var asked = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      return poll(&asked, 1, milliseconds) > 0
    }

    private func read(into changed: inout Set<String>) {
      withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 8) { buffer in
        let count = (try? FileDescriptor.read(descriptor, into: buffer, path: "inotify")) ?? 0
        var offset = 0
        while offset + MemoryLayout<inotify_event>.size <= count {
          let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let start = offset + MemoryLayout<inotify_event>.size
          take(
            event, UnsafeRawBufferPointer(rebasing: buffer[start..<start + Int(event.len)]),
            &changed)
          offset = start + Int(event.len)
        }
      }
    }

    private func take(
      _ event: inotify_event, _ name: UnsafeRawBufferPointer, _ changed: inout Set<String>
    ) {
      // More than the system keeps for us: anything may have changed.
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return changed.formUnion(roots) }
      guard let folder = folders[event.wd] else { return }
      if event.mask & UInt32(IN_IGNORED) != 0 {
        folders[event.wd] = nil
        return
      }
      // With at least one NUL behind it; none for the folder itself.
      guard let start = name.assumingMemoryBound(to: CChar.self).baseAddress, start.pointee != 0
      else { return }
      let name = String(systemPath: start)
      if name.hasPrefix(".") { return }
      let path = folder == "/" ? "/" + name : folder + "/" + name
      guard roots.contains(where: { path == $0 || path.hasPrefix($0 + "/") || $0 == "/" }) else {
        return
      }
      changed.insert(path)
      if event.mask & UInt32(IN_ISDIR) != 0 { watch(path) }
    }

    /// Watches a folder and those in it; what cannot be watched is walked at the next run all the same.
    private func watch(_ folder: String) {
      let mask = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ONLYDIR)
      let number = folder.withSystemPath { inotify_add_watch(descriptor, $0, mask) }
      guard number >= 0 else { return }
      folders[number] = folder
      guard roots.contains(where: { folder == $0 || folder.hasPrefix($0 == "/" ? "/" : $0 + "/") })
      else { return }
      for name in FileSystem.names(inFolder: folder) ?? [] where !name.hasPrefix(".") {
        let path = folder == "/" ? "/" + name : folder + "/" + name
        if FileStatus(path: path)?.kind == .folder { watch(path) }
      }
    }
  #else
    /// Waits a few seconds.
    ///
    /// - Returns: the folders and files that are watched: anything may have changed.
    package func changes() -> [String] {
      sleep(5)
      return roots
    }
  #endif
}
