internal import OperatingSystem
package import SearchModel

/// People with the number of articles that name them, one a line.
package struct PeopleText {
  private let people: [KnownPerson]

  package init(_ people: [KnownPerson]) {
    self.people = people
  }

  package var text: String {
    let width = people.map { grouped($0.articles).count }.max() ?? 0
    return people.map { person in
      let count = grouped(person.articles)
      return String(repeating: " ", count: width - count.count)
        + "\(count)  \(person.name.visible)\n"
    }.joined()
  }
}
