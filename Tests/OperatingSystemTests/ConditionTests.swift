import OperatingSystem
import Testing

struct ConditionTests {
  /// `@unchecked Sendable`: touched under the condition only.
  private final class Count: @unchecked Sendable {
    var value = 0
  }

  @Test func threadsCountTogether() {
    let (condition, count) = (Condition(), Count())
    for _ in 0..<8 {
      startThread(stackSize: 1 << 20) {
        for _ in 0..<1000 {
          condition.lock()
          count.value += 1
          condition.signal()
          condition.unlock()
        }
      }
    }
    condition.lock()
    while count.value < 8000 { condition.wait() }
    condition.unlock()
    #expect(count.value == 8000)
  }

  @Test func stackIsAsLargeAsAsked() {
    let (condition, count) = (Condition(), Count())
    @Sendable func depth(_ rest: Int) -> Int {
      withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 8) { memory in
        memory[0] = UInt8(truncatingIfNeeded: rest)
        return rest == 0 ? Int(memory[0]) : depth(rest - 1) + 1
      }
    }
    startThread(stackSize: 32 << 20) {
      let deep = depth(10_000)
      condition.lock()
      count.value = deep
      condition.broadcast()
      condition.unlock()
    }
    condition.lock()
    while count.value == 0 { condition.wait() }
    condition.unlock()
    #expect(count.value == 10_000)
  }
}
