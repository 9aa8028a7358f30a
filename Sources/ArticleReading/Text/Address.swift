/// Addresses on the web, as far as feeds and pages shorten them.
enum Address {
  /// `address` where the page at `base` names it: whole, without its scheme, from the host on, or from the
  /// page's folder on (RFC 3986, 5, without `..`).
  static func resolved(_ address: String, base: String?) -> String {
    guard let base, !address.isEmpty, !hasScheme(address), hasScheme(base),
      let colon = base.firstIndex(of: ":")
    else { return address }
    if address.hasPrefix("//") { return base[...colon] + address }
    let rest = base[colon...].dropFirst(3)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let root = base[..<host.endIndex]
    if address.hasPrefix("/") { return root + address }
    let path = rest[host.endIndex...].prefix { $0 != "?" && $0 != "#" }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return root + folder + address
  }

  private static func hasScheme(_ address: String) -> Bool {
    let scheme = address.prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "+" || $0 == "-"
    }
    return !scheme.isEmpty && address[scheme.endIndex...].hasPrefix(":")
  }
}
