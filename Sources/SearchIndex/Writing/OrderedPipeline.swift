internal import OperatingSystem

/// One producer, several workers, one consumer, in the producer's order and within a bound.
///
/// The producer and the workers have threads of their own; the consumer is the caller. At most
/// `window` units of cost are between producer and consumer, one item always being let in.
///
/// `@unchecked Sendable`: all state is touched under `condition` only.
final class OrderedPipeline<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  /// Thrown from the producer's `send` when the consumer has given up.
  struct Cancelled: Error {}

  /// More threads than any machine has cores for cost time to start.
  private static var mostWorkers: Int { 1024 }

  private let window: Int
  private let condition = Condition()
  private var waiting: [(number: Int, cost: Int, input: Input)] = []
  private var finished: [Int: (cost: Int, output: Output)] = [:]
  private var sent = 0
  private var cost = 0
  private var isCancelled = false
  private var isProduced = false
  private var failure: (any Error)?
  private var threadsLeft = 0

  init(window: Int) {
    self.window = window
  }

  /// Runs to the end of `produce`; throws its error, or that of `consume`, when all threads ended.
  func run(
    workers: Int,
    produce: @escaping @Sendable (@escaping (Input, _ cost: Int) throws -> Void) throws -> Void,
    transform: @escaping @Sendable () -> (Input) -> Output,
    consume: (Output) throws -> Void
  ) throws {
    start { self.runProducer(produce) }
    for _ in 0..<min(workers, Self.mostWorkers) { start { self.work(transform()) } }
    defer { join() }
    var number = 0
    while let output = try next(number) {
      do { try consume(output) } catch {
        cancel()
        throw error
      }
      number += 1
    }
  }

  private func start(_ body: @escaping @Sendable () -> Void) {
    locked { threadsLeft += 1 }
    // Parsers recurse; 512 KB, the default of some systems, is little.
    startThread(stackSize: 8 << 20) {
      body()
      self.locked { self.threadsLeft -= 1 }
    }
  }

  private func runProducer(
    _ produce: (@escaping (Input, Int) throws -> Void) throws -> Void
  ) {
    do { try produce(send) } catch { locked { failure = error } }
    locked { isProduced = true }
  }

  private func send(_ input: Input, cost: Int) throws {
    try locked {
      while self.cost > 0, self.cost + cost > window, !isCancelled { condition.wait() }
      if isCancelled { throw Cancelled() }
      self.cost += cost
      waiting.append((sent, cost, input))
      sent += 1
    }
  }

  private func work(_ transform: (Input) -> Output) {
    while let task = takeTask() {
      let output = transform(task.input)
      locked { finished[task.number] = (task.cost, output) }
    }
  }

  private func takeTask() -> (number: Int, cost: Int, input: Input)? {
    locked {
      while waiting.isEmpty, !isProduced, !isCancelled { condition.wait() }
      return isCancelled || waiting.isEmpty ? nil : waiting.removeFirst()
    }
  }

  /// The output of that number; nil when there will be none.
  private func next(_ number: Int) throws -> Output? {
    try locked {
      while finished[number] == nil, !(isProduced && number == sent) { condition.wait() }
      guard let (cost, output) = finished.removeValue(forKey: number) else {
        if let failure { throw failure }
        return nil
      }
      self.cost -= cost
      return output
    }
  }

  private func cancel() {
    locked { isCancelled = true }
  }

  private func join() {
    locked { while threadsLeft > 0 { condition.wait() } }
  }

  /// Runs `body` under the lock and wakes everyone to look again.
  private func locked<R>(_ body: () throws -> R) rethrows -> R {
    condition.lock()
    defer {
      condition.broadcast()
      condition.unlock()
    }
    return try body()
  }
}
