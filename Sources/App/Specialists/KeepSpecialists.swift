import Domain
import Storage
import Web

/// Why somebody is not written down as a specialist.
enum SpecialistFault: Error, Equatable {
    case unknownPerson, unknownField
    case tooLong(max: Int)
    /// Once per field is enough.
    case already(agreed: Bool)

    var field: String {
        switch self {
        case .unknownPerson: "persoon"
        case .unknownField, .already: "vakgebied"
        case .tooLong: "toelichting"
        }
    }

    var sentence: String {
        switch self {
        case .unknownPerson, .unknownField: "Maak een keuze uit de lijst."
        case .tooLong(let max): "Dit is te lang; gebruik hoogstens \(max) tekens."
        case .already(agreed: true): "Voor dit vakgebied staat die persoon er al."
        case .already(agreed: false):
            "Voor dit vakgebied is die persoon al gevraagd; het antwoord is er nog niet."
        }
    }
}

extension Change {
    static let specialistRemarkMax = 200

    /// Asks somebody of a municipality whether they may be called for what they know. Whoever offers themselves
    /// agrees with that; everybody else is asked by mail and is not called before they agreed.
    ///
    /// - Parameter tells: whether the person gets the mail.
    /// - Throws: `SpecialistFault`, `WebFailure`.
    @discardableResult
    mutating func addSpecialist(
        _ person: ID<Functionary>, in field: Code<SpecialistField>, remark: String, tells: Bool = true
    ) throws -> ID<Specialist> {
        guard let functionary = try tx.functionary(person) else { throw SpecialistFault.unknownPerson }
        let isOwn = actor.isPerson(person)
        if isOwn {
            try actor.require(.seeOwn)
        } else {
            try actor.require(.editPeople, for: functionary.municipality)
        }
        guard let name = SpecialistField.named(field)?.name else { throw SpecialistFault.unknownField }
        guard remark.count <= Self.specialistRemarkMax else {
            throw SpecialistFault.tooLong(max: Self.specialistRemarkMax)
        }
        if let present = try tx.specialists(of: person).first(where: { $0.field == field }) {
            throw SpecialistFault.already(agreed: present.mayBeCalled)
        }
        let specialist = Specialist(
            id: newID(), person: person, field: field, remark: remark, proposedAt: now,
            consentedAt: isOwn ? now : nil)
        try tx.insert(specialist)
        try record(
            JournalEntry(
                isOwn ? "specialist.offered" : "specialist.proposed", "person", person,
                after: ["vakgebied": .code(field), "toelichting": .secret(remark, of: person)]))
        if !isOwn, tells { try ask(specialist, of: functionary, named: name) }
        return specialist.id
    }

    /// The answer of the person themselves: without a yes nobody calls them.
    mutating func answerSpecialist(_ id: ID<Specialist>, agrees: Bool) throws {
        guard let specialist = try tx.specialist(id) else { throw WebFailure.notFound }
        if case .account = actor, !actor.isPerson(specialist.person) { throw WebFailure.notFound }
        try actor.require(.seeOwn)
        guard agrees else { return try remove(specialist, "specialist.declined") }
        guard !specialist.mayBeCalled else { return }
        try tx.setConsent(id, at: now)
        try record(
            JournalEntry(
                "specialist.agreed", "person", specialist.person,
                after: ["vakgebied": .code(specialist.field)]))
    }

    /// The municipality no longer counts on somebody.
    mutating func removeSpecialist(_ id: ID<Specialist>) throws {
        guard let specialist = try tx.specialist(id), let person = try tx.functionary(specialist.person)
        else { throw WebFailure.notFound }
        try actor.require(.editPeople, for: person.municipality)
        try remove(specialist, "specialist.removed")
    }

    private mutating func remove(_ specialist: Specialist, _ action: String) throws {
        try tx.deleteSpecialist(specialist.id)
        try record(
            JournalEntry(
                action, "person", specialist.person, before: ["vakgebied": .code(specialist.field)]))
    }

    private mutating func ask(_ specialist: Specialist, of person: Functionary, named field: String) throws {
        guard
            let address = try tx.channels(of: person.id).first(where: { $0.kind == .email })?.address,
            let recipient = EmailAddress(address)
        else { return }
        try queueMail(
            QueuedMail(
                key: "specialist \(specialist.id)", recipient: recipient, person: person.id,
                subject: "Mag de crisisorganisatie je bellen als specialist?",
                text: QueuedMail.letter(
                    to: person.name.given,
                    [
                        "Je gemeente stelt voor dat je bij een crisis gebeld mag worden voor \(field). Het is geen piket: komt het niet uit, dan zeg je nee.",
                        "Je bent pas te bellen als je zelf toestemt. Dat doe je in Oranje, onder Mijn gegevens, Specialist.",
                    ],
                    from: try tx.region()?.name ?? "Oranje")))
    }
}

extension Actor {
    /// Whether it is the account of this person.
    fileprivate func isPerson(_ person: ID<Functionary>) -> Bool {
        guard case .account(let signedIn) = self else { return false }
        return signedIn.person == person
    }
}

extension SpecialistField {
    static func named(_ code: Code<SpecialistField>) -> SpecialistField? {
        DeploymentFile.shipped.specialistFields.first { $0.code == code }
    }
}
