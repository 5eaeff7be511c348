import Domain
import Storage

/// What somebody wishes for a time.
struct StoredWish: Sendable {
    let id: ID<StoredWish>
    let person: ID<Functionary>
    let wish: DutyWish
    let interval: Interval
}

/// What the solver said of a roster.
struct RosterFigure: Sendable, Equatable {
    let cost: Int
    /// No roster costs less; nil when there was no time to find out.
    let bound: Int?
    let seed: Int
}

/// Who would have had a duty otherwise.
struct RunnerUp: Sendable, Equatable {
    let duty: ID<StoredDuty>
    let person: ID<Functionary>
    /// Points it would have cost more.
    let more: Int
    /// Why not this person, in Dutch.
    let reason: String
}

extension Transaction {
    /// Wishes that touch `interval`, by start.
    func wishes(during interval: Interval) throws -> [StoredWish] {
        try rows(
            """
            SELECT id, person, wish, starts_at, ends_at FROM duty_wish
            WHERE starts_at < \(interval.end) AND ends_at > \(interval.start) ORDER BY starts_at, id
            """
        ).map { row in
            StoredWish(
                id: try row.id("id"), person: try row.id("person"), wish: try row.kind("wish"),
                interval: Interval(try row.instant("starts_at"), try row.instant("ends_at")))
        }
    }

    /// Published duties that stay when a roster is made anew.
    func pinnedDuties() throws -> Set<ID<StoredDuty>> {
        Set(try rows("SELECT duty FROM duty_pin").map { try $0.id("duty") })
    }

    func rosterFigure(_ roster: ID<Roster>) throws -> RosterFigure? {
        try row("SELECT cost, bound, seed FROM roster_figure WHERE roster = \(roster)").map {
            RosterFigure(
                cost: try $0.integer("cost"), bound: try $0.optionalInteger("bound"),
                seed: try $0.integer("seed"))
        }
    }

    func runnersUp(ofRoster roster: ID<Roster>) throws -> [ID<StoredDuty>: RunnerUp] {
        let found = try rows(
            """
            SELECT r.duty, r.person, r.more, r.reason FROM duty_runner_up r JOIN duty d ON d.id = r.duty
            WHERE d.roster = \(roster)
            """
        ).map {
            RunnerUp(
                duty: try $0.id("duty"), person: try $0.id("person"), more: try $0.integer("more"),
                reason: try $0.text("reason"))
        }
        return Dictionary(found.map { ($0.duty, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
