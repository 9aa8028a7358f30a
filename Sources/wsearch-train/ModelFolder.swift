import CommandLineOptions
import Foundation
import NewsTagging

/// The folder that the lexicon and the model lie in.
struct ModelFolder {
  private let url: URL

  init(_ path: String) { url = URL(fileURLWithPath: path) }

  func lexicon() throws -> Lexicon {
    guard let lexicon = Lexicon(try bytes("people.lexicon")) else {
      throw UsageError("\(url.path)/people.lexicon is no lexicon: make it with `lexicon`")
    }
    return lexicon
  }

  /// - Parameter name: of the file, without its extension.
  func model(_ name: String) throws -> PersonModel {
    guard let model = PersonModel(try bytes("\(name).model")) else {
      throw UsageError("\(url.path)/\(name).model is no model: make it with `model`")
    }
    return model
  }

  func hasModel(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent("\(name).model").path)
  }

  func write(_ data: Data, to name: String) throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try data.write(to: url.appendingPathComponent(name), options: .atomic)
  }

  private func bytes(_ name: String) throws -> UnsafeRawBufferPointer {
    try Data(contentsOf: url.appendingPathComponent(name)).kept
  }
}
