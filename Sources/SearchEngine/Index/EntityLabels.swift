internal import OperatingSystem

/// The names of entities by id, each read when first shown.
package final class EntityLabels {
  package struct Entry: Sendable {
    package var kind: String
    /// The canonical name or the country code.
    package var value: String
    /// As shown to people.
    package var label: String
    /// The value's first eight bytes as a number, which orders most values without a look at them.
    var key: UInt64

    /// An entity that is none.
    static let none = Entry(kind: "", value: "", label: "")

    package init(kind: String, value: String, label: String) {
      self.kind = kind
      self.value = value
      self.label = label
      key = value.utf8.prefix(8).enumerated().reduce(0) { key, byte in
        key | UInt64(byte.element) << UInt64(56 - 8 * byte.offset)
      }
    }
  }

  private let index: any IndexSource
  private let highest: Int
  /// Where in `entries` each id's stands; 0 until it is read.
  private let places: UnsafeMutablePointer<UInt32>
  private var entries = [Entry.none]

  init(_ index: any IndexSource) {
    self.index = index
    highest = index.lastEntity
    // Zeros of the system's, which cost nothing until they are touched.
    guard let zeros = calloc(highest + 1, MemoryLayout<UInt32>.stride) else {
      preconditionFailure("out of memory for \(highest) entities")
    }
    places = zeros.bindMemory(to: UInt32.self, capacity: highest + 1)
  }

  deinit { free(places) }

  /// Of an id that is none, ``Entry/none``.
  package func entry(_ id: Int) throws -> Entry { entries[try place(id)] }

  /// See ``Entry/key``.
  func key(_ id: Int) throws -> UInt64 { entries[try place(id)].key }

  private func place(_ id: Int) throws -> Int {
    guard id <= highest else { return 0 }
    if places[id] > 0 { return Int(places[id]) }
    guard let read = try index.entity(Int64(id)) else { return 0 }
    entries.append(read)
    places[id] = UInt32(entries.count - 1)
    return entries.count - 1
  }
}
