// Whoever imports the query language has the nouns that a query names.
@_exported public import struct ArticleModel.CalendarDate
@_exported public import struct ArticleModel.DateRange
@_exported public import enum ArticleModel.Field
