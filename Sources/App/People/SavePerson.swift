import Domain
import Storage
import Web

extension Change {
    /// Adds a functionary with contact channels.
    mutating func addPerson(_ draft: PersonDraft) throws -> ID<Functionary> {
        try actor.require(.editPeople, for: draft.municipality)
        try refuseTakenNumber(draft, except: nil)
        let person = Functionary(
            id: newID(), municipality: draft.municipality, personnelNumber: draft.personnelNumber,
            name: draft.name,
            workBase: draft.workBase, employedThrough: draft.employedThrough, version: 1)
        try tx.insert(person, at: now)
        try replaceChannels(draft.channels, of: person.id)
        try record(
            JournalEntry(
                "person.added", "person", person.id, after: journalState(person, draft.channels)))
        return person.id
    }

    /// Changes a functionary.
    ///
    /// - Parameter version: the version the page showed; another one means that somebody was first.
    mutating func changePerson(_ id: ID<Functionary>, version: Int, to draft: PersonDraft) throws {
        guard let before = try tx.functionary(id) else { throw WebFailure.notFound }
        try actor.require(.editPeople, for: before.municipality)
        try actor.require(.editPeople, for: draft.municipality)
        try refuseTakenNumber(draft, except: id)
        let channelsBefore = try tx.channels(of: id)
        let person = Functionary(
            id: id, municipality: draft.municipality, personnelNumber: draft.personnelNumber,
            name: draft.name,
            workBase: draft.workBase, employedThrough: draft.employedThrough, version: version)
        let channels = draft.channels.map { channel in
            // An address that stays the same keeps the moment at which it was verified.
            channelsBefore.first { $0.kind == channel.kind && $0.address == channel.address } ?? channel
        }
        try noticingGaps(of: id, cause: "person.changed") { change in
            guard try change.tx.update(person, at: change.now) else { throw WebFailure.changedMeanwhile }
            try change.replaceChannels(channels, of: id)
        }
        try record(
            JournalEntry(
                "person.changed", "person", id, before: journalState(before, channelsBefore),
                after: journalState(person, channels)))
    }

    /// Ends, or moves the end of, somebody's employment; everything else stays.
    mutating func changeEmployment(_ before: Functionary, to after: Functionary) throws {
        try noticingGaps(of: before.id, cause: "person.changed") { change in
            guard try change.tx.update(after, at: change.now) else { throw WebFailure.changedMeanwhile }
        }
        let channels = try tx.channels(of: before.id)
        try record(
            JournalEntry(
                "person.changed", "person", before.id, before: journalState(before, channels),
                after: journalState(after, channels)))
    }

    /// Records that somebody cannot come. A fact: always accepted (spec V3), whatever it does to the
    /// coverage.
    @discardableResult
    mutating func recordAbsence(of id: ID<Functionary>, during interval: Interval) throws -> ID<Absence> {
        try requireOwnOrEdit(id)
        let absence = Absence(id: newID(), person: id, interval: interval)
        try noticingGaps(of: id, during: interval, cause: "absence.recorded") { change in
            try change.tx.insert(absence, at: change.now)
        }
        try record(
            JournalEntry(
                "absence.recorded", "person", id,
                after: journalState(interval, of: id)))
        return absence.id
    }

    mutating func withdrawAbsence(_ absence: ID<Absence>, of id: ID<Functionary>) throws {
        try requireOwnOrEdit(id)
        guard let found = try tx.absences(of: id, during: .always).first(where: { $0.id == absence }) else {
            throw WebFailure.notFound
        }
        try noticingGaps(of: id, during: found.interval, cause: "absence.withdrawn") { change in
            try change.tx.deleteAbsence(absence)
        }
        try record(
            JournalEntry(
                "absence.withdrawn", "person", id,
                before: [
                    "van": .text(found.interval.start.iso8601), "tot": .text(found.interval.end.iso8601),
                ]))
    }

    mutating func saveDesignation(_ designation: Designation) throws {
        try requireEdit(designation.person)
        let before = try tx.designations(of: designation.person).first { $0.id == designation.id }
        let functions = Set([designation.function, before?.function].compactMap(\.self))
        try noticingGaps(of: designation.person, in: functions, cause: "designation.changed") { change in
            if before == nil { try change.tx.insert(designation) } else { try change.tx.update(designation) }
        }
        try record(
            JournalEntry(
                before == nil ? "designation.added" : "designation.changed", "person", designation.person,
                before: before?.journalState, after: designation.journalState))
    }

