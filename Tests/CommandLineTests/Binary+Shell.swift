import Foundation

extension Binary {
  /// What bash makes of a script in which `wsearch` is this binary.
  func bash(_ script: String) throws -> Outcome {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script]
    process.environment = [
      "WSEARCH_INDEX": index.path,
      "PATH": Binary.url.deletingLastPathComponent().path + ":/usr/bin:/bin",
    ]
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    // A few lines on stderr fit into the pipe while stdout is read.
    let texts = try [output, errors].map {
      String(decoding: try $0.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    }
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}
