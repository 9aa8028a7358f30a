internal import CommandLineOptions
internal import SearchIndex

/// Who may read the files that a command makes.
struct SharingOptions: OptionGroup {
  @Flag("group", "Lets the file's group read what is made; else its owner alone.")
  var group

  var sharing: IndexSharing { group ? .group : .owner }
}
