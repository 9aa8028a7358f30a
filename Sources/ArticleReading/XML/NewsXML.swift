internal import IndexDefinition

/// An XML file of a kind that news comes in, told by its root element: feeds (RSS, Atom) and
/// agencies' files (NITF, NewsML 1.2, NewsML-G2); others where their elements have known names.
struct NewsXML {
  let file: SourceFile
  var names = FieldNames()

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
    case "nitf", "newsml", "newsitem", "newsmessage", "packageitem": return agencyEvents(root)
    // AP's own form of NewsML, SportsML and others that carry NITF.
    case _ where root.first { $0.tag == .bodyContent } != nil: return agencyEvents(root)
    default:
      let drafts = NamedXML(root, names).drafts
      guard drafts.isEmpty else { return events(drafts) }
      return [failure("XML of an unknown kind: <\(root.name)>; convert it to JSON Lines")]
    }
  }

  private func agencyEvents(_ root: HTMLElement) -> [ReadingEvent] {
    let agency = AgencyXML(root)
    var told = agency.missing.map { failure($0, .withheld) }
    var drafts: [ArticleDraft] = []
    for story in agency.stories {
      if let withdrawal = story.item.withdrawal {
        told.append(.failure(withdrawal.failure(path: file.path)))
        continue
      }
      let draft = story.draft
      if draft[.body]?.isEmpty ?? true, let title = draft[.title], !title.isEmpty {
        let place = story.remotePlace.map { "; it is at \($0)" } ?? ""
        told.append(failure("“\(title)” has no text in the file" + place, .withheld))
      }
      drafts.append(draft)
      told += leftOut(of: story)
    }
    return events(drafts) + told
  }

  private func leftOut(of story: AgencyStory) -> [ReadingEvent] {
    let count = AgencyBody(story.element).leftOut
    return count == 0 ? [] : [failure("\(count) further texts of one item are left out", .withheld)]
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

  private func failure(
    _ message: String, _ kind: ReadingFailure.Kind = .damaged
  ) -> ReadingEvent {
    .failure(ReadingFailure(path: file.path, message: message, kind: kind))
  }
}