    /// Records a certificate as somebody says it is. A fact: always accepted, and what it leaves uncovered is
    /// noticed at once (spec V3). One that is withdrawn counts until today, so that the past stays what it was.
    mutating func saveCertificate(_ certificate: Certificate) throws {
        try requireEdit(certificate.person)
        let before = try tx.certificates(of: certificate.person).first { $0.id == certificate.id }
        let after = certificate.withdrawn(after: before, on: Amsterdam.day(at: now))
        try refuseOverlap(after)
        let recorder = actor.journalText
        try noticingGaps(of: after.person, in: [after.function], cause: "certificate.changed") { change in
            if before == nil {
                try change.tx.insert(after, by: recorder)
            } else {
                try change.tx.update(after, by: recorder)
            }
        }
        try record(
            JournalEntry(
                before == nil ? "certificate.added" : "certificate.changed", "person", after.person,
                before: before?.journalState, after: after.journalState))
    }

    /// Two certificates for the same at once are one too many: which of them counts could not be told.
    private func refuseOverlap(_ certificate: Certificate) throws {
        let others = try tx.certificates(of: certificate.person)
        guard let other = others.first(where: { $0.id != certificate.id && $0.overlaps(certificate) }) else {
            return
        }
        throw PersonRefusal(faults: [
            .certificateOverlaps(field: "behaald", from: other.issued, through: other.validThrough)
        ])
    }

    mutating func replaceChannels(_ channels: [ContactChannel], of person: ID<Functionary>) throws {
        var entries: [(id: ID<ContactChannel>, channel: ContactChannel)] = []
        for channel in channels { entries.append((newID(), channel)) }
        try tx.replaceChannels(entries, of: person)
    }

    private func requireEdit(_ id: ID<Functionary>) throws {
        guard let person = try tx.functionary(id) else { throw WebFailure.notFound }
        try actor.require(.editPeople, for: person.municipality)
    }

    /// Everybody may say when they themselves cannot come.
    private func requireOwnOrEdit(_ id: ID<Functionary>) throws {
        if case .account(let signedIn) = actor, signedIn.person == id, signedIn.may(.seeOwn) { return }
        try requireEdit(id)
    }

    private func refuseTakenNumber(_ draft: PersonDraft, except id: ID<Functionary>?) throws {
        let other = try tx.functionary(draft.municipality, personnelNumber: draft.personnelNumber)
        guard let other, other.id != id else { return }
        throw PersonRefusal(faults: [.numberTaken(field: "personeelsnummer", number: draft.personnelNumber)])
    }
}

/// When somebody was away is personal too.
private func journalState(_ interval: Interval, of person: ID<Functionary>) -> [String: JournalValue] {
    ["van": .secret(interval.start.iso8601, of: person), "tot": .secret(interval.end.iso8601, of: person)]
}

/// Names, numbers and addresses are personal: encrypted in the journal with the person's key.
func journalState(_ person: Functionary, _ channels: [ContactChannel]) -> [String: JournalValue] {
    var state: [String: JournalValue] = [
        "gemeente": .code(person.municipality),
        "personeelsnummer": .secret(person.personnelNumber, of: person.id),
        "naam": .secret(person.name.full, of: person.id),
        "standplaats": .code(person.workBase),
        "uit dienst": .day(person.employedThrough),
    ]
    for (position, channel) in channels.enumerated() {
        state["kanaal \(position + 1)"] = .secret(
            "\(channel.kind.rawValue) \(channel.address)", of: person.id)
    }
    return state
}

extension Designation {
    var journalState: [String: JournalValue] {
        [
            "functie": .code(function), "bereik": .text(scope.rawValue), "vanaf": .day(validFrom),
            "tot en met": .day(validThrough), "staat": .text(state.rawValue),
            "door": .secret(designatedBy, of: person),
            "document": .secret(document, of: person),
        ]
    }
}

extension Certificate {
    var journalState: [String: JournalValue] {
        [
            "functie": .code(function), "specialisatie": .text(specialisation), "uitgever": .text(issuer),
            "behaald": .day(issued), "geldig tot en met": .day(validThrough), "staat": .text(state.rawValue),
            "ingetrokken per": .day(withdrawnOn),
        ]
    }
}

extension Certificate {
    /// With the day on which it is withdrawn, when that is what happens to a certificate that was held.
    fileprivate func withdrawn(after before: Certificate?, on today: Day) -> Certificate {
        guard state == .withdrawn, withdrawnOn == nil else { return self }
        let day: Day? =
            switch before?.state {
            case .held, .exempt: today
            case .withdrawn: before?.withdrawnOn
            case .requested, .none: nil
            }
        return Certificate(
            id: id, person: person, function: function, specialisation: specialisation, issuer: issuer,
            issued: issued, validThrough: validThrough, state: state, withdrawnOn: day)
    }
}
