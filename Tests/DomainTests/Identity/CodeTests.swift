import Foundation
import Testing

@testable import Domain

@Suite struct CodeTests {
    @Test func `a code is written in JSON as plain text`() throws {
        let codes = [Code<Municipality>("GM0599"), Code("VR17")]
        let json = try JSONEncoder().encode(codes)
        #expect(String(decoding: json, as: UTF8.self) == #"["GM0599","VR17"]"#)
        #expect(try JSONDecoder().decode([Code<Municipality>].self, from: json) == codes)
    }

    @Test func `codes are ordered by their text and shown as it is`() {
        let codes: [Code<Municipality>] = [Code("GM1930"), Code("GM0599"), Code("GM0606")]
        #expect(codes.sorted().map(\.description) == ["GM0599", "GM0606", "GM1930"])
    }
}
