import Domain
import Storage
import Web

/// What somebody sees of their own duties: what comes, what is offered to them, what they wish.
struct OwnDutyPage: Sendable {
    static let weeksAhead = 104

    let person: ID<Functionary>
    let duties: [StoredDuty]
    /// Open offers of their own duties, by duty.
    let offered: [ID<StoredDuty>: Swap]
    let offers: [Offer]
    let wishes: [StoredWish]
    let lineNames: [Code<DutyLine>: String]
    let feeds: [CalendarFeed]
    let now: Instant

    struct Offer: Sendable {
        let swap: Swap
        let name: String
        /// Why they cannot take it; nil when they can.
        let against: String?
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        guard let person = visit.signedIn.person else { throw WebFailure.notFound }
        self.person = person
        now = visit.now
        let ahead = Interval(visit.now, visit.now.adding(minutes: Self.weeksAhead * 7 * 1_440))
        duties = try tx.duties(during: ahead, person: person)
        let now = visit.now
        let open = try tx.offeredSwaps().filter { $0.standing(at: now) == .offered }
        offered = Dictionary(
            open.filter { $0.person == person }.map { ($0.duty, $0) }, uniquingKeysWith: { first, _ in first }
        )
        let names = Dictionary(
            try tx.functionaries().map { ($0.id, $0.name.full) }, uniquingKeysWith: { first, _ in first })
        let functions = Set(try tx.designations(of: person).map(\.function))
        let lines = Dictionary(
            try tx.lines().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let others = open.filter { $0.person != person }
        // One read for all of them: a year of duties around each would be read again and again.
        let search = try others.map(\.interval).reduce(nil as Interval?) { whole, interval in
            whole.map { Interval(min($0.start, interval.start), max($0.end, interval.end)) } ?? interval
        }.map { try ReplacementSearch(tx, during: $0) }
        offers = try others.compactMap { swap -> Offer? in
            let isAsked =
                try swap.isForPool
                ? lines[swap.line].map { functions.contains($0.function) } ?? false
                : tx.asked(swap.id).contains(person)
            guard isAsked, let line = lines[swap.line], let search else { return nil }
            let candidacy = search.ranked(line, swap.interval).first { $0.person == person }
            let against = candidacy.map { $0.isFit ? nil : $0.sentence } ?? Refusal.notDesignated.sentence
            return Offer(swap: swap, name: names[swap.person] ?? "", against: against)
        }
        wishes = try tx.wishes(during: ahead).filter { $0.person == person }
        lineNames = try tx.lineNames()
        feeds = try tx.calendarFeeds().filter { $0.person == person }
    }

    var heading: String {
        if !offers.isEmpty { return "\(Dutch.count(offers.count, "dienst", "diensten")) aan jou aangeboden" }
        guard let first = duties.first else { return "Je staat niet op het rooster" }
        return first.duty.interval.contains(now)
            ? "Je hebt dienst tot \(Dutch.moment(first.duty.interval.end))"
            : "Je volgende dienst begint \(Dutch.moment(first.duty.interval.start))"
    }
}
