import ArticleReading
import IndexDefinition
import Testing

/// What mails bring as their text.
struct MailFormTests {
  private func article(subject: String = "Form", _ text: String) throws -> Article? {
    let mail = """
      From: Ada Day <ada@example.org>
      To: desk@example.org
      Date: Mon, 6 May 2024 10:11:12 +0000
      Subject: \(subject)
      Content-Type: text/plain; charset=utf-8

      \(text)
      """
    return try events(in: mail.utf8, named: "a.eml").compactMap(\.article).first
  }

  @Test func aFormInJSONIsReadByItsFields() throws {
    let form = #"{"Headline": ["Port reopens"], "Priority": ["5"], "Body": ["Ships sailed."]}"#
    let article = try #require(try article(form))
    #expect(
      [article.title, article.body, article.byline, article.date?.description]
        == ["Port reopens", "Ships sailed.", "Ada Day", "2024-05-06"])
  }

  /// Braces alone make no form.
  @Test(arguments: [#"{"a": 1} and so on"#, "{not JSON}", #"{"priority": "5"}"#])
  func otherTextStaysAsItIs(text: String) throws {
    let article = try #require(try article(text))
    #expect([article.title, article.body] == ["Form", text])
  }

  @Test func aSubjectWronglyDeclaredIsMended() throws {
    let article = try article(subject: "=?windows-1252?Q?The_port=E2=80=99s_day?=", "Ships sailed.")
    #expect(article?.title == "The port’s day")
  }
}
