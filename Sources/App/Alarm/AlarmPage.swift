import Domain
import Storage
import Web

/// What the list of alarms shows.
struct AlarmsPage: Sendable {
    static let endedMax = 25

    let running: [Entry]
    let ended: [Entry]
    let mayRaise: Bool

    struct Entry: Sendable {
        let alarm: Alarm
        let municipality: String
        let posts: [AlarmPost]
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let names = try tx.municipalityNames()
        func entry(_ alarm: Alarm) throws -> Entry {
            Entry(
                alarm: alarm, municipality: names[alarm.municipality] ?? alarm.municipality.text,
                posts: try tx.posts(of: alarm))
        }
        running = try tx.runningAlarms().map(entry)
        ended = try tx.endedAlarms(limit: Self.endedMax).map(entry)
        mayRaise = visit.signedIn.may(.raiseAlarm)
    }

    /// What is so now, as a sentence.
    var heading: String {
        if let exhausted = running.first(where: { $0.alarm.state == .exhausted }) {
            return "Te weinig mensen in \(exhausted.municipality): neem het over"
        }
        return running.isEmpty
            ? "Er loopt geen alarm"
            : "Er \(running.count == 1 ? "loopt 1 alarm" : "lopen \(running.count) alarmen")"
    }
}

/// What the page of one alarm shows to whoever follows it.
struct AlarmPage: Sendable {
    let alarm: Alarm
    let municipality: String
    let posts: [Post]
    let people: [Person]
    let contacts: [Contact]
    let timeline: AlarmTimeline
    let unknownAnswerCount: Int
    /// Messages that a worker held when the alarm ended, or whose result is not known.
    let doubtfulCount: Int
    let mayLead: Bool
    let now: Instant

    struct Post: Sendable {
        let name: String
        let post: AlarmPost
        let open: Int
        let exclusions: [(name: String, sentence: String)]
    }

    struct Person: Sendable {
        let id: ID<Functionary>
        let name: String
        let municipality: String
        let callee: Standing
        /// Nil when the visitor does not lead: private numbers are for those who must call.
        let number: ContactChannel?
    }

    /// One row of the audience with its reasons.
    struct Standing: Sendable {
        let state: CalleeState
        let function: String
        let isRemote: Bool
        let arrivesAt: Instant?
        let isAsked: Bool
        let inclusion: Inclusion
        let warnings: String
        let messages: Int
    }

    struct Contact: Sendable {
        let contact: AlarmContact
        let name: String
    }

