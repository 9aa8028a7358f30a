import Testing

struct QueryParserTests {
}
