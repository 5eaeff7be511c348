import Domain
import TestSupport
import Testing

@testable import App

@Suite struct SecretBoxTests {
    private let box = SecretBox(key: Array(1...32))

    @Test func `what is sealed opens with the same key for the same purpose, and for nothing else`() throws {
        var random = Randomness(seed: 1)
        let sealed = try box.seal("wachtwoord één", for: "kanaal 1", randomness: &random)
        let again = try box.seal("wachtwoord één", for: "kanaal 1", randomness: &random)
        let other = SecretBox(key: Array(2...33))
        #expect(try box.open(sealed, for: "kanaal 1") == "wachtwoord één")
        #expect(sealed != again && !sealed.contains("wachtwoord"))
        #expect(throws: SecretBoxFault.damaged) { try box.open(sealed, for: "kanaal 2") }
        #expect(throws: SecretBoxFault.damaged) { try other.open(sealed, for: "kanaal 1") }
        #expect(throws: SecretBoxFault.damaged) { try box.open("AAAA", for: "kanaal 1") }
    }

    @Test(arguments: TestEngine.allCases)
    func `the key is made once and kept in the database`(engine: TestEngine) async throws {
        let opened = try await TestRegion.with(engine) { region in
            let before = try await region.read { tx in try tx.secretBox() == nil }
            let sealed = try await region.change(as: "beheer") { change in
                let box = try change.secretBox()
                return try box.seal("x", for: "p", randomness: &change.randomness)
            }
            return try await region.change(as: "beheer") { change in
                (before, try change.secretBox().open(sealed, for: "p"))
            }
        }
        #expect(opened.0 && opened.1 == "x")
    }
}
