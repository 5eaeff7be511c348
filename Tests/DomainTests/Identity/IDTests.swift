import Foundation
import Testing

@testable import Domain

@Suite struct IDTests {
    private let text = "019d3b75-0ce0-7734-b313-c90cc6d24fcc"

    @Test func `an id is read in either case and written in lower case`() throws {
        let id = try #require(ID<Functionary>(text))
        #expect(id.description == text)
        #expect(ID<Functionary>(text.uppercased()) == id)
        #expect(ID<Functionary>(uuid: id.uuid) == id)
    }

    @Test(arguments: [
        "", "1", "019d3b75-0ce0-7734-b313-c90cc6d24fc", "019d3b75-0ce0-7734-b313-c90cc6d24fccc",
        "019d3b750ce07734b313c90cc6d24fcc", "{019d3b75-0ce0-7734-b313-c90cc6d24fcc}",
        "019d3b75-0ce0-7734-b313-c90cc6d24fcg",
        " 019d3b75-0ce0-7734-b313-c90cc6d24fcc", "../../etc/passwd",
    ])
    func `text that is not a UUID is no id`(text: String) {
        #expect(ID<Functionary>(text) == nil)
    }

    @Test func `ids are ordered as their text and as their bytes`() {
        var randomness = Randomness(seed: 3)
        let ids: [ID<Functionary>] = (0..<500).map {
            randomness.id(at: Instant(milliseconds: Int64($0 % 7) * 1_000_000))
        }
        let sorted = ids.sorted()
        #expect(sorted.map(\.description) == ids.map(\.description).sorted())
        #expect(sorted == ids.sorted { bytes($0).lexicographicallyPrecedes(bytes($1)) })
    }

    private func bytes(_ id: ID<Functionary>) -> [UInt8] {
        withUnsafeBytes(of: id.uuid.uuid) { Array($0) }
    }
}
