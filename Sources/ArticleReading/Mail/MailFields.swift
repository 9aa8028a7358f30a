import OperatingSystem

/// Who wrote a mail to whom, when and about what.
struct MailFields {
  let draft: ArticleDraft

  init(_ mail: MailPart) {
    var draft = ArticleDraft()
    // What a mail declares of its subject is wrong as often as not.
    draft[.title] = mail[header: "Subject"].map(DoubleEncoding.undone)
    draft[.date] = mail[header: "Date"].map(Self.withoutComment)
    draft[.byline] = mail[header: "From"].map { DoubleEncoding.undone(Self.name($0)) }
    draft[.source] = (mail[header: "Newsgroups"] ?? mail[header: "List-Id"]).map(Self.name)
    draft[.language] = mail[header: "Content-Language"]
    draft[.url] = mail[header: "Archived-At"].map { String($0.trimmed { $0 == "<" || $0 == ">" }) }
    draft.extra = Self.extra(mail)
    self.draft = draft
  }

  private static func extra(_ mail: MailPart) -> String? {
    let keys = ["Message-Id": "message_id", "To": "to", "Cc": "cc", "In-Reply-To": "in_reply_to"]
    let values = keys.reduce(into: [String: String]()) { values, key in
      values[key.value] = mail[header: key.key].map(JSONText.string)
    }
    return values.isEmpty ? nil : JSONText.object(values)
  }

  /// `Jane Doe` of `"Jane Doe" <jane@example.org>` and of `jane@example.org (Jane Doe)`.
  static func name(_ address: String) -> String {
    if let bracket = address.firstIndex(of: "<") {
      let name = address[..<bracket].trimmed { $0 == " " || $0 == "\"" || $0 == "'" }
      if !name.isEmpty { return String(name) }
      return String(address[bracket...].dropFirst().prefix { $0 != ">" })
    }
    guard let open = address.firstIndex(of: "("), address.hasSuffix(")") else { return address }
    let name = address[open...].dropFirst().dropLast()
    return name.isEmpty ? String(address[..<open]) : String(name)
  }

  /// `Mon, 7 Sep 2025 10:11:12 +0200 (CEST)` without what stands in brackets.
  private static func withoutComment(_ date: String) -> String {
    String(date.prefix { $0 != "(" }.trimmingSuffix { $0 == " " })
  }
}
