import IndexDefinition

/// An archive of files (zip, tar, 7z, cpio, ar, rar, cab, lha): its members, each read as what it is.
///
/// Nothing is written to disk, so no name leads anywhere; links lead nowhere and are told.
struct Archive: ContentReader {
  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    guard let members = try members(of: content, receive) else { return }
    var names = MemberNames()
    while !content.budget.isSpent, let member = try next(in: members, content, receive) {
      if let problem = member.problem {
        try receive(content.failure(problem, place: member.name))
      } else if member.kind == .file, !member.isHidden {
        let name = names.unique(member.name)
        try content.readMember(
          name, size: member.size, BudgetedBytes(members, content.budget), receive)
      }
    }
  }

  private func members(
    of content: Content, _ receive: (ReadingEvent) throws -> Void
  ) rethrows -> ArchiveMembers? {
    do throws(ByteSourceError) {
      return try ArchiveMembers(content)
    } catch {
      try receive(content.failure(error))
      return nil
    }
  }

  private func next(
    in members: ArchiveMembers, _ content: Content, _ receive: (ReadingEvent) throws -> Void
  ) rethrows -> ArchiveMembers.Member? {
    do throws(ByteSourceError) {
      return try members.next()
    } catch {
      try receive(content.failure(error))
      return nil
    }
  }
}

/// Names of members as they are given out: the second of two that are equal gets a number.
struct MemberNames {
  private var counts: [String: Int] = [:]

  mutating func unique(_ name: String) -> String {
    let count = counts[name, default: 0] + 1
    counts[name] = count
    return count == 1 ? name : "\(name)~\(count)"
  }
}
