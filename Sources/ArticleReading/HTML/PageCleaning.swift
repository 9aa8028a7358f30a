/// Takes out of a page what is never part of its article.
///
/// Decided by the element's kind, by whether it is hidden, and by what pages call such things in
/// `class` and `id`. Names are general ones, of no site in particular.
struct PageCleaning {
  private static let tags: MarkupTags = [
    .script, .style, .noscript, .template, .iframe, .object, .embed, .svg, .canvas, .button, .input,
    .select, .textarea, .option, .nav, .aside, .footer, .audio, .video, .figcaption, .map, .dialog,
    .menu, .head, .link, .meta, .applet,
  ]

  private static let roles: Set<String> = [
    "navigation", "complementary", "banner", "contentinfo", "search", "menu", "menubar", "dialog",
    "alertdialog", "alert", "tooltip", "form", "button",
  ]

  /// Found anywhere in a hint.
  private static let parts = HintWords([
    "comment", "disqus", "footer", "related", "recommend", "share", "sharing", "social",
    "newsletter", "subscri", "signup", "sign-up", "sidebar", "side-bar", "breadcrumb", "cookie",
    "consent", "gdpr", "advert", "sponsor", "outbrain", "taboola", "promo", "popular", "trending",
    "pagination", "pager", "popup", "modal", "skyscraper", "masthead", "shoutbox", "navbar",
    "navigation", "caption", "byline", "author-", "-author", "authorbox", "author_", "_author",
    "biography", "most-read", "mostread", "read-more", "readmore", "toolbar", "widget", "credit",
    "paywall", "tooltip", "popover", "rollover", "print-only", "screen-reader", "sr-only",
    "visually-hidden", "visuallyhidden",
    "timestamp", "dateline-", "pubdate", "published", "tag-list", "taglist", "tags-",
    "-tags", "post-tags", "article-tags", "jp-relatedposts", "syndication", "follow-", "rating",
    "login", "register", "next-article", "prev-", "donate", "donation", "lightbox", "carousel",
    "slideshow", "gallery", "ad-slot", "ad-container", "ad-wrapper", "adsense", "adsbygoogle",
    "dfp-", "gpt-ad", "instapaper_ignore", "entry-meta", "post-meta", "article-meta",
    "entry-footer",
    "copyright", "disclaimer", "more-from", "more-on", "morefrom", "read-next", "readnext",
    "up-next",
    "inline-video", "video-player", "teaser", "site-header", "page-header", "overlay", "feedback",
  ])

  /// A whole word of a hint, between spaces, hyphens and underscores.
  private static let words = HintParts([
    "ad", "ads", "nav", "menu", "banner", "tags", "meta", "rss", "print",
    "author", "bio", "sub", "toc", "dropdown", "dateline", "date", "timestamp", "reply", "replies",
    "respond", "avatar", "tweet", "skip", "tooltip", "promo", "bookmark", "breadcrumbs",
  ])

  /// Elements that a hint never removes: they hold the page.
  private static let kept: MarkupTags = [
    .html, .body, .article, .main, .p, .h1, .h2, .h3, .blockquote,
  ]

  /// The part of the page's prose above which an element is no junk, whatever it is called.
  private static let proseLimit = 0.45

  /// - Returns: what is left.
  static func clean(_ page: HTMLElement) -> PageText {
    page.prune {
      tags.contains($0.tag) || $0.hasAttributes && (isHidden($0) || hasRole($0) || isComments($0))
    }
    let text = PageText(page)
    var sentences = Sentences()
    let isChanged = page.prune { element in
      guard element.hasAttributes, !kept.contains(element.tag), !sentences.hold(element),
        isHinted(element)
      else { return false }
      return text.shares.proseShare(of: element) < proseLimit
    }
    return isChanged ? PageText(page) : text
  }

  private static func hasRole(_ element: HTMLElement) -> Bool {
    element["role"].map { roles.contains($0.lowercased()) } ?? false
  }

  /// Readers' comments are prose too, sometimes more than the article.
  private static func isComments(_ element: HTMLElement) -> Bool {
    guard let id = element["id"] ?? element["class"] else { return false }
    return ["comments", "disqus_thread", "respond", "comment-list"].contains(id.lowercased())
  }

  private static func isHidden(_ element: HTMLElement) -> Bool {
    if element["hidden"] != nil || element["aria-hidden"] == "true" { return true }
    guard let style = element.tree.attribute("style", of: element.number) else { return false }
    return hidingStyles.isMet(in: element.tree.text[style].lazy.filter { $0 != 0x20 })
  }

  private static let hidingStyles = HintWords(["display:none", "visibility:hidden"])

  private static func isHinted(_ element: HTMLElement) -> Bool {
    if element.hints(at: parts) {
      // `no-caption` and `has-sidebar` speak of what is not here, or elsewhere.
      guard element.hints(at: others) else { return true }
      let own = element.hint.split(separator: " ").filter { !others.isMet(in: $0.utf8) }
      if own.contains(where: { parts.isMet(in: $0.utf8) }) { return true }
    }
    return element.hasHintPart(words)
  }

  private static let others: HintWords = {
    var words: [String] = []
    for before in ["no", "has", "with", "without"] {
      for name in ["caption", "sidebar", "side-bar", "comment", "advert", "promo", "gallery"] {
        for sign in ["-", "_", ""] { words.append(before + sign + name) }
      }
    }
    return HintWords(words)
  }()
}
