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

  /// What an index says of one person, as `wsearch person show` prints it.
  package mutating func personProfile(_ profile: PersonProfile) {
    object { json in
      json.field("name", profile.name)
      json.field("articles", profile.articles)
      json.array("names", profile.names) { json, name in
        json.object { json in
          json.field("name", name.name)
          json.field("articles", name.articles)
          json.field("reason", name.reason.isEmpty ? nil : name.reason)
        }
      }
      json.array("forms", profile.forms) { $0.form($1) }
      json.array("people", profile.people) { $0.counted("name", $1) }
      json.array("countries", profile.countries) { $0.counted("code", $1) }
      json.array("notes", profile.notes) { $0.value($1) }
    }
  }

  private mutating func form(_ form: PersonProfile.Form) {
    object { json in
      json.field("text", form.text)
      json.field("articles", form.articles)
      json.field("first", form.first)
      json.field("last", form.last)
      json.field("article", form.article)
      json.field("context", form.context)
    }
  }

  private mutating func counted(_ key: StaticString, _ counted: KnownPerson) {
    object { json in
      json.field(key, counted.name)
      json.field("articles", counted.articles)
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
