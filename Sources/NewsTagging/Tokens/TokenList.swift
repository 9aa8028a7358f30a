/// The tokens of a field while it is scanned.
///
/// No array, since that asks at every token whether somebody else holds it.
struct TokenList: ~Copyable {
  private var base: UnsafeMutablePointer<Token>
  private var capacity: Int
  private(set) var count = 0

  /// - Parameter capacity: how many tokens there will be, more or less; not 0.
  init(capacity: Int) {
    assert(capacity > 0, "a list that can never grow")
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

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
    base.deallocate()
    base = larger
    capacity *= 2
  }

  /// All tokens in their order.
  var array: [Token] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
