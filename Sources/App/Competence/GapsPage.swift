import Domain
import Storage
import Web

/// Gaps with advice (spec C6, V3): what facts opened, where competence costs coverage, and which open places
/// win it back.
struct GapsPage: Sendable {
    static let placesUsual = 3
    static let placesMax = 10

    let notices: [GapNotice]
    let lineNames: [Code<DutyLine>: String]
    let people: [ID<Functionary>: Functionary]
    /// Lines on which people stand who are not competent, with the minutes that this costs.
    let losses: [(line: Code<DutyLine>, minutes: Int)]
    let places: [Place]
    /// The best so many places together.
    let choice: TrainingAdvice.Choice?
    let count: Int
    let horizon: Interval

    /// A free place for somebody whom it would make count.
    struct Place: Sendable {
        let person: Functionary
        let session: OpenSession
        let gain: TrainingAdvice.Gain
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let horizon = try tx.normSet().proofHorizon(at: visit.now)
        self.horizon = horizon
        notices = try tx.openGapNotices(at: visit.now)
        lineNames = try tx.lineNames()
        let book = try tx.competenceBook()
        let input = try tx.coverageInput(during: horizon, competence: book)
        people = input.people
        let coverage = Coverage.sweep(lines: input.lines, candidates: input.candidates, horizon: horizon)
        losses = coverage.lines.compactMap { line in
            let lost = coverage.segments.filter { $0.line == line.code && $0.isRostered && $0.depth == nil }
            let minutes = lost.map(\.interval.minutes).reduce(0, +)
            return minutes > 0 ? (line.code, minutes) : nil
        }.sorted { ($1.minutes, $0.line) < ($0.minutes, $1.line) }
        let found = Self.places(input, book, try tx.openSessions(after: visit.now), horizon)
        let advice = TrainingAdvice(
            coverage: coverage, places: found.map(\.place),
            capacity: Dictionary(
                found.map { ($0.session.id.description, $0.session.freePlaces) },
                uniquingKeysWith: { first, _ in first }))
        let asked = Int(visit.request.query["plaatsen"]) ?? Self.placesUsual
        count = min(max(1, asked), Self.placesMax)
        choice = found.isEmpty ? nil : advice.best(of: count)
        places = found.enumerated().map { index, entry in
            Place(person: entry.person, session: entry.session, gain: advice.gain(of: index))
        }
    }

    private typealias Found = (person: Functionary, session: OpenSession, place: TrainingPlace)

    /// Every free place with somebody who would count on their own duties because of it.
    private static func places(
        _ input: CoverageInput, _ book: CompetenceBook, _ sessions: [OpenSession], _ horizon: Interval
    ) -> [Found] {
        var found: [Found] = []
        for candidate in input.candidates where !candidate.duties.isEmpty {
            guard let person = input.people[candidate.person] else { continue }
            for (function, fitness) in candidate.fitness.sorted(by: { $0.key < $1.key }) {
                let competent = IntervalSet(fitness.competence.competentIntervals)
                let time = input.lines.filter { $0.function == function }.compactMap {
                    line -> (Code<DutyLine>, IntervalSet)? in
                    let time = Coverage.timeButForCompetence(of: candidate, on: line, during: horizon)
                        .subtracting(competent)
                    return time.isEmpty ? nil : (line.code, time)
                }
                guard !time.isEmpty else { continue }
                for session in sessions
                where session.freePlaces > 0 && !session.enrolled.contains(person.id)
                    && (session.functions.isEmpty || session.functions.contains(function))
                {
                    let after = IntervalSet(
                        book.profile(of: function, in: person.municipality)
                            .history(of: book.record(of: person.id, for: function, having: session))
                            .competentIntervals)
                    let won = time.map { line, time in (line, time.subtracting(after.complement)) }
                        .filter { !$0.1.isEmpty }
                    guard !won.isEmpty else { continue }
                    found.append(
                        (
                            person, session,
                            TrainingPlace(
                                person: person.id, session: session.id.description,
                                time: Dictionary(won, uniquingKeysWith: { first, _ in first }))
                        ))
                }
            }
        }
        return found
    }
}

extension CompetenceBook {
    /// What would be on record after a session. A basic course is reckoned to end with its certificate.
    fileprivate func record(
        of person: ID<Functionary>, for function: Code<CrisisFunction>, having session: OpenSession
    ) -> CompetenceRecord {
        let day = Amsterdam.day(at: session.interval.start)
        let record = record(of: person, for: function).adding(
            PerformedActivity(
                id: ID(uuid: session.id.uuid), person: person, kind: session.kind, function: function,
                day: day, minutes: session.minutes, title: session.title,
                source: PerformedActivity.Source(.session, key: session.id.description)))
        guard session.kind == .basicCourse else { return record }
        return record.adding(
            Certificate(
                id: ID(uuid: session.id.uuid), person: person, function: function, issuer: "", issued: day,
                validThrough: nil, state: .held))
    }
}
