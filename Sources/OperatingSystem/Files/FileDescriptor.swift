/// Reading and writing by the number of an open file, over again where a signal came between.
package enum FileDescriptor {
  /// Reads once, what is there up to the size of `buffer`; 0 at the end.
  ///
  /// - Parameter path: The file's name, for the error.
  package static func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, path: String
  ) throws(SystemError) -> Int {
    while true {
      let count = readOnce(descriptor, buffer)
      assert(count <= buffer.count, "the system gave more than there is room for")
      if count >= 0 { return count }
      guard errno == EINTR else { throw .last(path) }
    }
  }

  /// Writes all of `bytes`.
  ///
  /// - Parameter path: The file's name, for the error.
  package static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String
  ) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = writeOnce(descriptor, UnsafeRawBufferPointer(rebasing: rest))
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw .last(path)
      }
    }
  }
}

// Inside the type the names `read` and `write` are its own functions.

private func readOnce(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

private func writeOnce(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
