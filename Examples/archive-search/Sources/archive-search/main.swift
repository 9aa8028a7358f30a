// Tags a text and reads a query.
import NewsTagging
import QueryLanguage

let tags = Tagger().tags(
  title: "Summit in London", body: "Keir Starmer received French envoys on Sunday, 2 March.",
  date: CalendarDate("2025-03-04"))
print(tags.people.map(\.name), tags.countries.map(\.name), tags.dates.map(\.date))

let (query, notes) = QueryParser().parse("title:(Paris OR London) -person:Starmer date:>=2024")
print(query, notes)
