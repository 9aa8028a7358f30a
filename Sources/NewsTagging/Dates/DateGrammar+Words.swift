/// The small words between the parts of an expression, as their hashes.
extension DateGrammar {
  @inline(__always) static var theWord: UInt64 { TokenHash.word("the") }
  @inline(__always) static var ofWord: UInt64 { TokenHash.word("of") }
  @inline(__always) static var inWord: UInt64 { TokenHash.word("in") }
  @inline(__always) static var before: UInt64 { TokenHash.word("before") }
  @inline(__always) static var after: UInt64 { TokenHash.word("after") }
  @inline(__always) static var last: UInt64 { TokenHash.word("last") }
  @inline(__always) static var past: UInt64 { TokenHash.word("past") }
}