    /// - Throws: `WebFailure.notFound`.
    init(_ id: ID<Alarm>, _ visit: Visit, _ tx: Transaction) throws {
        try visit.actor.require(.followAlarm)
        guard let alarm = try tx.alarm(id) else { throw WebFailure.notFound }
        self.alarm = alarm
        now = visit.now
        mayLead = visit.signedIn.may(.raiseAlarm)
        let names = try tx.municipalityNames()
        municipality = names[alarm.municipality] ?? alarm.municipality.text
        let functions = Dictionary(
            try tx.functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let register = Dictionary(
            try tx.functionaries().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let exclusions = Dictionary(grouping: try tx.exclusions(of: id), by: \.post)
        let progress = try tx.progress(of: alarm)
        posts = try tx.posts(of: alarm).enumerated().map { index, post in
            Post(
                name: functions[post.function] ?? post.function.text, post: post,
                open: progress.openPlaces(of: index),
                exclusions: (exclusions[index] ?? []).map {
                    (register[$0.person]?.name.full ?? "", $0.sentence)
                })
        }
        let channels = mayLead ? try tx.channelsByPerson() : [:]
        people = try tx.audience(of: id).map { row in
            let person = register[row.person]
            let mobile = channels[row.person]?.first { $0.kind != .email }
            return Person(
                id: row.person, name: person?.name.full ?? "",
                municipality: person.flatMap { names[$0.municipality] } ?? "",
                callee: row.standing(functions),
                number: mobile)
        }
        contacts = try tx.contacts(of: id).map { contact in
            Contact(
                contact: contact,
                name: contact.person.flatMap { register[$0]?.name.full }
                    ?? contact.municipality.map { "burgemeester van \(names[$0] ?? $0.text)" } ?? "voorzitter"
            )
        }
        timeline = try AlarmTimeline(alarm, tx)
        unknownAnswerCount = try tx.answers(of: id).count { $0.effect == "notCalled" }
        doubtfulCount = try tx.doubtfulCount(of: id)
    }

    var heading: String {
        let missing = posts.filter { $0.open > 0 }.map { "\($0.open) × \($0.name)" }
        return switch alarm.state {
        case .filled: "Alles gevuld in \(municipality)"
        case .stopped: "Alarm in \(municipality) is beëindigd"
        case .open where missing.isEmpty: "Genoeg toezeggingen in \(municipality)"
        case .open, .taken: "Nog nodig: \(Dutch.list(missing.isEmpty ? ["niemand"] : missing))"
        case .exhausted: "Te weinig mensen: nog nodig \(Dutch.list(missing))"
        }
    }

    /// What happens next, as a sentence.
    var next: String {
        switch alarm.state {
        case .filled, .stopped: "Er wordt niemand meer gevraagd."
        case .exhausted: "Iedereen is gevraagd. Iemand moet dit overnemen."
        case .taken: "Iedereen is gevraagd. Het is overgenomen; wie nog komt, telt mee."
        case .open:
            alarm.dueAt.map { "Volgende stap om \(Dutch.time($0)) uur, of eerder als er een antwoord komt." }
                ?? "Wachten op antwoord."
        }
    }
}

/// What somebody sees of an alarm for which they were, or were not, called: answer it, and why (spec V5).
struct OwnAlarmPage: Sendable {
    let alarm: Alarm
    let municipality: String
    /// Nil when this person was not in the plan.
    let state: CalleeState?
    let arrivesAt: Instant?
    /// Why called or not, a sentence per function.
    let reasons: [String]

    /// - Throws: `WebFailure.notFound` for an alarm that has nothing to do with this person.
    init(_ id: ID<Alarm>, _ visit: Visit, _ tx: Transaction) throws {
        guard let person = visit.signedIn.person, let alarm = try tx.alarm(id) else {
            throw WebFailure.notFound
        }
        self.alarm = alarm
        municipality = try tx.municipalityNames()[alarm.municipality] ?? alarm.municipality.text
        let functions = Dictionary(
            try tx.functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let rows = try tx.audience(of: id).filter { $0.person == person }
        let excluded = try tx.exclusions(of: id).filter { $0.person == person }
        guard !rows.isEmpty || !excluded.isEmpty else { throw WebFailure.notFound }
        state = rows.first?.state
        arrivesAt = rows.first?.arrivesAt
        reasons =
            rows.map { row in
                let name = functions[row.function] ?? row.function.text
                let wave = row.isOpened ? "gevraagd" : "nog niet aan de beurt"
                return "\(name): \(wave) (\(row.kind.word)). \(row.inclusion.sentence) \(row.warnings)"
            }
            + excluded.map { row in
                "\(functions[row.function] ?? row.function.text): niet gevraagd. \(row.sentence)"
            }
    }

    var heading: String {
        guard !alarm.state.isOver else { return "Dit alarm is voorbij" }
        return switch state {
        case .called: "Kun je komen naar \(municipality)?"
        case .promised: "Je komt\(arrivesAt.map { " vóór \(Dutch.time($0)) uur" } ?? "")"
        case .reserve: "Je staat reserve"
        case .declined: "Je kunt niet komen"
        case .atWork: "Je bent aan het werk"
        case .planned, nil: "Je bent voor dit alarm niet gevraagd"
        case .released: "Je bent niet meer nodig"
        }
    }
}
