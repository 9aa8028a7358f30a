import Foundation
import NewsTagging

/// Packs trained weights into the format of ``PersonModel``.
enum ModelFile {
  /// Weights beyond it gain nothing and would coarsen the rest.
  private static let limit: Float = 3

  static func bytes(of field: ConditionalRandomField) -> Data {
    let step = limit / 127
    var data = Data(capacity: PersonModel.headerSize + 4 * field.weights.count)
    append(PersonModel.magic, to: &data)
    append(UInt32(field.rowBits), to: &data)
    append(step.bitPattern, to: &data)
    append(UInt32(0), to: &data)
    for transition in field.transitions { append(transition.bitPattern, to: &data) }
    data.append(Data(count: PersonModel.headerSize - data.count))
    for row in field.weights {
      let steps = (row / step).rounded(.toNearestOrEven)
        .clamped(lowerBound: SIMD4(repeating: -127), upperBound: SIMD4(repeating: 127))
      for label in 0..<4 { data.append(UInt8(bitPattern: Int8(steps[label]))) }
    }
    return data
  }

  static func append(_ value: UInt32, to data: inout Data) {
    withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
  }
}

extension Data {
  /// A copy of the bytes that stays for the rest of the run, aligned for reading in place.
  var kept: UnsafeRawBufferPointer {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 64)
    copy.copyBytes(from: self)
    return UnsafeRawBufferPointer(copy)
  }
}
