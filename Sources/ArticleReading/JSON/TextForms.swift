/// Several forms of one text: objects with a `value`, and a `role` or a type that says which form it is (ninjs 2
/// and 3).
struct TextForms {
  private var forms: [(text: String, role: String, isMarkup: Bool)] = []

  var count: Int { forms.count }

  init(_ list: JSONValue) {
    var scanner = JSONScanner(list.bytes)
    var isPlain = false
    try? scanner.elements { (element) throws(JSONSyntaxError) in
      guard element.kind == .object, let form = Self.form(element) else { return isPlain = true }
      forms.append(form)
    }
    if isPlain { forms = [] }
  }

  /// Nil for a list of other things.
  var best: String? {
    let main = forms.filter { $0.role == "main" || $0.role.hasSuffix(":main") }
    let candidates = main.isEmpty ? forms.filter { $0.role.isEmpty } : main
    return (candidates.isEmpty ? forms : candidates).max {
      ($0.isMarkup ? 1 : 0, $0.text.utf8.count) < ($1.isMarkup ? 1 : 0, $1.text.utf8.count)
    }?.text
  }

  private static func form(_ object: JSONValue) -> (String, String, Bool)? {
    var text: String?
    var (role, type) = (String?.none, String?.none)
    var scanner = JSONScanner(object.bytes)
    try? scanner.members { (key, value) throws(JSONSyntaxError) in
      switch key.text?.lowercased() {
      case "value": text = value.text
      case "role": role = value.text ?? ""
      case "contenttype", "content_type": type = value.text ?? ""
      default: break
      }
    }
    guard let text, role != nil || type != nil else { return nil }
    return (text, role?.lowercased() ?? "", type?.lowercased().contains("html") == true)
  }
}
