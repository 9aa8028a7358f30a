import Foundation
import TestSupport
import Testing

/// An index whose end is gone is an error, before it is read and while it is.
struct CutFileTests {
  /// The last is one byte short.
  @Test(arguments: [1, 60, 100, 5_000, 16_384, 40_000, 600_000, -1])
  func aFileThatWasCutSaysHowMuchIsThere(size: Int) throws {
    try withExamples { binary in
      let whole = try Data(contentsOf: binary.index).count
      let size = size < 0 ? whole + size : size
      try Self.cut(binary.index, to: size)
      for command in [["stats"], ["query", "peace"], ["show", "wire-17"]] {
        let outcome = try binary.run(command)
        #expect(outcome.status == 2 && outcome.output == "")
        #expect(outcome.complaints.count == 1, "\(outcome.errors)")
        #expect(outcome.errors.contains(binary.index.path))
        if size >= 100 {
          #expect(
            outcome.errors.contains("it was cut: of \(whole) bytes \(size) are there"),
            "\(outcome.errors)")
        }
      }
    }
  }

  /// What is gone must not read as zeros, nor end the process without a word.
  @Test(arguments: [0.05, 0.4, 0.9])
  func aFileThatIsCutWhileItIsReadIsAnError(share: Double) throws {
    try withExamples { binary in
      let folder = binary.index.deletingLastPathComponent()
      let batch = folder.appendingPathComponent("batch.txt")
      let queries = ["peace", "president -war", "person:Starmer", "\"coalition of the willing\""]
      try (0..<40_000).map { "q\($0)\t\(queries[$0 % queries.count])" }.joined(separator: "\n")
        .write(to: batch, atomically: true, encoding: .utf8)
      let (output, errors) = (
        folder.appendingPathComponent("out"), folder.appendingPathComponent("err")
      )
      let run = try binary.start(
        ["query", "--batch", batch.path, "--format", "trec"], input: "", output: output,
        errors: errors)
      while run.isRunning, try Data(contentsOf: output).isEmpty { usleep(5_000) }
      let whole = try Data(contentsOf: binary.index).count
      try Self.cut(binary.index, to: Int(Double(whole) * share))
      run.waitUntilExit()
      let words = try String(contentsOf: errors, encoding: .utf8)
      #expect(run.terminationReason == .exit)
      #expect(run.terminationStatus == 2, "\(words)")
      #expect(
        words.split(separator: "\n").count == 1 && words.contains(binary.index.path), "\(words)")
    }
  }

  private static func cut(_ file: URL, to size: Int) throws {
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: UInt64(size))
    try handle.close()
  }
}
