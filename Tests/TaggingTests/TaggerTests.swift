import Testing

struct TaggerTests {
}
