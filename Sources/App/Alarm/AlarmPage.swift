import Domain
import Storage
import Web

/// What the list of alarms shows.
struct AlarmsPage: Sendable {
    static let endedMax = 25

    let running: [Entry]
    let ended: [Entry]
    /// Questions in calm time that still run: no alarm, but somebody may have to ring and write down what is said.
    let asked: [Entry]
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
        let all = try tx.runningAlarms()
        running = try all.filter { !$0.isCalm }.map(entry)
        asked = try all.filter(\.isCalm).map(entry)
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
    /// The deployment that is asked for in calm time; nil for an alarm.
    let relieved: ID<Deployment>?
    let timeline: AlarmTimeline
    let unknownAnswerCount: Int
    /// Messages that a worker held when the alarm ended, or whose result is not known.
    let doubtfulCount: Int
    /// Nobody got a message, though by now somebody should have: whoever leads must ring.
    let isSilent: Bool
    let mayLead: Bool
    /// The visitor wants the page to stay as it is.
    let isStill: Bool
    let now: Instant

    /// The first message leaves within seconds.
    private static let silentSeconds = 60

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
        /// Who answers for the office now, by the municipality's card; nil when nobody is known or the visitor does not
        /// lead.
        var official: Official?
    }

    /// - Throws: `WebFailure.notFound`.
    init(_ id: ID<Alarm>, _ visit: Visit, _ tx: Transaction) throws {
        try visit.actor.require(.followAlarm)
        guard let alarm = try tx.alarm(id) else { throw WebFailure.notFound }
        self.alarm = alarm
        now = visit.now
        mayLead = visit.signedIn.may(.raiseAlarm)
        isStill = visit.request.query["stil"] == "ja"
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
        let told = try Self.contacts(of: alarm, tx)
        contacts = mayLead ? try Self.withOfficials(told, tx, at: visit.now) : told
        timeline = try AlarmTimeline(alarm, tx)
        relieved = try alarm.isCalm ? tx.reliefRequests(of: id).first?.deployment : nil
        unknownAnswerCount = try tx.answers(of: id).count { $0.effect == "notCalled" }
        doubtfulCount = try tx.doubtfulCount(of: id)
        let isEarly = visit.now < alarm.raisedAt.adding(seconds: Self.silentSeconds)
        let mayStillCome = try isEarly && tx.hasOpenChannel()
        isSilent =
            !alarm.state.isOver && !mayStillCome && people.allSatisfy { $0.callee.messages == 0 }
    }

    /// Those with a part besides being called; an office that nobody is known to hold by its name.
    static func contacts(of alarm: Alarm, _ tx: Transaction) throws -> [Contact] {
        let names = try tx.municipalityNames()
        return try tx.contacts(of: alarm.id).map { contact in
            let office =
                contact.municipality.map { "burgemeester van \(names[$0] ?? $0.text)" } ?? "voorzitter"
            return Contact(
                contact: contact,
                name: try contact.person.flatMap { try tx.functionary($0)?.name.full } ?? office)
        }
    }

    /// With the mayor, or who stands in, so that whoever leads can ring.
    private static func withOfficials(_ contacts: [Contact], _ tx: Transaction, at now: Instant) throws
        -> [Contact]
    {
        let officials = Dictionary(grouping: try tx.officials(), by: \.municipality)
        let leaves = try tx.officialLeaves(from: now)
        return contacts.map { entry in
            guard let municipality = entry.contact.municipality else { return entry }
            var entry = entry
            switch OfficeStanding(.mayor, officials[municipality] ?? [], leaves, at: now) {
            case .present(let official), .replaced(let official, _, _): entry.official = official
            case .nobody, .unknown: break
            }
            return entry
        }
    }

    var heading: String {
        let missing = posts.filter { $0.open > 0 }.map { "\($0.open) × \($0.name)" }
        return switch alarm.state {
        case .filled where alarm.isCalm: "De aflossing is er"
        case .stopped where alarm.isCalm: "De vraag om af te lossen is ingetrokken"
        case .open where alarm.isCalm && !missing.isEmpty:
            "Om aflossing gevraagd: nog nodig \(Dutch.list(missing))"
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
