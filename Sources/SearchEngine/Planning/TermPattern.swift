internal import QueryLanguage

/// A word with open ends or a typing error, to be compared with the vocabulary's terms.
struct TermPattern {
  let core: String
  let form: Term.Form
  private let bytes: [UInt8]
  /// Between the stars.
  private let parts: [ArraySlice<UInt8>]
  /// A pattern's letters, each of which the term must have.
  private let leastCount: Int
  private let letters: LetterSet

  init(_ core: String, _ form: Term.Form) {
    self.core = core
    self.form = form
    bytes = Array(core.utf8)
    letters = LetterSet(core)
    parts = bytes.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    leastCount = parts.reduce(0) { $0 + $1.count }
  }

  /// As it is typed.
  var text: String {
    switch form {
    case .suffix: "*\(core)"
    case .infix: "*\(core)*"
    case .prefix: "\(core)*"
    case .fuzzy: "\(core)~"
    case .exact, .stemmed, .pattern: core
    }
  }

  /// - Parameter term: UTF-8.
  func matches(_ term: UnsafeRawBufferPointer) -> Bool {
    switch form {
    case .suffix: term.count >= bytes.count && term.suffix(bytes.count).elementsEqual(bytes)
    case .prefix: term.starts(with: bytes)
    case .infix: Self.firstIndex(of: bytes[...], in: term[...]) != nil
    case .fuzzy: letters.mayBeNear(term, errors: 1) && EditDistance.isWithinOneError(bytes, term)
    case .pattern: term.count >= leastCount && matchesParts(term)
    case .exact, .stemmed: term.elementsEqual(bytes)
    }
  }

  /// Whether the term begins with the first part, ends with the last and holds the others between,
  /// in this order.
  private func matchesParts(_ term: UnsafeRawBufferPointer) -> Bool {
    guard let first = parts.first, let last = parts.last, term.starts(with: first) else {
      return false
    }
    var rest = term.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      guard let place = Self.firstIndex(of: part, in: rest) else { return false }
      rest = rest[(place + part.count)...]
    }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }

  private static func firstIndex(
    of part: ArraySlice<UInt8>, in term: Slice<UnsafeRawBufferPointer>
  ) -> Int? {
    guard let first = part.first else { return term.startIndex }
    var place = term.startIndex
    while place + part.count <= term.endIndex {
      if term[place] == first, term[place..<place + part.count].elementsEqual(part) { return place }
      place += 1
    }
    return nil
  }
}
