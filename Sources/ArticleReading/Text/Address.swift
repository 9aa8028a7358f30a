/// Addresses on the web, as far as feeds and pages shorten them.
enum Address {
  /// `address` where the page at `base` names it: whole, without its scheme, from the host on, from the page's
  /// folder on or from the page on (RFC 3986, 5).
  static func resolved(_ address: String, base: String?) -> String {
    guard let base, !address.isEmpty, !hasScheme(address), hasScheme(base),
      let colon = base.firstIndex(of: ":")
    else { return address }
    if address.hasPrefix("//") { return base[...colon] + address }
    let rest = base[colon...].dropFirst(3)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let root = base[..<host.endIndex]
    let path = rest[host.endIndex...].prefix { $0 != "?" && $0 != "#" }
    if address.hasPrefix("?") { return root + path + address }
    if address.hasPrefix("#") { return base.prefix { $0 != "#" } + address }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return root + straight(address.hasPrefix("/") ? address : folder + address)
  }

  /// A path without its steps on the spot and back: `/a/../b` is `/b`.
  private static func straight(_ path: String) -> String {
    guard path.contains("/.") else { return path }
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    let steps = path[..<end].split(separator: "/", omittingEmptySubsequences: false)
    var kept: [Substring] = []
    for step in steps.dropFirst() where step != "." {
      if step == ".." { _ = kept.popLast() } else { kept.append(step) }
    }
    if let last = steps.last, [".", ".."].contains(last) { kept.append("") }
    return "/" + kept.joined(separator: "/") + path[end...]
  }

  private static func hasScheme(_ address: String) -> Bool {
    let rest = address.utf8.drop { byte in
      byte | 0x20 &- 97 < 26 || byte &- 48 < 10 || byte == 0x2b || byte == 0x2d
    }
    return rest.startIndex > address.startIndex && rest.first == UInt8(ascii: ":")
  }
}
