import Domain
import Storage
import Web

/// What a try to sign in gave.
enum SignInOutcome: Equatable, Sendable {
    case signedIn(token: String)
    case wrong
    case throttled(seconds: Int)
    case busy
}

/// Signs in with a name and a password, slowed down by name and by address.
struct SignIn: Sendable {
    /// Sessions end after a working day; somebody called at night signs in anew.
    static let sessionMinutes = 12 * 60
    private static let failuresPerNameMax = 5
    private static let failuresPerAddressMax = 30

    let storage: Storage
    let passwords: PasswordHasher

    func callAsFunction(
        name: String, password: String, address: String, at now: Instant, randomness: Randomness
    ) async throws -> SignInOutcome {
        var randomness = randomness
        let name = name.lowercased()
        let throttles = [
            Throttle(subject: "naam:\(name)", triesMax: Self.failuresPerNameMax),
            Throttle(subject: "adres:\(address)", triesMax: Self.failuresPerAddressMax),
        ]
        let number = Int(randomness.next() >> 33)
        // The try is counted before the password is looked at: of many at once no more than the limit get
        // that far.
        let known = try await storage.write { tx in
            let wait = try throttles.compactMap { try $0.wait(tx, at: now) }.first
            if wait == nil {
                for throttle in throttles { try throttle.count(tx, at: now, number: number) }
            }
            return (wait: wait, stored: try tx.password(ofName: name))
        }
        if let seconds = known.wait { return .throttled(seconds: seconds) }
        let isRight: Bool
        do {
            // An unknown name costs the same time, so that the answer does not tell which names exist.
            isRight =
                try await passwords.verify(password, against: known.stored?.hash ?? Self.nobody)
                && known.stored != nil
        } catch PasswordFault.busy {
            return .busy
        }
        guard isRight, let account = known.stored?.account else { return .wrong }
        let token = randomness.bytes(32).hexadecimal
        let csrf = randomness.bytes(16).hexadecimal
        try await storage.write { tx in
            try tx.deleteSignInFailures(of: "naam:\(name)")
            try tx.deleteSignInFailure(of: "adres:\(address)", at: now, number: number)
            try tx.insertSession(
                token: token, account: account, csrf: csrf, now: now,
                expiresAt: now.adding(minutes: Self.sessionMinutes))
        }
        return .signedIn(token: token)
    }

    /// A hash that no password has: all zero bytes.
    private static let nobody =
        "scrypt$32768$8$3$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
}

extension Change {
    /// Sessions that ended and failed sign-ins that no longer count. No fact of the region, so no record in
    /// the journal.
    func forgetOldSessions() throws {
        try tx.deleteSessions(expiredBefore: now)
    }
}
