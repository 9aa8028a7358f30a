internal import ArticleReading

/// The file whose articles are arriving, and which of the index's rows they turned out to be.
struct OpenFile {
  let file: SourceFile
  let id: Int64
  /// Never read before: nothing is left over from an earlier state of it.
  let isNew: Bool
  /// The first thing that went wrong in it.
  var failure: String?
  var articles = RowIDSet()
  var duplicates = RowIDSet()
  var hasRepeatedIDs = false

  init(file: SourceFile, id: Int64, isNew: Bool) {
    self.file = file
    self.id = id
    self.isNew = isNew
  }
}

extension SourceFile {
  /// What comes from there is read whenever it comes, and nothing of it is ever gone.
  var isStandardInput: Bool { absolutePath == "-" }
}
