internal import OperatingSystem

/// The write-ahead log beside an index file: which pages its committed transactions left
/// (<https://sqlite.org/fileformat2.html#the_write_ahead_log>).
final class RawLog {
  private static let headerSize = 32
  private static let frameHeaderSize = 24

  /// The last page of the file in the log's state.
  let lastPage: Int
  private let descriptor: Int32
  private let pageSize: Int
  /// Where the newest bytes of each page lie.
  private let places: [Int: Int]

  /// Nil where there is no log, or none that a transaction was committed to.
  init?(_ path: String, pageSize: Int) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    self.pageSize = pageSize
    guard descriptor >= 0 else { return nil }
    let frames = Self.committed(descriptor, pageSize)
    places = frames.places
    lastPage = frames.lastPage
    if places.isEmpty {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  func page(_ number: Int) -> [UInt8]? {
    places[number].flatMap { RawFile.read(descriptor, at: $0, count: pageSize) }
  }

  /// The frames up to the last commit; the sums, each over all before, end where the log does.
  private static func committed(
    _ descriptor: Int32, _ pageSize: Int
  ) -> (places: [Int: Int], lastPage: Int) {
    guard let header = RawFile.read(descriptor, at: 0, count: headerSize),
      header.bigInteger(at: 0) & ~1 == 0x377F_0682, header.bigInteger(at: 8) == pageSize
    else { return ([:], 0) }
    var sum = LogSum(isBigEndian: header[3] & 1 == 1)
    sum.add(header[..<24])
    var places: [Int: Int] = [:]
    var waiting: [Int: Int] = [:]
    var lastPage = 0
    var offset = headerSize
    while let frame = RawFile.read(descriptor, at: offset, count: frameHeaderSize + pageSize),
      frame[8..<16].elementsEqual(header[16..<24])
    {
      sum.add(frame[..<8])
      sum.add(frame[frameHeaderSize...])
      guard sum.isStored(in: frame, at: 16) else { break }
      waiting[frame.bigInteger(at: 0)] = offset + frameHeaderSize
      if frame.bigInteger(at: 4) != 0 {
        places.merge(waiting) { $1 }
        waiting = [:]
        lastPage = frame.bigInteger(at: 4)
      }
      offset += frameHeaderSize + pageSize
    }
    return (places, lastPage)
  }
}

/// The log's running checksum.
private struct LogSum {
  let isBigEndian: Bool
  private var first: UInt32 = 0
  private var second: UInt32 = 0

  init(isBigEndian: Bool) {
    self.isBigEndian = isBigEndian
  }

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: bytes.count - 7, by: 8) {
        first &+= word(bytes, offset) &+ second
        second &+= word(bytes, offset + 4) &+ first
      }
    }
  }

  func isStored(in frame: [UInt8], at offset: Int) -> Bool {
    frame.bigInteger(at: offset) == Int(first) && frame.bigInteger(at: offset + 4) == Int(second)
  }

  private func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
    let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
  }
}
