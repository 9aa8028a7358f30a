// Whoever imports the tagger has the nouns of what it takes and returns.
@_exported public import struct ArticleModel.CalendarDate
@_exported public import struct ArticleModel.CountryTag
@_exported public import struct ArticleModel.DateTag
@_exported public import enum ArticleModel.Field
@_exported public import struct ArticleModel.Mention
@_exported public import struct ArticleModel.PersonTag
@_exported public import struct ArticleModel.Tags
