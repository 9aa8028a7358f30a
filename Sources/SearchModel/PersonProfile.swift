/// What an archive says of one person, from which its tags can be judged.
package struct PersonProfile: Sendable, Equatable {
  /// A way in which articles print the person's name.
  package struct Form: Sendable, Equatable {
    package var text: String
    package var articles: Int
    /// Of the earliest and the latest article, ISO 8601; nil where all are undated.
    package var first: String?
    package var last: String?
    /// Id of the earliest article with the form, and the words around it there, on one line.
    package var article: String
    package var context: String

    package init(
      text: String, articles: Int, first: String?, last: String?, article: String, context: String
    ) {
      self.text = text
      self.articles = articles
      self.first = first
      self.last = last
      self.article = article
      self.context = context
    }
  }

  /// A name that articles by themselves give the person, and why it is this one's.
  package struct GivenName: Sendable, Equatable {
    package var name: String
    package var articles: Int
    /// Empty for the name that the person goes by.
    package var reason: String

    package init(name: String, articles: Int, reason: String) {
      self.name = name
      self.articles = articles
      self.reason = reason
    }
  }

  package var name: String
  package var articles: Int
  /// Those of the most articles first, ties by name, as all lists here.
  package var names: [GivenName]
  package var forms: [Form]
  /// Who is named in the same articles.
  package var people: [KnownPerson]
  /// ISO 3166 codes of the countries that the articles name.
  package var countries: [KnownPerson]
  /// How the name was read.
  package var notes: [String]

  package init(
    name: String, articles: Int, names: [GivenName], forms: [Form], people: [KnownPerson],
    countries: [KnownPerson], notes: [String]
  ) {
    self.name = name
    self.articles = articles
    self.names = names
    self.forms = forms
    self.people = people
    self.countries = countries
    self.notes = notes
  }
}
