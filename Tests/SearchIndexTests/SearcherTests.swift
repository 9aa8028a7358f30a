import Testing

struct SearcherTests {
}
