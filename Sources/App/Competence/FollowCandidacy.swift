import Domain
import Storage
import Web

/// Why an application does not go on.
enum CandidacyFault: Error, Equatable {
    case noMotivation
    case tooLong(max: Int)
    case unknownFunction
    /// There is one open, or the person has the function already.
    case already
    /// Consent first, then designation.
    case wrongOrder
    /// A designation without the decision of the college.
    case noDocument

    var field: String {
        switch self {
        case .noMotivation, .tooLong: "motivatie"
        case .unknownFunction, .already: "functie"
        case .wrongOrder: "antwoord"
        case .noDocument: "document"
        }
    }

    var sentence: String {
        switch self {
        case .noMotivation: "Schrijf in je eigen woorden waarom je dit wilt doen."
        case .tooLong(let max): "Dit is te lang; gebruik hoogstens \(max) tekens."
        case .unknownFunction: "Maak een keuze uit de lijst."
        case .already: "Voor deze functie ben je al aangemeld of aangewezen."
        case .wrongOrder: "Deze stap kan nu niet: eerst stemt de werkgever in, daarna wijst het college aan."
        case .noDocument: "Noem het besluit van het college."
        }
    }
}

extension Change {
    static let motivationMax = 2_000

    /// Somebody applies for a function themselves.
    @discardableResult
    mutating func apply(
        for function: Code<CrisisFunction>, motivation: String, of person: ID<Functionary>
    ) throws -> ID<Candidacy> {
        try requireSelf(person)
        guard try tx.functions().contains(where: { $0.code == function }) else {
            throw CandidacyFault.unknownFunction
        }
        guard !motivation.isEmpty else { throw CandidacyFault.noMotivation }
        guard motivation.count <= Self.motivationMax else {
            throw CandidacyFault.tooLong(max: Self.motivationMax)
        }
        let isOpen = try tx.candidacies(of: person).contains { $0.function == function && $0.state.isOpen }
        let has = try tx.designations(of: person).contains { $0.function == function && $0.state != .ended }
        guard !isOpen, !has else { throw CandidacyFault.already }
        let candidacy = Candidacy(
            id: newID(), person: person, function: function, motivation: motivation, appliedAt: now)
        try tx.insert(candidacy)
        try record(
            JournalEntry(
                "candidacy.applied", "person", person,
                after: ["functie": .code(function), "motivatie": .secret(motivation, of: person)]))
        try tell(candidacy, "Je aanmelding is ontvangen. Je werkgever geeft eerst toestemming.")
        return candidacy.id
    }

    /// The employer agrees or not; the person reads the answer.
    mutating func answerCandidacy(
        _ id: ID<Candidacy>, consents: Bool, answer: String, intakeOn: Day? = nil
    ) throws {
        let before = try candidacy(id)
        try requireMunicipal(.consentApplications, of: before.person)
        let state: Candidacy.State = consents ? .consented : .declined
        let next = before.becoming(state, answer: answer, intakeOn: intakeOn)
        try go(before, to: next, "candidacy.\(state.rawValue)")
        try tell(
            next,
            consents
                ? "Je werkgever stemt in met je aanmelding. Nu wijst het college je nog aan."
                : "Je werkgever stemt niet in met je aanmelding.",
            answer)
    }

    /// The college designated the person: from here on they hold the function.
    mutating func designateCandidate(_ id: ID<Candidacy>, document: String, from day: Day) throws {
        let before = try candidacy(id)
        try requireMunicipal(.editPeople, of: before.person)
        guard !document.isEmpty else { throw CandidacyFault.noDocument }
        guard let person = try tx.functionary(before.person) else { throw WebFailure.notFound }
        let next = before.becoming(.designated)
        try go(before, to: next, "candidacy.designated")
        let place = try tx.municipalities().first { $0.code == person.municipality }?.name ?? ""
        try saveDesignation(
            Designation(
                id: newID(), person: person.id, function: before.function, scope: .region,
                designatedBy: "College van \(place)", document: document, validFrom: day, validThrough: nil,
                state: .designated))
        try tell(next, "Het college heeft je aangewezen, vanaf \(Dutch.date(day)).")
    }

    mutating func withdrawCandidacy(_ id: ID<Candidacy>) throws {
        let before = try candidacy(id)
        try requireSelf(before.person)
        try go(before, to: before.becoming(.withdrawn), "candidacy.withdrawn")
    }

    /// Whether somebody is counted in *kennen*; their own choice.
    mutating func chooseAcquaintance(optsOut: Bool, of person: ID<Functionary>) throws {
        try requireSelf(person)
        try tx.setAcquaintanceOptOut(optsOut, of: person, at: now)
        try record(
            JournalEntry(
                "acquaintance.chosen", "person", person, after: ["doet mee": .text(optsOut ? "nee" : "ja")]))
    }

    private mutating func go(_ before: Candidacy, to next: Candidacy, _ action: String) throws {
        guard before.may(become: next.state) else { throw CandidacyFault.wrongOrder }
        guard try tx.update(next, at: now) else { throw WebFailure.changedMeanwhile }
        try record(
            JournalEntry(
                action, "person", before.person, before: ["staat": .text(before.state.rawValue)],
                after: [
                    "functie": .code(before.function), "staat": .text(next.state.rawValue),
                    "antwoord": .secret(next.answer, of: before.person),
                ]))
    }

    /// A mail at each step, for whoever has an address.
    private mutating func tell(_ candidacy: Candidacy, _ sentence: String, _ answer: String = "") throws {
        guard let person = try tx.functionary(candidacy.person),
            let address = try tx.channels(of: person.id).first(where: { $0.kind == .email })?.address,
            let recipient = EmailAddress(address)
        else { return }
        let function =
            try tx.functions().first { $0.code == candidacy.function }?.name ?? candidacy.function.text
        let words = answer.isEmpty ? [sentence] : [sentence, "Toelichting: \(answer)"]
        try queueMail(
            QueuedMail(
                key: "candidacy \(candidacy.id) \(candidacy.version)", recipient: recipient,
                person: person.id,
                subject: "Je aanmelding voor \(function)",
                text: QueuedMail.letter(
                    to: person.name.given, words + ["Je ziet de stand altijd in je paspoort."],
                    from: try tx.region()?.name ?? "Oranje")))
    }

    private func candidacy(_ id: ID<Candidacy>) throws -> Candidacy {
        guard let found = try tx.candidacies().first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        return found
    }

    private func requireSelf(_ person: ID<Functionary>) throws {
        guard case .account(let signedIn) = actor else { return }
        guard signedIn.person == person, signedIn.may(.seeOwn) else { throw WebFailure.forbidden }
    }

    private func requireMunicipal(_ permission: Permission, of id: ID<Functionary>) throws {
        guard let person = try tx.functionary(id) else { throw WebFailure.notFound }
        try actor.require(permission, for: person.municipality)
    }
}
