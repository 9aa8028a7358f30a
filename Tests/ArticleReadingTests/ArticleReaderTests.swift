import Testing

struct ArticleReaderTests {
}
