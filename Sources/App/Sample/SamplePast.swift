import Domain
import Storage
import Web

/// Something that somebody did in a deployment of the sample's past.
struct SampleMoment: Sendable {
    let at: Instant
    let role: Role
    let write: @Sendable (inout Change) throws -> Void

    init(_ at: Instant, _ role: Role, _ write: @escaping @Sendable (inout Change) throws -> Void) {
        self.at = at
        self.role = role
        self.write = write
    }
}

/// The deployments of the week before the sample's year, as their log tells them. Invented; nobody's name is in it.
struct SamplePast: Sendable {
    let start: Day
    /// Where the municipal accounts of the sample are from.
    let home: Code<Municipality>
    let neighbour: Code<Municipality>
    let people: [ID<Functionary>]
    /// In which a lesson is done; nil in a region without a plan.
    let activity: ID<PlanPart>?

    static let floodKey = "voorbeeld-water"
    static let fireKey = "voorbeeld-brand"
    static let unrestKey = "voorbeeld-onrust"

    init?(_ request: SampleRequest, _ tx: Transaction) throws {
        let places = try tx.municipalities().filter { $0.exists(on: request.start) }.map(\.code)
        guard let first = places.first else { return nil }
        let home = try tx.sampleOwners().municipality ?? first
        start = request.start
        self.home = home
        neighbour = places.first { $0 != home } ?? home
        people = try tx.designations().filter { $0.function.text == "OVDBZ" }.prefix(2).map(\.person)
        activity = try tx.plannedActivities().first { !$0.isOver }?.id
    }

    func instant(_ daysBefore: Int, _ hour: Int, plus minutes: Int = 0) -> Instant {
        Amsterdam.instant(start.adding(days: -daysBefore), hour: hour).adding(minutes: minutes)
    }
}

extension Change {
    /// An entry of the sample's past.
    @discardableResult
    mutating func tell(
        _ key: String, _ number: Int, _ content: EntryContent, _ text: String, replacing: Int? = nil
    ) throws -> Int {
        let id = try sampleDeployment(key)
        var draft = EntryDraft(content, text, key: "\(key)-\(number)")
        if let replacing { draft.replaces = [replacing] }
        return try recordEntry(draft, in: id).number
    }

    func sampleDeployment(_ key: String) throws -> ID<Deployment> {
        guard let id = try tx.deployment(key: key) else { throw WebFailure.notFound }
        return id
    }
}

/// A fire at night with a call-out, a shelter and an aftermath; its evaluation waits for approval.
extension SamplePast {
    var fireBegin: Instant { instant(5, 2, plus: 40) }

    static let firePosts: [AlarmRequest.Post] = [
        ("OVDBZ", 1), ("ACBZ", 1), ("HTOCC", 1), ("OGA", 1), ("ICBZ", 1), ("HTOABZ", 1), ("CO", 2),
    ].map { AlarmRequest.Post(function: Code($0.0), wanted: $0.1) }

    var fireOpens: [SampleMoment] {
        let (begin, place) = (fireBegin, home)
        let key = Self.fireKey
        return [
            SampleMoment(begin, .controlRoom) { change in
                _ = try change.beginDeployment(
                    OpeningRequest(
                        key: key, title: "Brand in een woongebouw", place: "Woongebouw De Lisdodde",
                        municipalities: [place],
                        declaration: Declaration(
                            level: .one, declarer: .officer, heardFrom: "Meldkamer",
                            ground: "Brand op de derde verdieping", municipalities: [place]),
                        template: "opvang"))
            },
            SampleMoment(begin.adding(minutes: 3), .controlRoom) { change in
                try change.tell(
                    key, 1, .note(Note()), "64 bewoners staan buiten; de bovenste verdiepingen zijn leeg.")
            },
            SampleMoment(begin.adding(minutes: 20), .controlRoom) { change in
                try change.tell(
                    key, 2,
                    .level(
                        Declaration(
                            level: .two, declarer: .operationalCommander, heardFrom: "Meldkamer",
                            ground: "Rook trekt over de wijk", municipalities: [place])),
                    "GRIP 2: rook trekt over de wijk.")
            },
        ]
    }

    var fireGoesOn: [SampleMoment] {
        let begin = fireBegin
        let key = Self.fireKey
        return [
            SampleMoment(begin.adding(minutes: 95), .informationCoordinator) { change in
                try change.tell(
                    key, 10,
                    .statement(
                        PictureStatement(theme: .victims, topic: "Gewonden", verification: .confirmed)),
                    "Drie bewoners met rook naar het ziekenhuis; niemand is in levensgevaar.")
                try change.tell(
                    key, 11, .shelterDemand(ShelterDemand(startedAt: begin, affected: 64)),
                    "64 mensen kunnen niet naar huis.")
            },
            SampleMoment(begin.adding(minutes: 110), .regionalOffice) { change in
                try change.tell(
                    key, 12,
                    .message(
                        PublicMessage(
                            kind: .behaviouralAdvice, goal: .limitingHarm, audience: "Bewoners van de wijk",
                            channel: "Site en radio", speaker: .region,
                            advice: "Houd ramen en deuren dicht en zet de ventilatie uit.",
                            approvedBy: "Algemeen Commandant", subject: "Rook")),
                    "Rook: houd ramen en deuren dicht.")
                try change.tell(
                    key, 13, .environment(EnvironmentReport(topic: .questions)),
                    "Bewoners vragen wanneer zij hun huisdieren mogen ophalen.")
            },
            SampleMoment(begin.adding(minutes: 150), .regionalOffice) { change in
                try change.tell(
                    key, 14,
                    .decision(
                        DeploymentDecision(
                            judgement: "Het gebouw is niet voor de avond vrij",
                            decision: "De sporthal blijft open tot de brandweer het gebouw vrijgeeft",
                            picture: nil, decidedBy: "Algemeen Commandant",
                            checkAt: begin.adding(minutes: 480))),
                    "De sporthal blijft open tot de brandweer het gebouw vrijgeeft.")
                try change.tell(
                    key, 15,
                    .selfReliance(
                        SelfReliance(kind: .initiative, what: "Dekens en koffie van de buurtvereniging")),
                    "De buurtvereniging brengt dekens en koffie.")
            },
        ]
    }
}
