internal import Dispatch

/// Runs work on several cores at once, and returns when all has ended.
enum Cores {
  /// What both make, each on a core; they may not share what either changes.
  ///
  /// - Throws: The error of the first, else of the second.
  static func both<A, B>(
    _ first: () throws -> A, _ second: () throws -> B
  ) throws -> (A, B) {
    nonisolated(unsafe) let one = UnsafeMutablePointer<Result<A, any Error>>.allocate(capacity: 1)
    nonisolated(unsafe) let other = UnsafeMutablePointer<Result<B, any Error>>.allocate(capacity: 1)
    withoutActuallyEscaping(first) { first in
      withoutActuallyEscaping(second) { second in
        nonisolated(unsafe) let (first, second) = (first, second)
        DispatchQueue.concurrentPerform(iterations: 2) { index in
          if index == 0 {
            one.initialize(to: Result { try first() })
          } else {
            other.initialize(to: Result { try second() })
          }
        }
      }
    }
    defer {
      one.deallocate()
      other.deallocate()
    }
    let results = (one.move(), other.move())
    return (try results.0.get(), try results.1.get())
  }
}

extension Array {
  /// As ``mapOnCores(_:)``, each element's reader being its core's meanwhile and the caller's after.
  func mapOnCores<R>(
    reader: (Element) -> CoreReader, _ body: (Element) throws -> R
  ) throws -> [R] {
    defer { for element in self { reader(element).claim() } }
    return try mapOnCores { element in
      reader(element).claim()
      return try body(element)
    }
  }

  /// What `body` makes of each element, each on a core of its own.
  ///
  /// No two elements may share what `body` changes.
  ///
  /// - Throws: The error of the first element that has one.
  package func mapOnCores<R>(_ body: (Element) throws -> R) throws -> [R] {
    guard count > 1 else { return try map(body) }
    var results = [Result<R, any Error>?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { results in
      withoutActuallyEscaping(body) { body in
        nonisolated(unsafe) let (results, body, elements) = (results, body, self)
        DispatchQueue.concurrentPerform(iterations: elements.count) { index in
          results[index] = Result { try body(elements[index]) }
        }
      }
    }
    return try results.compactMap { try $0?.get() }
  }
}
