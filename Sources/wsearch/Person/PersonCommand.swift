internal import CommandLineOptions

/// `wsearch person`: who is who, put right by the user.
struct PersonCommand: Command {
  static let configuration = CommandConfiguration(
    "person", "Lists the people of the index and corrects who is who.",
    discussion: """
      Corrections are rules, one readable line each, kept in the index. They change all articles at
      once, are replayed on every run of index, and can be undone. Write them to a file with
      `wsearch person rules > FILE`, read them with `wsearch person apply FILE`.
      """,
    example: "wsearch person merge \"V. Zelensky\" \"Volodymyr Zelensky\"",
    subcommands: [
      PersonListCommand.self, PersonShowCommand.self, PersonMergeCommand.self,
      PersonSplitCommand.self,
      PersonRenameCommand.self, PersonHideCommand.self, PersonRulesCommand.self,
      PersonUndoCommand.self, PersonApplyCommand.self,
    ])
}
