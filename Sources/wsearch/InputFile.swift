internal import OperatingSystem
internal import QueryLanguage

/// A small file named on the command line, read whole; `-` is standard input.
struct InputFile {
  let bytes: [UInt8]

  /// - Parameter content: what the file is read for, as the error calls it.
  /// - Throws: ``InputError`` when the file cannot be read.
  init(_ path: String, content: String) throws {
    guard let bytes = try? FileSystem.read(path) else {
      throw InputError(description: "\(path): cannot read \(content)")
    }
    self.bytes = bytes
  }
}

/// What is wrong with a file named on the command line.
struct InputError: Error, CustomStringConvertible {
  let description: String
}

extension Synonyms {
  /// - Throws: ``InputError`` naming file, line and remedy.
  init(path: String) throws {
    let file = try InputFile(path, content: "the synonyms")
    do throws(SyntaxError) {
      try self.init(file: file.bytes)
    } catch {
      throw InputError(description: "\(path), \(error)")
    }
  }
}
