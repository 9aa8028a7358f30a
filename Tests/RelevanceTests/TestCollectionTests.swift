import Foundation
import TestSupport
import Testing

@testable import Relevance

/// The files of a collection of judged queries.
struct TestCollectionTests {
  @Test func judgementsAreReadAsTRECWritesThem() throws {
    let qrels = "1 0 184 3\n1\t0\t29  1\n\n2 Q0 a-b 0\n3 0 c -1\n"
    #expect(try Judgements(qrels: qrels).grades == ["1": ["184": 3, "29": 1]])
    let others = qrels.replacingOccurrences(of: "\n", with: "\r\n")
    #expect(try Judgements(qrels: others) == Judgements(qrels: qrels))
  }

  @Test(arguments: ["1 0 184", "1 0 184 3 5", "1 0 184 high"])
  func aLineThatIsNoJudgementIsNamed(_ line: String) {
    let message = "line 2: not <query id> <anything> <article id> <grade>"
    #expect(throws: CollectionError(message)) { try Judgements(qrels: "1 0 29 1\n\(line)\n") }
  }

  @Test func onlyJudgedQueriesAreAsked() throws {
    let judgements = try Judgements(qrels: "q1 0 a 1\nq3 0 b 2\n")
    let queries = try TestCollection.queries("q1\twing in\ta stream\nq2\tnone\nq3\tx\n", judgements)
    #expect(
      queries == [
        .init(id: "q1", text: "wing in\ta stream", grades: ["a": 1]),
        .init(id: "q3", text: "x", grades: ["b": 2]),
      ])
  }

  @Test func aJudgedQueryThatIsMissingIsAnError() throws {
    let judgements = try Judgements(qrels: "q1 0 a 1\nq2 0 b 1\n")
    #expect(throws: CollectionError("no query q2, which is judged")) {
      try TestCollection.queries("q1\twing\n", judgements)
    }
    #expect(throws: CollectionError("no tab between id and words: wing")) {
      try TestCollection.queries("wing\n", judgements)
    }
  }

  @Test func aFolderIsReadWhole() throws {
    try withTemporaryDirectory { folder in
      let files = [
        "corpus.jsonl": #"{"id": "a", "text": "A wing."}"#, "queries.tsv": "1\twing\n",
        "qrels.txt": "1 0 a 1\n",
      ]
      for (name, text) in files {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
      let collection = try TestCollection(folder: folder.path)
      #expect(collection.corpus == folder.path + "/corpus.jsonl")
      #expect(collection.queries.map(\.grades) == [["a": 1]])
    }
  }

  @Test func aMissingFileIsNamed() throws {
    _ = try withTemporaryDirectory { folder in
      #expect(throws: CollectionError("\(folder.path)/corpus.jsonl: cannot be read")) {
        try TestCollection(folder: folder.path)
      }
    }
  }
}
