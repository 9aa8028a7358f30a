package import IndexDefinition

/// One article, or one thing that went wrong while reading.
package enum ReadingEvent: Sendable, Equatable {
  case article(Article)
  case failure(ReadingFailure)
}
