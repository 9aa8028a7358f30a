import Testing

struct SegmentReaderTests {
}
