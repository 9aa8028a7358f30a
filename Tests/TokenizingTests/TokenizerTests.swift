import Testing

struct TokenizerTests {
}
