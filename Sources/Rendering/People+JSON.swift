package import SearchModel

extension JSONWriter {
  /// The people of an index, as `wsearch person list` prints them.
  package mutating func people(_ people: [KnownPerson]) {
    object { json in
      json.array("people", people) { json, person in
        json.object { json in
          json.field("name", person.name)
          json.field("articles", person.articles)
        }
      }
    }
  }

  /// The corrections in force; `number` is what `wsearch person undo` takes.
  package mutating func personRules(_ rules: [MadeRule]) {
    object { json in
      json.array("rules", rules.enumerated()) { json, rule in
        json.object { json in
          json.field("number", rule.offset + 1)
          json.field("rule", "\(rule.element.rule)")
          json.field("made", rule.element.made)
        }
      }
    }
  }

  /// The rules made or undone, and how many articles have other people now.
  package mutating func personChange(_ change: RuleChange) {
    object { json in
      json.array("made", change.made) { $0.value("\($1)") }
      json.array("undone", change.undone) { $0.value("\($1)") }
      json.field("articles", change.articles)
    }
  }
}
