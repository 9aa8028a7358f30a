/// The persons of one article while they are told apart.
struct Cast {
  struct Person {
    var forms: [Int] = []
    var gender: Honorific.Gender?
  }

  private let forms: [NameForm]
  private(set) var persons: [Person] = []
  /// The person that each span names; nil: nobody in particular.
  private(set) var personOfSpan: [Int?]
  /// Persons by the sound of each full word of their names.
  private var personsByWord: [UInt64: [Int]] = [:]
  /// Forms that fit several persons, to be decided span by span.
  private var candidatesOfForm: [Int: [Int]] = [:]

  init(forms: [NameForm], spanCount: Int) {
    self.forms = forms
    personOfSpan = Array(repeating: nil, count: spanCount)
  }

  mutating func assign() {
    for form in order() where !forms[form].isFamily { place(form) }
    settle()
  }

  /// The fullest forms first: each later one can only be short for an earlier.
  private func order() -> [Int] {
    forms.indices.sorted { one, other in
      let (a, b) = (forms[one].name, forms[other].name)
      if a.fullness != b.fullness { return a.fullness > b.fullness }
      return forms[one].spans[0] < forms[other].spans[0]
    }
  }

  private mutating func place(_ form: Int) {
    let candidates = candidates(for: form)
    switch candidates.count {
    case 0: introduce(form)
    case 1: add(form, to: candidates[0])
    default: candidatesOfForm[form] = candidates
    }
  }

  private func candidates(for form: Int) -> [Int] {
    let name = forms[form].name
    let near = Set(name.words.filter { $0.kind == .full }.flatMap { personsByWord[$0.sound] ?? [] })
      .filter { allows(forms[form], $0) }
      .sorted()
    let agreeing = near.filter { person in
      persons[person].forms.allSatisfy { forms[$0].name.agrees(with: name) }
    }
    guard name.isLone, agreeing.isEmpty || forms[form].isGivenName else { return agreeing }
    let byGivenName = near.filter { person in
      persons[person].forms.contains {
        forms[$0].name.words.contains { $0.sound == name.head?.sound }
      }
    }
    return byGivenName.isEmpty ? agreeing : byGivenName
  }

  /// Whether gender and rank let a form name a person.
  private func allows(_ form: NameForm, _ person: Int) -> Bool {
    if let gender = form.gender, let known = persons[person].gender, gender != known {
      return false
    }
    return !form.isRegnal || persons[person].forms.allSatisfy { forms[$0].name.isLone }
  }

  private mutating func introduce(_ form: Int) {
    persons.append(Person())
    add(form, to: persons.count - 1)
  }

  private mutating func add(_ form: Int, to person: Int) {
    if !forms[form].name.isLone || persons[person].forms.isEmpty {
      persons[person].forms.append(form)
      for word in forms[form].name.words where word.kind == .full {
        if personsByWord[word.sound]?.contains(person) != true {
          personsByWord[word.sound, default: []].append(person)
        }
      }
    }
    persons[person].gender = persons[person].gender ?? forms[form].gender ?? forms[form].name.gender
    for span in forms[form].spans { personOfSpan[span] = person }
  }

  /// Gives each span of an unsettled form to the candidate named last before it, else to the one
  /// that the article names most.
  private mutating func settle() {
    guard !candidatesOfForm.isEmpty else { return }
    var lastSeen: [Int: Int] = [:]
    let unsettled = Dictionary(
      uniqueKeysWithValues: candidatesOfForm.flatMap { form, candidates in
        forms[form].spans.map { ($0, candidates) }
      })
    var counts = Array(repeating: 0, count: persons.count)
    for case .some(let person) in personOfSpan { counts[person] += 1 }
    for span in personOfSpan.indices {
      if let candidates = unsettled[span] {
        let seen = candidates.filter { lastSeen[$0] != nil }
        personOfSpan[span] =
          seen.max { (lastSeen[$0] ?? 0, $1) < (lastSeen[$1] ?? 0, $0) }
          ?? candidates.max { (counts[$0], $1) < (counts[$1], $0) }
      }
      if let person = personOfSpan[span] { lastSeen[person] = span }
    }
  }

  /// The fullest form of a person's name, in natural capitals.
  ///
  /// A lone name keeps its form of address when the article has another person of that name.
  func canonicalName(of person: Int) -> String {
    let best = persons[person].forms.map { forms[$0] }.max { one, other in
      if one.name.fullness != other.name.fullness { return one.name.fullness < other.name.fullness }
      let (natural, otherNatural) = (
        NameCasing.isNatural(one.text), NameCasing.isNatural(other.text)
      )
      if natural != otherNatural { return otherNatural }
      return (one.spans.count, -one.spans[0]) < (other.spans.count, -other.spans[0])
    }
    guard let best else { return "" }
    let name = NameCasing.natural(best.text)
    guard best.name.isLone, !best.addressText.isEmpty, isShared(best.name, by: person)
    else { return name }
    return NameCasing.natural(best.addressText) + " " + name
  }

  private func isShared(_ name: PersonName, by person: Int) -> Bool {
    guard let sound = name.head?.sound else { return false }
    return (personsByWord[sound] ?? []).contains { other in
      other != person
        && persons[other].forms.contains { forms[$0].name.head?.sound == sound }
    }
  }
}
