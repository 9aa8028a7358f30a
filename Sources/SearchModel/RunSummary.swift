/// What a run did; `bytes` is text read, `failed` counts files and parts that were not read,
/// `untagged` articles stored without tags because of their language.
package struct RunSummary: Sendable, Equatable {
  package var indexed = 0
  package var updated = 0
  package var unchanged = 0
  package var duplicates = 0
  package var removed = 0
  package var failed = 0
  package var untagged = 0
  package var bytes = 0
  package var seconds = 0.0

  package init() {}
}
