import Domain
import Storage
import Web

/// The report of one alarm (spec A8): who was at work when, against the norm, and how the calling went.
struct AlarmReviewPage: Sendable {
    let alarm: Alarm
    let municipality: String
    let posts: [(name: String, turnout: Turnout)]
    let people: People
    let firstSentAt: Instant?
    let firstAnswerAt: Instant?
    let contacts: [AlarmPage.Contact]
    let channels: [ChannelFigures]
    let exclusions: [(sentence: String, people: Int)]
    /// Answers by what they did, the most frequent first.
    let answers: [(effect: String, count: Int)]
    let doubtfulCount: Int
    let timeline: AlarmTimeline
    let takenBy: String?

    struct People: Sendable {
        let called: Int
        let answered: Int
        let atWork: Int
        /// Past the time they said and asked where they were.
        let overdue: Int
        /// Who did not answer that either.
        let silent: Int
    }

    /// - Throws: `WebFailure.notFound`.
    init(_ id: ID<Alarm>, _ visit: Visit, _ tx: Transaction) throws {
        try visit.actor.require(.followAlarm)
        guard let alarm = try tx.alarm(id) else { throw WebFailure.notFound }
        self.alarm = alarm
        municipality = try tx.municipalityNames()[alarm.municipality] ?? alarm.municipality.text
        let functions = Dictionary(
            try tx.functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let arrivals = try tx.arrivals(of: id)
        posts = try tx.posts(of: alarm).enumerated().map { index, post in
            (
                functions[post.function] ?? post.function.text,
                Turnout(
                    wanted: post.wanted, withinMinutes: post.by.map { $0.minutes(since: alarm.raisedAt) },
                    raisedAt: alarm.raisedAt, arrivals: arrivals[index] ?? [])
            )
        }
        let times = try tx.calleeTimes(of: id)
        let kept = try tx.answers(of: id)
        let events = try tx.events(of: id)
        let answered = Set(kept.compactMap(\.person))
        people = People(
            called: times.values.count { $0.calledAt != nil },
            answered: times.count { $0.value.calledAt != nil && answered.contains($0.key) },
            atWork: arrivals.values.map(\.count).reduce(0, +),
            overdue: Set(events.filter { $0.kind == .overdueAsked }.compactMap(\.person)).count,
            silent: Set(events.filter { $0.kind == .silent }.compactMap(\.person)).count)
        firstSentAt = try tx.firstSent(of: id)
        firstAnswerAt = kept.first { $0.person != nil }?.receivedAt
        contacts = try AlarmPage.contacts(of: alarm, tx)
        channels = try tx.channelFigures(of: id)
        exclusions = try tx.exclusionCounts(of: id)
        answers = Dictionary(grouping: kept, by: \.effect).map { ($0.key, $0.value.count) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        doubtfulCount = try tx.doubtfulCount(of: id)
        timeline = try AlarmTimeline(alarm, tx)
        takenBy = try alarm.takenBy.flatMap { try tx.functionary($0)?.name.full }
    }

    var heading: String {
        let wanted = posts.map(\.turnout.wanted).reduce(0, +)
        let inTime = posts.compactMap(\.turnout.inTimeCount).reduce(0, +)
        let filled = posts.map { min($0.turnout.wanted, $0.turnout.arrivals.count) }.reduce(0, +)
        guard alarm.endedAt != nil else { return "Tot nu toe \(filled) van \(wanted) plaatsen gevuld" }
        let withNorm = posts.filter { $0.turnout.withinMinutes != nil }.map(\.turnout.wanted).reduce(0, +)
        return withNorm == 0
            ? "\(filled) van \(wanted) plaatsen gevuld"
            : "\(filled) van \(wanted) plaatsen gevuld, \(inTime) van \(withNorm) binnen de norm"
    }

    /// Minutes until a better description followed; nil when none did.
    var describedMinutes: Int? {
        alarm.describedAt.map { max(0, -alarm.raisedAt.minutes(since: $0)) }
    }
}

/// How the alarms of a year were filled, per function.
struct TurnoutPage: Sendable {
    static let daysBack = 365

    let functions: [(name: String, figures: TurnoutFigures)]
    let exerciseCount: Int
    let interval: Interval

    init(_ visit: Visit, _ tx: Transaction) throws {
        try visit.actor.require(.followAlarm)
        interval = Interval(visit.now.adding(minutes: -Self.daysBack * 24 * 60), visit.now)
        let turnouts = try tx.turnouts(raisedDuring: interval)
        functions = try tx.functions().compactMap { function in
            turnouts[function.code].map { (function.name, TurnoutFigures($0)) }
        }
        exerciseCount = try tx.exerciseCount(raisedDuring: interval)
    }

    var heading: String {
        let (withNorm, inTime) = functions.reduce((0, 0)) { sum, entry in
            (sum.0 + entry.figures.withNorm, sum.1 + entry.figures.inTime)
        }
        guard withNorm > 0 else { return "Er is in een jaar niets om aan de norm te meten" }
        return "\(Dutch.percentage(inTime, of: withNorm)) van de plaatsen was binnen de norm aan het werk"
    }
}
