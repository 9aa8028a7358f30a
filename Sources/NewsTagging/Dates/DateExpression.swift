internal import ArticleModel

/// A calendar expression found: its tokens, what it means, and the rule that read it.
struct DateExpression {
  var tokens: Range<Int>
  var date: CalendarDate
  var rule: String
}
