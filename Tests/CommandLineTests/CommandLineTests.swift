import Testing

struct CommandLineTests {
}
