// Tags a text, reads a query, indexes a folder and searches it: archive-search FOLDER INDEX WORDS
import NewsTagging
import QueryLanguage
import SearchIndex

let tags = Tagger().tags(
  title: "Summit in London", body: "Keir Starmer received French envoys on Sunday, 2 March.",
  date: CalendarDate("2025-03-04"))
print(tags.people.map(\.name), tags.countries.map(\.name), tags.dates.map(\.date))

let (query, notes) = QueryParser().parse("title:(Paris OR London) -person:Starmer date:>=2024")
print(query, notes)

let archive = try await NewsArchive(path: CommandLine.arguments[2])
let run = try await archive.index([CommandLine.arguments[1]]) { print($0) }
try await archive.add([Article(id: "note-1", title: "Note", body: "Talks in Paris went on.")])

var request = SearchRequest(CommandLine.arguments[3])
request.filters.countries = ["France"]
let answer = try await archive.search(request)
print(answer.total, "of", run.indexed + run.unchanged, answer.hits.map(\.title))
for person in answer.people?.buckets ?? [] { print(person.count, person.label) }
