import Foundation
import OperatingSystem
import Testing

struct EnvironmentTests {
  @Test func valuesAreThoseOfFoundation() {
    let process = ProcessInfo.processInfo
    #expect(Environment["PATH"] == process.environment["PATH"])
    #expect(Environment["WSEARCH_NO_SUCH_VARIABLE"] == nil)
    #expect(Environment.coreCount == process.activeProcessorCount)
    #expect(Environment.hostName == process.hostName)
    #expect(Environment.homeFolder == NSHomeDirectory())
    #expect(
      Environment.programName == URL(fileURLWithPath: CommandLine.arguments[0]).lastPathComponent)
  }
}
