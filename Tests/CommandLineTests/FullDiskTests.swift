import Foundation
import TestSupport
import Testing

/// What cannot be written is told in one line and by status 2; a closed pipe is no error.
struct FullDiskTests {
  /// A device with no space at all, where the system has one.
  private static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")
  private static let complaint = "wsearch: stdout: No space left on device\n"

  @Test(
    .enabled(if: hasFullDevice),
    arguments: [
      "--help", "--version", "query -h", "--generate-completion-script bash", "query peace",
      "query peace --json", "stats",
    ])
  func aFullDiskIsAnError(_ words: String) throws {
    try withExamples { binary in
      let outcome = try binary.bash("wsearch \(words) > /dev/full")
      #expect(outcome == Binary.Outcome(status: 2, output: "", errors: Self.complaint))
    }
  }

  @Test(arguments: ["--help", "query peace"])
  func aClosedPipeIsNone(_ words: String) throws {
    try withExamples { binary in
      let outcome = try binary.bash(
        "(sleep 0.2; wsearch \(words); echo $? >&2) | true")
      #expect(outcome == Binary.Outcome(status: 0, output: "", errors: "0\n"))
    }
  }

  @Test(.enabled(if: hasFullDevice))
  func manPagesOnAFullDiskAreAnError() throws {
    try withBinary { binary, folder in
      let page = folder.appendingPathComponent("wsearch.1").path
      try FileManager.default.createSymbolicLink(
        atPath: page, withDestinationPath: "/dev/full")
      let outcome = try binary.run("---manual", folder.path)
      #expect(outcome.status == 2)
      #expect(outcome.errors == "wsearch: \(page): No space left on device\n")
    }
  }

  @Test func manPagesInNoFolderAreAnError() throws {
    try withBinary { binary, _ in
      let outcome = try binary.run("---manual", "/no/such")
      #expect(outcome.status == 2)
      #expect(outcome.errors == "wsearch: /no/such/wsearch.1: No such file or directory\n")
    }
  }
}
