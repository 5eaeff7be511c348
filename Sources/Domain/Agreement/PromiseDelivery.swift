/// What became of a promise that an alarm called.
package struct PromiseDelivery: Hashable, Sendable {
    package let raisedAt: Instant
    /// People promised, and never more than the alarm asked for.
    package let promised: Int
    /// Nil: nobody said how soon.
    package let responseMinutes: Int?
    /// When each of the supplied people was at work.
    package let arrivals: [Instant]

    package init(raisedAt: Instant, promised: Int, responseMinutes: Int?, arrivals: [Instant]) {
        self.raisedAt = raisedAt
        self.promised = promised
        self.responseMinutes = responseMinutes
        self.arrivals = arrivals.sorted()
    }

    /// Never more than promised.
    package var delivered: Int { min(promised, arrivals.count) }

    /// Of those delivered, within the promised time; all of them when no time was promised.
    package var inTime: Int {
        guard let responseMinutes else { return delivered }
        let end = raisedAt.adding(minutes: responseMinutes)
        return min(promised, arrivals.count { $0 <= end })
    }

    package var isKept: Bool { inTime == promised }
}

/// How a promise was kept over many alarms.
package struct DeliveryFigures: Hashable, Sendable {
    package let calls: Int
    package let kept: Int
    package let promised: Int
    package let delivered: Int
    package let inTime: Int

    package init(_ deliveries: [PromiseDelivery]) {
        calls = deliveries.count
        kept = deliveries.count(where: \.isKept)
        promised = deliveries.map(\.promised).reduce(0, +)
        delivered = deliveries.map(\.delivered).reduce(0, +)
        inTime = deliveries.map(\.inTime).reduce(0, +)
    }
}
