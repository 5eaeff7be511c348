import Domain
import Storage

/// How often something may be tried by one subject (a name, an address, a link) within a quarter of an hour.
struct Throttle: Sendable {
    static let windowMinutes = 15

    let subject: String
    let triesMax: Int

    /// Seconds until the oldest try that counts has passed; nil when there were few enough.
    func wait(_ tx: Transaction, at now: Instant) throws -> Int? {
        let tries = try tx.signInFailures(of: subject, since: now.adding(minutes: -Self.windowMinutes))
        guard tries.count >= triesMax else { return nil }
        let free = tries[triesMax - 1].adding(minutes: Self.windowMinutes)
        return max(1, Int((free.milliseconds - now.milliseconds) / 1000))
    }

    /// - Parameter number: tells tries of one moment apart.
    func count(_ tx: Transaction, at now: Instant, number: Int) throws {
        try tx.insertSignInFailure(of: subject, at: now, number: number)
    }
}
