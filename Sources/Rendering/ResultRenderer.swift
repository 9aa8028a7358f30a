package import SearchIndex

/// Search results as bytes for one kind of reader; no I/O.
package protocol ResultRenderer {
  func render(_ results: SearchResults) -> String
}
