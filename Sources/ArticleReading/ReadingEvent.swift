package import IndexDefinition

/// One article, or one thing that went wrong while reading.
package enum ReadingEvent: Sendable, Equatable {
  case article(Article)
  case failure(ReadingFailure)
  /// The date of the article that follows is what `--date-order` makes of it.
  case orderedDate
}

extension ReadingEvent {
  /// An article of several without an id of its own has its number in its path.
  func numbered(_ number: Int, in file: SourceFile) -> ReadingEvent {
    guard case .article(var article) = self,
      article.id == article.derivedID(in: file, member: "article \(number)")
    else { return self }
    article.path += "#\(number)"
    return .article(article)
  }

  /// The article with the place of its record in the file or member that its path names.
  func lying(at place: SourcePlace) -> ReadingEvent {
    guard case .article(var article) = self else { return self }
    article.place = place
    return .article(article)
  }

  /// An article without a date has that of its file's name, if there is one.
  func dated(by file: SourceFile) -> ReadingEvent {
    guard case .article(var article) = self, article.date == nil,
      let date = PathDate.inFileName(file.path)
    else { return self }
    article.date = date
    article.dateSource = .fileName
    return .article(article)
  }
}
