package import IndexDefinition
package import SearchModel

extension JSONWriter {
  /// What a run of `wsearch index` did.
  package mutating func summary(_ summary: RunSummary) {
    object { json in
      json.field("indexed", summary.indexed)
      json.field("updated", summary.updated)
      json.field("unchanged", summary.unchanged)
      json.field("duplicates", summary.duplicates)
      json.field("near_copies", summary.nearCopies)
      json.field("removed", summary.removed)
      json.field("renamed", summary.renamed)
      json.field("failed", summary.failed)
      json.array("failures", summary.countedFailures) { json, failures in
        json.object { json in
          json.field("kind", failures.kind.rawValue)
          json.field("count", failures.count)
        }
      }
      json.field("ordered_dates", summary.orderedDates)
      json.field("untagged", summary.untagged)
      json.field("moved_files", summary.movedFiles)
      json.field("gone_files", summary.goneFiles)
      json.field("gone_articles", summary.goneArticles)
      json.field("kept_out", summary.keptOut)
      json.field("bytes", summary.bytes)
      json.field("seconds", summary.seconds)
    }
  }

  /// What `wsearch remove` took out, or would (`done` is false).
  package mutating func removal(_ summary: RemovalSummary, isDone: Bool) {
    object { json in
      json.field("articles", summary.articles)
      json.field("duplicates", summary.duplicates)
      json.field("erased", summary.isErased)
      if summary.isErased { json.array("older_files", summary.olderFiles) { $0.value($1) } }
      json.field("done", isDone)
    }
  }

  /// What lies elsewhere since `wsearch move`.
  package mutating func move(_ summary: MoveSummary) {
    object { json in
      json.field("files", summary.files)
      json.field("articles", summary.articles)
    }
  }

  package mutating func upgrade(_ summary: UpgradeSummary) {
    object { json in
      json.field("old_format_version", summary.oldVersion)
      json.field("format_version", summary.newVersion)
      json.field("articles", summary.articles)
      json.field("seconds", summary.seconds)
    }
  }

  package mutating func snapshot(_ summary: SnapshotSummary) {
    object { json in
      json.field("articles", summary.articles)
      json.field("file_bytes", summary.fileBytes)
      json.field("seconds", summary.seconds)
    }
  }

  package mutating func salvage(_ summary: SalvageSummary) {
    object { json in
      json.field("articles", summary.articles)
      json.field("duplicates", summary.duplicates)
      json.field("files", summary.files)
      json.field("rules", summary.rules)
      json.array("altered", summary.altered) { $0.value($1) }
      json.field("lost", summary.lost)
      json.field("seconds", summary.seconds)
    }
  }

  package mutating func statistics(_ statistics: IndexStatistics) {
    object { json in
      json.field("articles", statistics.articles)
      json.field("duplicates", statistics.duplicates)
      json.field("people", statistics.people)
      json.field("countries", statistics.countries)
      json.field("mentions", statistics.mentions)
      json.field("undated", statistics.undated)
      json.field("without_persons", statistics.withoutPersons)
      json.field("without_countries", statistics.withoutCountries)
      json.field("without_dates", statistics.withoutDates)
      json.object("ocr_quality") { $0.field("doubtful", statistics.doubtful) }
      json.field("first_date", statistics.firstDate?.description)
      json.field("last_date", statistics.lastDate?.description)
      json.field("file_bytes", statistics.fileBytes)
      json.field("text_bytes", statistics.textBytes)
      json.field("failed_files", statistics.failedFiles)
      json.field("format_version", statistics.formatVersion)
    }
  }

  /// What `wsearch check` found; `sound` is true when nothing is wrong or all was mended;
  /// `skipped` says what could not be checked.
  package mutating func check(_ report: CheckReport) {
    object { json in
      json.field("sound", report.isSound)
      json.array("skipped", report.skipped) { $0.value($1) }
      json.array("notes", report.notes) { $0.value($1) }
      json.array("findings", report.findings) { json, finding in
        json.object { json in
          json.field("side", finding.side.rawValue)
          json.field("message", finding.message)
          json.field("repaired", finding.isRepaired)
        }
      }
    }
  }

  /// The article as `wsearch show --json` prints it.
  ///
  /// - Parameters:
  ///   - matches: what of it a query matches; nil where none was asked.
  ///   - why: the readings of a word that was asked about; nil where none was.
  package mutating func storedArticle(
    _ stored: StoredArticle, matches: [FieldMatch]? = nil, why: [WordReadings]? = nil
  ) {
    object { json in
      json.fields(of: stored.article)
      json.fields(of: stored.tags, in: stored.article)
      json.places("duplicates", stored.duplicatePlaces)
      json.places("near_copies", stored.nearCopies)
      if let matches { json.matches(matches, in: stored.article) }
      if let why { json.why(why, stored.tags, of: stored.article) }
    }
  }

  /// Where else an article, or what is a near-copy of it, was found.
  mutating func places(_ name: StaticString, _ places: [StoredArticle.DuplicatePlace]) {
    array(name, places) { json, place in
      json.object { json in
        json.field("id", place.id)
        json.field("path", place.path)
        json.field("source", place.source)
        json.field("url", place.url)
      }
    }
  }

  private mutating func matches(_ matches: [FieldMatch], in article: Article) {
    array("matches", matches) { json, match in
      json.object { json in
        json.field("field", match.field.rawValue)
        json.field("start", match.range.lowerBound)
        json.field("end", match.range.upperBound)
        json.field("text", article.text(match.range, in: match.field))
      }
    }
  }
}
