internal import IndexDefinition

/// An XML file of a kind that news comes in, told by its root element: feeds (RSS, Atom) and
/// agencies' files (NITF, NewsML 1.2, NewsML-G2).
struct NewsXML {
  let file: SourceFile

  func events(_ text: String) -> [ReadingEvent] {
    guard let root = XMLParser.parse(text) else {
      return [failure("no XML element; mend the file")]
    }
    switch root.localName {
    case "html": return HTMLPage(file: file).events(text)
    case "rss", "rdf", "channel", "feed":
      let feed = Feed(root)
      return feed.items.isEmpty
        ? [failure("the feed has no items; fetch it again")] : events(feed.items.map(feed.draft))
    case "nitf", "newsml", "newsitem", "newsmessage", "packageitem":
      return events(AgencyXML.items(in: root).map(AgencyXML.draft))
    default:
      return [failure("XML of an unknown kind: <\(root.name)>; convert it to JSON Lines")]
    }
  }

  private func events(_ drafts: [ArticleDraft]) -> [ReadingEvent] {
    if drafts.count == 1 {
      return drafts[0].events(file: file, place: nil, advice: "; the file holds no text")
    }
    return drafts.enumerated().flatMap { index, draft in
      draft.events(file: file, place: "article \(index + 1)", advice: "; it holds no text")
        .map { $0.numbered(index + 1, in: file) }
    }
  }

  private func failure(_ message: String) -> ReadingEvent {
    .failure(ReadingFailure(path: file.path, message: message))
  }
}
