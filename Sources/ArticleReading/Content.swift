import IndexDefinition

/// What a format's reader gets: the bytes of a file or of a member of one, and the way to read what
/// lies inside them.
struct Content {
  let file: SourceFile
  /// Behind a byte order mark, where there was one.
  let bytes: ByteReader
  let reader: ArticleReader
  /// Shared by all that lies in one file.
  let budget: UnpackingBudget
  /// How many containers it lies in.
  var depth = 0
  /// What the container says that it is; counts as the name's ending does.
  var hint: FileFormat?
  /// Text that is in UTF-8 whatever it declares, `--encoding` says or its bytes suggest.
  var isDecoded = false

  /// Containers in containers are read so deep; a zip file can be made that holds itself.
  static let depthLimit = 8

  var libraries: LateLibraries { reader.libraries }
  var names: FieldNames { FieldNames(reader.options.fieldNames) }

  /// Reads a part of this content, `path#name`, by what it holds itself.
  ///
  /// - Parameter size: of the part in bytes, where it is known.
  func readMember(
    _ name: String, size: Int = 0, _ source: any ByteSource,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    guard let member = part(name, size: size, source) else {
      let message = "lies in more than \(Self.depthLimit) containers; unpack it yourself"
      return try receive(failure(message, place: name))
    }
    try reader.read(member, receive)
  }

  /// A part of this content; nil where that lies too deep.
  func part(
    _ name: String, size: Int = 0, _ source: any ByteSource = MemoryBytes([])
  ) -> Content? {
    guard depth < Self.depthLimit else { return nil }
    return Content(
      file: file.member(name, size: size), bytes: ByteReader(source), reader: reader,
      budget: budget, depth: depth + 1)
  }

  /// The same part, of these bytes.
  func holding(_ source: any ByteSource) -> Content {
    Content(
      file: file, bytes: ByteReader(source), reader: reader, budget: budget, depth: depth,
      hint: hint)
  }

  /// The same bytes unpacked: no member, the file itself.
  func unpacked(_ source: any ByteSource) -> Content {
    Content(
      file: file, bytes: ByteReader(source), reader: reader, budget: budget, depth: depth + 1,
      hint: hint, isDecoded: isDecoded)
  }

  /// The same content as this text.
  func decoded(_ text: String) -> Content {
    Content(
      file: file, bytes: ByteReader(MemoryBytes(Array(text.utf8))), reader: reader,
      budget: budget, depth: depth, hint: hint, isDecoded: true)
  }

  func failure(_ error: ByteSourceError) -> ReadingEvent {
    .failure(
      ReadingFailure(
        path: file.path, place: error.place, message: error.message, kind: error.kind))
  }

  func failure(
    _ message: String, place: String? = nil, kind: ReadingFailure.Kind = .damaged
  ) -> ReadingEvent {
    .failure(ReadingFailure(path: file.path, place: place, message: message, kind: kind))
  }

  /// All of the bytes, nil where they are more than `limit`.
  func whole(limit: Int) -> UnsafeBufferPointer<UInt8>? { bytes.rest(limit: limit) }
}

/// Reads one format: the one thing that a new format adds, beside a case of ``FileFormat``.
protocol ContentReader {
  /// Calls `receive` for every article of `content`, in its order, and for all that cannot be read.
  ///
  /// Errors of the bytes themselves are told by the caller.
  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows
}
