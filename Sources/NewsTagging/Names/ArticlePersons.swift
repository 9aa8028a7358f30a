internal import ArticleModel

/// The persons of one article while they are told apart.
struct ArticlePersons {
  struct Person {
    /// The form that brought the person in.
    let first: Int
    /// The further forms with a given name, of which most persons have none.
    var others: [Int] = []
    var gender: Honorific.Gender?
  }

  /// The person of a form.
  private enum Answer {
    case nobody
    case person(Int)
    /// It fits several: decided span by span.
    case oneOf([Int])
  }

  private let forms: [NameForm]
  private let formOfSpan: [Int]
  private(set) var persons: [Person] = []
  /// The person that each span names; -1: nobody in particular.
  private(set) var personOfSpan: [Int] = []
  private var bearers: NameBearers
  private var answers: [Answer]

  init(forms: [NameForm], formOfSpan: [Int]) {
    self.forms = forms
    self.formOfSpan = formOfSpan
    answers = Array(filled: .nobody, count: forms.count)
    bearers = NameBearers(words: forms.count * 2)
  }

  mutating func assign() {
    persons.reserveCapacity(forms.count)
    for form in order() where !forms[form].isFamily { place(form) }
    settle()
  }

  /// The fullest forms first: each later one can only be short for an earlier.
  private func order() -> [Int] {
    // Both in one number, which is sorted faster than two.
    forms.indices.map { -forms[$0].name.fullness << 32 | $0 }.sorted().map { $0 & 0xFFFF_FFFF }
  }

  private mutating func place(_ form: Int) {
    let candidates = candidates(for: form)
    switch candidates.count {
    case 0:
      persons.append(Person(first: form))
      add(form, to: persons.count - 1)
    case 1: add(form, to: candidates[0])
    default: answers[form] = .oneOf(candidates)
    }
  }

  private mutating func add(_ form: Int, to person: Int) {
    answers[form] = .person(person)
    let isFirst = persons[person].first == form
    if isFirst || !forms[form].name.isLone {
      if !isFirst { persons[person].others.append(form) }
      for word in forms[form].name.words where word.kind == .full {
        bearers.add(person, word.sound)
      }
    }
    persons[person].gender =
      persons[person].gender ?? forms[form].gender ?? forms[form].name.gender
  }

  /// Gives each span its form's person; where several fit, the one named last before it, else the
  /// one that the article names most.
  private mutating func settle() {
    var counts = Array(filled: 0, count: persons.count)
    for form in forms.indices {
      if case .person(let person) = answers[form] { counts[person] += forms[form].count }
    }
    var lastSeen = Array(filled: -1, count: persons.count)
    personOfSpan = formOfSpan.indices.map { span in
      let person: Int
      switch answers[formOfSpan[span]] {
      case .nobody: return -1
      case .person(let only): person = only
      case .oneOf(let candidates):
        person =
          candidates.max { (lastSeen[$0], counts[$0], $1) < (lastSeen[$1], counts[$1], $0) }
          ?? candidates[0]
      }
      lastSeen[person] = span
      return person
    }
  }
}

extension ArticlePersons {
  /// The persons that a form may name, ascending.
  private func candidates(for position: Int) -> [Int] {
    let near = near(position)
    guard !near.isEmpty else { return near }
    let agreeing = near.filter { person in
      allForms(of: person) { forms[$0].name.agrees(with: forms[position].name) }
    }
    guard forms[position].name.isLone, agreeing.isEmpty || forms[position].isGivenName else {
      return agreeing
    }
    // Near by a word that is not the family name: a given name, or a former half of it.
    return agreeing.count == near.count ? agreeing : near.filter { !agreeing.contains($0) }
  }

  /// The persons of whose names a word sounds like one of the form's, ascending.
  private func near(_ form: Int) -> [Int] {
    var near: [Int] = []
    for word in forms[form].name.words where word.kind == .full && bearers.isBorne(word.sound) {
      for person in bearers.of(word.sound)
      where !near.contains(person) && allows(form, person) { near.append(person) }
    }
    if near.count > 1 { near.sort() }
    return near
  }

  /// Whether gender and rank let a form name a person.
  private func allows(_ form: Int, _ person: Int) -> Bool {
    if let gender = forms[form].gender, let known = persons[person].gender, gender != known {
      return false
    }
    guard forms[form].isRegnal, forms[form].name.isLone else { return true }
    return !allForms(of: person) { !forms[$0].name.isLone && !forms[$0].isRegnal }
  }

  private func allForms(of person: Int, satisfy condition: (Int) -> Bool) -> Bool {
    condition(persons[person].first) && persons[person].others.allSatisfy(condition)
  }

  /// The fullest form of a person's name, in natural capitals.
  ///
  /// A lone name keeps its form of address when the article has another person of that name.
  func canonicalName(of person: Int, in article: ArticleTokens) -> String {
    let best = persons[person].others.reduce(persons[person].first) {
      isBetter($1, than: $0) ? $1 : $0
    }
    let isLone = forms[best].name.isLone
    let name = NameCasing.ofLone(
      NameCasing.natural(forms[best].text, isMixed: forms[best].isNatural), isLone: isLone)
    guard isLone, !forms[best].address.isEmpty, isShared(forms[best].name, by: person)
    else { return name }
    let field = article[forms[best].field]
    let address = field.tokens[forms[best].address].filter { $0.kind == .word }.map(field.text)
    return (address + [name]).joined(separator: " ")
  }

  private func isBetter(_ one: Int, than other: Int) -> Bool {
    // Asked for part by part, since a form that is held is counted as often as it has arrays.
    let fullness = (forms[one].name.fullness, forms[other].name.fullness)
    if fullness.0 != fullness.1 { return fullness.0 > fullness.1 }
    if forms[one].isNatural != forms[other].isNatural { return forms[one].isNatural }
    return (forms[one].count, -forms[one].first) > (forms[other].count, -forms[other].first)
  }

  private func isShared(_ name: PersonName, by person: Int) -> Bool {
    guard let sound = name.head?.sound else { return false }
    return bearers.of(sound).contains { other in
      other != person && !allForms(of: other) { forms[$0].name.head?.sound != sound }
    }
  }
}
