import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct SignInTests {
    /// Somebody at a keyboard: tries passwords at moments of their own.
    private struct Visitor {
        let region: TestRegion
        var address = "198.51.100.7"

        func tries(_ name: String, _ password: String, at now: Instant) async throws -> SignInOutcome {
            let signIn = SignIn(storage: region.storage, passwords: PasswordHasher(cost: .cheapest))
            return try await signIn(
                name: name, password: password, address: address, at: now, randomness: .system)
        }

        func right(_ name: String, at now: Instant) async throws -> Bool {
            let outcome = try await tries(name, region.passwords[name.lowercased()] ?? "", at: now)
            if case .signedIn = outcome { return true }
            return false
        }
    }

    private let now = TestRegion.now

    @Test(arguments: TestEngine.allCases)
    func `a name is recognised in capitals and small letters alike`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region async throws in
            let visitor = Visitor(region: region)
            #expect(try await visitor.right("bureau", at: now))
            #expect(try await visitor.right("BUREAU", at: now))
            #expect(try await visitor.tries("bureau", "verkeerd", at: now) == .wrong)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `after five wrong tries a name waits a quarter of an hour, wherever they came from`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region async throws in
            let visitor = Visitor(region: region)
            for minute in 0..<5 {
                #expect(try await visitor.tries("bureau", "x", at: now.adding(minutes: minute)) == .wrong)
            }
            let elsewhere = Visitor(region: region, address: "203.0.113.9")
            let password = region.passwords["bureau"] ?? ""
            let fifth = now.adding(minutes: 5)
            #expect(try await visitor.tries("bureau", password, at: fifth) == .throttled(seconds: 600))
            #expect(try await elsewhere.tries("bureau", password, at: fifth) == .throttled(seconds: 600))
            #expect(try await visitor.right("bestuur", at: fifth))
            // The first of the five has passed a quarter of an hour after it was made, not a second earlier.
            let last = now.adding(minutes: 15).adding(seconds: -1)
            #expect(try await visitor.tries("bureau", password, at: last) == .throttled(seconds: 1))
            #expect(try await visitor.right("bureau", at: now.adding(minutes: 15)))
        }
    }

    @Test func `a right password wipes out the wrong ones before it`() async throws {
        try await TestRegion.with(.sqlite) { region async throws in
            let visitor = Visitor(region: region)
            for _ in 0..<3 {
                for _ in 0..<4 { #expect(try await visitor.tries("bureau", "x", at: now) == .wrong) }
                #expect(try await visitor.right("bureau", at: now))
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an address that tries many names waits, and others do not`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let visitor = Visitor(region: region)
            let names = Role.allCases.map(\.sampleName)
            for number in 0..<30 {
                #expect(try await visitor.tries(names[number / 3], "x", at: now) == .wrong)
            }
            let outcome = try await visitor.tries(names[11], region.passwords[names[11]] ?? "", at: now)
            #expect(outcome == .throttled(seconds: 900))
            let neighbour = Visitor(region: region, address: "203.0.113.9")
            #expect(try await neighbour.right(names[11], at: now))
            #expect(try await visitor.right(names[11], at: now.adding(minutes: 15)))
        }
    }

    @Test func `an unknown name gets the same answers as a known one`() async throws {
        try await TestRegion.with(.sqlite) { region async throws in
            let visitor = Visitor(region: region)
            for _ in 0..<5 { #expect(try await visitor.tries("niemand", "x", at: now) == .wrong) }
            #expect(try await visitor.tries("niemand", "x", at: now) == .throttled(seconds: 900))
        }
    }

    @Test func `a closed account is not told apart from a wrong password`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let bureau = try await region.signedIn("bureau").account
            try await region.change(as: "beheer") { try $0.setAccount(bureau, isOpen: false) }
            let password = region.passwords["bureau"] ?? ""
            #expect(try await Visitor(region: region).tries("bureau", password, at: now) == .wrong)
        }
    }

    @Test func `the database keeps no cookie that could be used`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let password = region.passwords["bureau"] ?? ""
            let outcome = try await Visitor(region: region).tries("bureau", password, at: now)
            guard case .signedIn(let token) = outcome else {
                Issue.record("niet aangemeld: \(outcome)")
                return
            }
            #expect(token.count == 64)
            let stored = try await region.read { tx in
                try tx.rows("SELECT token_hash FROM session").map { try $0.text("token_hash") }
            }
            #expect(stored.count == 1)
            #expect(!stored.contains(token))
            let later = now.adding(minutes: SignIn.sessionMinutes)
            let found = try await region.read { tx in
                (
                    try tx.signedIn(token: token, at: later.adding(seconds: -1))?.displayName,
                    try tx.signedIn(token: token, at: later)?.displayName
                )
            }
            #expect(found.0 != nil)
            #expect(found.1 == nil)
        }
    }
}
