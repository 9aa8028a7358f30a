/// A man page, one a command.
package struct ManualPage: Sendable, Equatable {
  /// Such as `wsearch-person-merge.1`.
  package let file: String
  /// In the markup of mdoc(7).
  package let text: String
}

extension Program {
  /// The pages of all commands.
  ///
  /// Dated by `SOURCE_DATE_EPOCH`, else today.
  var manual: [ManualPage] {
    let date = ManualDate.current
    return root.everyCommand.map { path in
      let markup = ManualMarkup(path, parameters(of: path), date: date)
      return ManualPage(file: path.pageName + ".1", text: markup.text)
    }
  }
}

extension CommandPath {
  /// Such as `wsearch-person-merge`.
  var pageName: String { name.replacing(" ", with: "-") }
}
