import Testing

@testable import App

@Suite struct PasswordHasherTests {
    private let hasher = PasswordHasher(cost: PasswordCost(rounds: 16, blockSize: 1, parallelism: 1))
    private let salt = [UInt8](1...16)

    @Test func `only the right password is right`() async throws {
        let stored = try await hasher.hash("Vier woorden onthouden gaat", salt: salt)
        #expect(try await hasher.verify("Vier woorden onthouden gaat", against: stored))
        for wrong in ["", "vier woorden onthouden gaat", "Vier woorden onthouden gaat ", "Vier"] {
            #expect(try await !hasher.verify(wrong, against: stored), "\(wrong)")
        }
    }

    @Test func `the same password with another salt has another hash`() async throws {
        let one = try await hasher.hash("wachtwoord", salt: salt)
        let other = try await hasher.hash("wachtwoord", salt: salt.reversed())
        #expect(one != other)
        #expect(!one.contains("wachtwoord"))
    }

    /// RFC 7914 §12, the first 32 of the 64 bytes: the length asked for does not change those before it.
    @Test(arguments: [
        ("password", "scrypt$1024$8$16$TmFDbA==$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWI="),
        (
            "pleaseletmein",
            "scrypt$16384$8$1$U29kaXVtQ2hsb3JpZGU=$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI="
        ),
    ])
    func `the hash is scrypt as its RFC computes it, at the cost that stands with it`(
        password: String, stored: String
    ) async throws {
        #expect(try await hasher.verify(password, against: stored))
        #expect(try await !hasher.verify(password + "x", against: stored))
    }

    @Test(arguments: [
        "", "wachtwoord", "scrypt$16$1$1$AQID", "scrypt$x$1$1$AQID$AQID", "bcrypt$16$1$1$AQID$AQID",
        "scrypt$16$1$1$%%$AQID", "scrypt$16$1$1$AQID$%%", "scrypt$16$1$1$AQID$AQID$AQID",
    ])
    func `what is no hash is told apart from a wrong password`(stored: String) async {
        await #expect(throws: PasswordFault.malformedHash) {
            try await hasher.verify("x", against: stored)
        }
    }

    @Test func `too many at once are turned away, and there is room again after`() async throws {
        let hasher = hasher
        let salt = salt
        // Holds the thread for a second or two, so that the others surely wait.
        let slow = "scrypt$32768$8$16$AQID$AQID"
        let refused = try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask { try await hasher.verify("wachtwoord", against: slow) }
            for _ in 0..<60 {
                group.addTask {
                    do {
                        _ = try await hasher.hash("wachtwoord", salt: salt)
                        return false
                    } catch PasswordFault.busy {
                        return true
                    }
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect((1...29).contains(refused))
        #expect(try await hasher.verify("x", against: hasher.hash("x", salt: salt)))
    }
}
