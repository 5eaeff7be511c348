import Domain
import Testing

@Suite struct VersionNumberTests {
    @Test(arguments: [
        ("0.2", "0.3"), ("0.9", "0.10"), ("0.3", "0.3.1"), ("0.3", "1"), ("1.0", "1.0b"), ("1.0a", "1.0B"),
        ("0.99", "1.0"),
    ])
    func `versions come part by part`(earlier: String, later: String) throws {
        let (one, other) = (try #require(VersionNumber(earlier)), try #require(VersionNumber(later)))
        #expect(one < other && !(other < one))
    }

    @Test func `zeros at the end say nothing`() {
        #expect(VersionNumber("1") == VersionNumber("1.0.0"))
        #expect(VersionNumber("0") == VersionNumber("0.0"))
    }

    @Test(arguments: ["", "concept", "v1", "1..2", "1.", "1.a", "0 3", "1234567890.12"])
    func `what has no number in a part is no version`(text: String) {
        #expect(VersionNumber(text) == nil)
    }
}
