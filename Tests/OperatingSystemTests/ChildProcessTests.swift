import OperatingSystem
import Testing

struct ChildProcessTests {
  private let limits = ChildProcess.Limits(seconds: 2, memory: 1 << 30)

  /// What a program says and how it ends.
  private func run(_ program: String, _ arguments: String...) throws -> (
    output: String, status: Int32
  ) {
    let input = try UnnamedFile()
    let child = try ChildProcess(program, arguments, input: input.descriptor, limits: limits)
    return (try output(of: child), child.finish())
  }

  private func output(of child: ChildProcess) throws -> String {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1000, alignment: 1)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    while case let count = try child.read(into: buffer), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func outputAndStatusAreTold() throws {
    #expect(try run("printf", "%s-%s", "a b", "c'd") == ("a b-c'd", 0))
    #expect(try run("sh", "-c", "exit 3").status == 3)
  }

  @Test func aProgramThatIsNotThereIs127() throws {
    #expect(try run("no-such-program-here").status == 127)
  }

  @Test func whatComputesTooLongIsEnded() throws {
    #expect(try run("sh", "-c", "while :; do :; done").status > 128)
  }

  @Test func inputIsRead() throws {
    let input = try UnnamedFile()
    let words: StaticString = "Words."
    try input.write(UnsafeRawBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
    let child = try ChildProcess("cat", ["/dev/stdin"], input: input.descriptor, limits: limits)
    #expect(try output(of: child) == "Words.")
  }

  @Test func messagesAreKept() throws {
    let input = try UnnamedFile()
    let child = try ChildProcess(
      "sh", ["-c", "echo wrong >&2; exit 1"], input: input.descriptor, limits: limits)
    #expect(try output(of: child) == "")
    #expect(child.finish() == 1)
    #expect(child.firstMessage() == "wrong")
  }
}
