/// Runs `body` on a thread of its own, which nobody waits for.
///
/// A thread that cannot be had ends the process, as memory that cannot be had does.
/// - Parameter stackSize: Bytes, a multiple of the page size.
package func startThread(stackSize: Int, _ body: @escaping @Sendable () -> Void) {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  let sized = pthread_attr_setstacksize(&attributes, stackSize)
  assert(sized == 0, "no stack can have \(stackSize) bytes")
  pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  let task = Unmanaged.passRetained(ThreadBody(body)).toOpaque()
  #if canImport(Darwin)
    var thread: pthread_t?
    let status = pthread_create(&thread, &attributes, { run($0) }, task)
  #else
    var thread = pthread_t()
    let status = pthread_create(&thread, &attributes, { $0.flatMap(run) }, task)
  #endif
  precondition(status == 0, "no thread can be started: \(String(cString: strerror(status)))")
}

/// What a thread runs, as an object that a C pointer can hold.
private final class ThreadBody: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}

/// Runs the ``ThreadBody`` at `task` and gives it back.
private func run(_ task: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<ThreadBody>.fromOpaque(task).takeRetainedValue().body()
  return nil
}
