import Testing

struct RenderingTests {
}
