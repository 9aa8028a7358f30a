/// The tokens of a field while it is scanned, in room that is lent.
///
/// No array, since that asks at every token whether somebody else holds it.
struct TokenList: ~Copyable {
  private var base: UnsafeMutablePointer<Token>
  private var capacity: Int
  private(set) var count = 0
  /// Whether the room was too small, so that the tokens lie in other.
  private(set) var hasMoved = false

  /// - Parameter room: uninitialized, not empty, and valid as long as the list is.
  init(in room: UnsafeMutableBufferPointer<Token>) {
    guard let base = room.baseAddress, !room.isEmpty else {
      preconditionFailure("a list that can never grow")
    }
    self.base = base
    capacity = room.count
  }

  deinit { if hasMoved { base.deallocate() } }

  var last: Token? { count == 0 ? nil : base[count - 1] }

  @inline(__always)
  mutating func append(_ token: Token) {
    if count == capacity { grow() }
    (base + count).initialize(to: token)
    count += 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    if hasMoved { base.deallocate() }
    (base, hasMoved) = (larger, true)
    capacity *= 2
  }

  /// All tokens in their order, copied.
  var array: [Token] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
