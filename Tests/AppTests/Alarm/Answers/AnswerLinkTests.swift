import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct AnswerLinkTests {
    private static let key = [UInt8](repeating: 7, count: AnswerLink.keyBytes)
    private static let link = AnswerLink(number: 70_000, purpose: .answer, raisedAt: TestRegion.now)

    @Test func `a token is short, and gives back what went in`() {
        let token = Self.link.token(Self.key)
        #expect(token.utf8.count == 27)
        #expect(token.utf8.allSatisfy { byte in byte != UInt8(ascii: "/") && byte != UInt8(ascii: "+") })
        #expect(AnswerLink(token: token, Self.key) == Self.link)
        #expect(Self.link.endsAt >= TestRegion.now.adding(minutes: 7 * 24 * 60))
        #expect(Self.link.endsAt < TestRegion.now.adding(minutes: 7 * 24 * 60 + 60))
    }

    @Test func `another key, and every single changed character, is no token`() {
        let token = Self.link.token(Self.key)
        #expect(AnswerLink(token: token, [UInt8](repeating: 8, count: 32)) == nil)
        for index in token.indices {
            var changed = token
            let other: Character = token[index] == "A" ? "B" : "A"
            changed.replaceSubrange(index...index, with: [other])
            #expect(AnswerLink(token: changed, Self.key) == nil, "\(changed)")
        }
        for other in ["", "a", token + "A", String(token.dropLast()), "../../etc", "%00"] {
            #expect(AnswerLink(token: other, Self.key) == nil)
        }
    }

    @Test func `a link for answering is none for taking over`() {
        let take = AnswerLink(number: 70_000, purpose: .take, raisedAt: TestRegion.now)
        #expect(take.token(Self.key) != Self.link.token(Self.key))
        #expect(AnswerLink(token: take.token(Self.key), Self.key)?.purpose == .take)
    }

    @Test(arguments: TestEngine.allCases)
    func `each reader gets a link of their own, in mail and text but not in a call`(engine: TestEngine)
        async throws
    {
        let sent = try await TestRegion.with(engine) { region in
            try await region.setAddress()
            _ = try await region.raise(TestRegion.request([("OVDBZ", 1)]))
            return try await region.deliverAll(at: TestRegion.now.adding(minutes: 12))
        }
        let calls = sent.filter { $0.text.contains("ALARM.") }
        let written = calls.filter { $0.kind != .voice }
        #expect(!written.isEmpty && calls.contains { $0.kind == .voice })
        #expect(written.allSatisfy { $0.token != nil })
        #expect(
            calls.filter { $0.kind == .voice }.allSatisfy { $0.token == nil && $0.text.contains("Toets 1") })
        let perAddress = Dictionary(grouping: written.filter { $0.kind == .sms }, by: \.address)
        #expect(Set(perAddress.values.compactMap { $0.first?.token }).count == perAddress.count)
        #expect(sent.filter { $0.text.contains("ter informatie") }.allSatisfy { $0.token == nil })
    }

    @Test func `without an address messages leave without a link`() async throws {
        let sent = try await TestRegion.with(.sqlite) { region in
            _ = try await region.raise()
            return try await region.deliverAll()
        }
        #expect(!sent.isEmpty)
        #expect(sent.allSatisfy { $0.token == nil && !$0.text.contains("/a/") })
    }
}

extension TestRegion {
    func setAddress() async throws {
        try await change(as: "beheer") { change in try change.setSiteAddress("https://oranje.test") }
    }
}

extension OutgoingMessage {
    /// What stands behind the address in the text.
    var token: String? {
        text.firstMatch(of: /https:\/\/oranje\.test\/a\/([A-Za-z0-9_-]+)/).map { String($0.output.1) }
    }
}
