// What an index holds is told in the nouns of articles.
@_exported public import ArticleModel
