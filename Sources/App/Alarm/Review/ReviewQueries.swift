import Domain
import Storage

/// What was sent over one channel in an alarm.
struct ChannelFigures: Sendable {
    let kind: ChannelKind
    let asked: Int
    let accepted: Int
    let delivered: Int
    let failed: Int
    let possibleDuplicates: Int
}

/// A message to one person, for the page of that person in an alarm.
struct MessageLine: Sendable {
    let kind: ChannelKind
    let purpose: AlarmMessage.Purpose
    let state: AlarmMessage.State
    let createdAt: Instant
    let sentAt: Instant?
    let deliveredAt: Instant?
    let attempts: Int
    let isPossibleDuplicate: Bool
    let fault: String?
}

/// When somebody of an alarm did what.
struct CalleeTimes: Sendable {
    let calledAt: Instant?
    let answeredAt: Instant?
    let atWorkAt: Instant?
}

extension Transaction {
    /// When each of those at work began, by the place of their post.
    func arrivals(of alarm: ID<Alarm>) throws -> [Int: [Instant]] {
        try rows(
            """
            SELECT post, at_work_at FROM alarm_callee
            WHERE alarm = \(alarm) AND state = 'atWork' AND at_work_at IS NOT NULL AND post IS NOT NULL
            """
        ).reduce(into: [:]) { arrivals, row in
            arrivals[try row.integer("post"), default: []].append(try row.instant("at_work_at"))
        }
    }

    func calleeTimes(of alarm: ID<Alarm>) throws -> [ID<Functionary>: CalleeTimes] {
        try rows(
            "SELECT person, called_at, answered_at, at_work_at FROM alarm_callee WHERE alarm = \(alarm)"
        ).reduce(into: [:]) { times, row in
            times[try row.id("person")] = CalleeTimes(
                calledAt: try row.optionalInstant("called_at"),
                answeredAt: try row.optionalInstant("answered_at"),
                atWorkAt: try row.optionalInstant("at_work_at"))
        }
    }

    /// Per channel over which something was tried.
    func channelFigures(of alarm: ID<Alarm>) throws -> [ChannelFigures] {
        try rows(
            """
            SELECT kind, COUNT(*) AS asked, SUM(CASE WHEN sent_at IS NOT NULL THEN 1 ELSE 0 END) AS accepted,
                SUM(CASE WHEN delivered_at IS NOT NULL THEN 1 ELSE 0 END) AS delivered,
                SUM(CASE WHEN state = 'failed' THEN 1 ELSE 0 END) AS failed, 
                SUM(CASE WHEN possible_duplicate = 1 THEN 1 ELSE 0 END) AS doubled
            FROM alarm_message WHERE alarm = \(alarm) AND attempts > 0 GROUP BY kind ORDER BY kind
            """
        ).map { row in
            ChannelFigures(
                kind: try row.kind("kind"), asked: try row.integer("asked"),
                accepted: try row.integer("accepted"),
                delivered: try row.integer("delivered"), failed: try row.integer("failed"),
                possibleDuplicates: try row.integer("doubled"))
        }
    }

    /// When the first message of an alarm was taken by a provider.
    func firstSent(of alarm: ID<Alarm>) throws -> Instant? {
        try row("SELECT MIN(sent_at) AS first FROM alarm_message WHERE alarm = \(alarm)")?
            .optionalInstant("first")
    }

    /// Every message to somebody in an alarm, but for those that only wait for another to fail.
    func messages(to person: ID<Functionary>, in alarm: ID<Alarm>) throws -> [MessageLine] {
        try rows(
            """
            SELECT kind, purpose, state, created_at, sent_at, delivered_at, attempts, possible_duplicate, fault
            FROM alarm_message WHERE alarm = \(alarm) AND person = \(person) AND state <> 'standby'
            ORDER BY created_at, position, id
            """
        ).map { row in
            MessageLine(
                kind: try row.kind("kind"), purpose: try row.kind("purpose"), state: try row.kind("state"),
                createdAt: try row.instant("created_at"), sentAt: try row.optionalInstant("sent_at"),
                deliveredAt: try row.optionalInstant("delivered_at"), attempts: try row.integer("attempts"),
                isPossibleDuplicate: try row.flag("possible_duplicate"),
                fault: try row.optionalText("fault"))
        }
    }

    /// Reasons for which people of a function were not called, with how many.
    func exclusionCounts(of alarm: ID<Alarm>) throws -> [(sentence: String, people: Int)] {
        try rows(
            """
            SELECT x.reason, MIN(x.sentence) AS sentence, COUNT(DISTINCT x.person) AS people
            FROM alarm_exclusion x JOIN alarm_post p ON p.id = x.post
            WHERE p.alarm = \(alarm) GROUP BY x.reason ORDER BY x.reason
            """
        ).map { (try $0.text("sentence"), try $0.integer("people")) }
    }

    /// How every post of the alarms that ended was filled, by function; exercises are left out (spec C8).
    func turnouts(raisedDuring interval: Interval) throws -> [Code<CrisisFunction>: [Turnout]] {
        let arrivals = try Dictionary(
            grouping: rows(
                """
                SELECT c.alarm, c.post, c.at_work_at FROM alarm_callee c JOIN alarm a ON a.id = c.alarm
                WHERE a.raised_at >= \(interval.start) AND a.raised_at < \(interval.end) AND a.ended_at IS NOT NULL
                    AND a.is_exercise = 0 AND a.is_calm = 0 AND c.state = 'atWork' AND c.post IS NOT NULL AND c.at_work_at IS NOT NULL
                """
            ), by: { "\(try $0.text("alarm")) \(try $0.integer("post"))" })
        return try rows(
            """
            SELECT p.alarm, p.position, p.function, p.wanted, p.within_minutes, a.raised_at
            FROM alarm_post p JOIN alarm a ON a.id = p.alarm
            WHERE a.raised_at >= \(interval.start) AND a.raised_at < \(interval.end) AND a.ended_at IS NOT NULL
                AND a.is_exercise = 0 AND a.is_calm = 0
            """
        ).reduce(into: [:]) { turnouts, row in
            let key = "\(try row.text("alarm")) \(try row.integer("position"))"
            turnouts[Code(try row.text("function")), default: []].append(
                Turnout(
                    wanted: try row.integer("wanted"),
                    withinMinutes: try row.optionalInteger("within_minutes"),
                    raisedAt: try row.instant("raised_at"),
                    arrivals: try (arrivals[key] ?? []).map { try $0.instant("at_work_at") }))
        }
    }

    /// Exercises among the alarms that ended in that time.
    func exerciseCount(raisedDuring interval: Interval) throws -> Int {
        try row(
            """
            SELECT COUNT(*) AS number FROM alarm
            WHERE raised_at >= \(interval.start) AND raised_at < \(interval.end) AND ended_at IS NOT NULL
                AND is_exercise = 1 AND is_calm = 0
            """)?.integer("number") ?? 0
    }
}
