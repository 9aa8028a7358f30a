import IndexDefinition

/// Where bytes come from, in order: a file, an unpacked file, memory.
protocol ByteSource: AnyObject {
  /// Fills as much of `buffer` as one step gives; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int

  /// How many bytes it has in all; nil where that is not known before they are read.
  var size: Int? { get }
}

extension ByteSource {
  var size: Int? { nil }
}

/// The bytes cannot be had any further; those before were good.
struct ByteSourceError: Error, Equatable {
  /// `byte 4096`; nil: the whole file.
  var place: String?
  /// What is wrong and what the user can do.
  var message: String
  var kind = ReadingFailure.Kind.damaged
}
