import Domain
import Storage
import Web

/// "Waarom (niet) ik?": for one person and moment, per line of their functions, every reason (spec V5).
struct WhyPage: Sendable {
    let person: Functionary
    let isOwn: Bool
    let moment: Instant
    let answers: [LineAnswer]

    struct LineAnswer: Sendable {
        let line: String
        let refusals: [Refusal]
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        try self.init(of: try visit.id("id"), at: Self.moment(visit), visit, tx)
    }

    /// - Throws: `WebFailure.notFound` unless the visitor is this person or their planner.
    init(of id: ID<Functionary>, at moment: Instant, _ visit: Visit, _ tx: Transaction) throws {
        guard let person = try tx.functionary(id) else { throw WebFailure.notFound }
        isOwn = visit.signedIn.person == person.id && visit.signedIn.may(.seeOwn)
        if !isOwn { try visit.actor.require(.editPeople, for: person.municipality) }
        self.person = person
        self.moment = moment
        let input = try tx.coverageInput(during: Interval(moment, moment.adding(minutes: 1)))
        let names = try tx.lineNames()
        guard let candidate = input.candidates.first(where: { $0.person == person.id }) else {
            answers = []
            return
        }
        let lines = input.lines.filter(candidate.concerns)
        answers = lines.map { line in
            LineAnswer(
                line: names[line.code] ?? line.code.text,
                refusals: Coverage.refusals(of: candidate, for: line, at: moment))
        }
    }

    /// The moment asked for; now when nothing or nothing readable was given.
    private static func moment(_ visit: Visit) -> Instant {
        let query = visit.request.query
        guard let day = Dutch.day(query["dag"]) else { return visit.now }
        let minutes = Dutch.minutesOfDay(query["tijd"]) ?? 12 * 60
        return Amsterdam.instant(day, hour: minutes / 60, minute: minutes % 60)
    }
}
