import OperatingSystem

/// Comments, sections of characters, document types and the entities that these declare.
extension MarkupReader {
  mutating func declaration() {
    let rest = bytes[position...]
    if rest.starts(with: "<!--".utf8) {
      skip(past: "-->", or: ">")
    } else if isXML, rest.starts(with: "<![CDATA[".utf8) {
      characterData()
    } else if isXML, rest.prefix(9).map(MarkupName.lower) == Array("<!doctype".utf8) {
      documentType()
    } else {
      skip(past: ">", or: ">")
    }
  }

  mutating func characterData() {
    position += 9
    let end = find("]]>", from: position)
    let start = builder.startText()
    builder.tree.append(bytes[position..<(end ?? bytes.count)])
    builder.endText(from: start)
    position = end.map { $0 + 3 } ?? bytes.count
  }

  /// Passes over a document type, its entities taken along.
  private mutating func documentType() {
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "["), depth == 0 {
        depth = 1
      } else if byte == UInt8(ascii: "]") {
        depth = 0
      } else if byte == UInt8(ascii: ">"), depth == 0 {
        position += 1
        return
      } else if bytes[position...].starts(with: "<!ENTITY ".utf8) {
        entity()
      }
      position += 1
    }
  }

  /// `<!ENTITY name "value">`; entities that fetch something or name others stand for nothing.
  private mutating func entity() {
    let end = find(UInt8(ascii: ">"), from: position) ?? bytes.count
    let parts = bytes[position + 9..<end].split(maxSplits: 1, omittingEmptySubsequences: true) {
      $0 <= 0x20
    }
    position = max(position, end - 1)
    guard parts.count == 2, entities.count < 256,
      let open = parts[1].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
      parts[1][..<open].allSatisfy({ $0 <= 0x20 })
    else { return }
    let value = parts[1][(open + 1)...].prefix { $0 != parts[1][open] }
    entities[String(decoding: parts[0], as: UTF8.self)] = Array(value.prefix(4096))
  }

  /// Appends what the file's own entity at `mark` stands for; the bytes of its name.
  mutating func appendEntity(at mark: Int, to end: Int) -> Int? {
    guard !entities.isEmpty else { return nil }
    let name = bytes[mark + 1..<min(end, mark + 64)].prefix { $0 != UInt8(ascii: ";") }
    guard name.endIndex < end, bytes[name.endIndex] == UInt8(ascii: ";"),
      let value = entities[String(decoding: name, as: UTF8.self)]
    else { return nil }
    guard value.count <= entityRoom else { return name.count + 2 }
    entityRoom -= value.count
    value.withUnsafeBufferPointer { value in
      var start = 0
      while start < value.count {
        if value[start] == UInt8(ascii: "&"), let reference = CharacterReference(value, at: start) {
          for byte in reference.scalar.utf8 { builder.tree.append(byte) }
          start += reference.length
        } else {
          builder.tree.append(value[start])
          start += 1
        }
      }
    }
    return name.count + 2
  }

  /// Goes behind `end`, where the file has none any more behind `other`.
  mutating func skip(past end: String, or other: String) {
    if !missing.contains(end) {
      if let found = find(end, from: position + 2) {
        position = found + end.utf8.count
        return
      }
      missing.insert(end)
    }
    position = find(UInt8(ascii: ">"), from: position).map { $0 + 1 } ?? bytes.count
  }
}
