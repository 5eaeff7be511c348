import Domain
import Storage
import Web

/// What an import of certificates did, or would do.
struct CertificateOutcome: Sendable {
    let file: CertificateFile
    let entries: [Entry]
    /// Rows that cannot be read in because of what is on record.
    let problems: [(line: Int, problem: Problem)]

    struct Entry: Sendable {
        let person: Functionary
        let certificate: Certificate
        /// Nil: it is new.
        let before: Certificate?

        var isUnchanged: Bool { before == certificate }
    }

    enum Problem: Equatable, Sendable {
        case unknownPerson(number: String)
        /// Another certificate for the same counts on some of these days.
        case overlaps(from: Day?, through: Day?)
    }

    var newCount: Int { entries.count { $0.before == nil } }
    var changedCount: Int { entries.count { $0.before != nil && !$0.isUnchanged } }
}

extension CertificateFile {
    /// Reads a list by what is in it, csv or xlsx.
    static func read(content bytes: [UInt8], lookup: ImportLookup, today: Day) -> CertificateFile {
        switch ImportRecord.read(content: bytes, rowsMax: rowsMax) {
        case .success(let records): read(records: records, lookup: lookup, today: today)
        case .failure(let fault): refused(fault)
        }
    }
}

extension CertificateFile.Row {
    /// The certificate on record that this row is about: the same function, specialisation and day, or the one that
    /// was requested and has come.
    fileprivate func match(among held: [Certificate]) -> Certificate? {
        let same = held.filter { $0.function == function && $0.specialisation == specialisation }
        return same.first { $0.issued == issued && ($0.state == .requested) == (state == .requested) }
            ?? same.first { $0.state == .requested && state != .requested }
            ?? same.first { $0.issued == issued }
    }

    /// What would be on record; an empty cell leaves what stands there.
    fileprivate func certificate(
        of person: ID<Functionary>, after before: Certificate?, id: ID<Certificate>
    ) -> Certificate {
        Certificate(
            id: id, person: person, function: function, specialisation: specialisation,
            issuer: issuer.isEmpty ? before?.issuer ?? "" : issuer, issued: issued ?? before?.issued,
            validThrough: validThrough ?? before?.validThrough, state: state,
            withdrawnOn: state == .withdrawn ? before?.withdrawnOn : nil)
    }
}

extension Transaction {
    /// - Parameter newID: called once for each certificate that is new.
    func certificateOutcome(
        _ file: CertificateFile, newID: () -> ID<Certificate>
    ) throws -> CertificateOutcome {
        var people: [String: Functionary] = [:]
        for person in try functionaries() {
            people["\(person.municipality) \(person.personnelNumber)"] = person
        }
        var held = Dictionary(grouping: try certificates(), by: \.person)
        var entries: [CertificateOutcome.Entry] = []
        var problems: [(line: Int, problem: CertificateOutcome.Problem)] = []
        for row in file.rows {
            guard let person = people["\(row.municipality) \(row.personnelNumber)"] else {
                problems.append((row.line, .unknownPerson(number: row.personnelNumber)))
                continue
            }
            let own = held[person.id] ?? []
            let before = row.match(among: own)
            let after = row.certificate(of: person.id, after: before, id: before?.id ?? newID())
            let others = own.filter { $0.id != after.id }
            if before != after, let other = others.first(where: { $0.overlaps(after) }) {
                problems.append((row.line, .overlaps(from: other.issued, through: other.validThrough)))
                continue
            }
            // Rows of one list are held against each other as well.
            held[person.id] = others + [after]
            entries.append(CertificateOutcome.Entry(person: person, certificate: after, before: before))
        }
        return CertificateOutcome(file: file, entries: entries, problems: problems)
    }
}

extension Change {
    /// Writes down the good rows. Nothing is ever taken away, and reading the same list again changes nothing.
    mutating func importCertificates(
        _ file: CertificateFile, fileHash: String?
    ) throws -> CertificateOutcome {
        try actor.require(.importPeople)
        var random = randomness
        let moment = now
        let outcome = try tx.certificateOutcome(file) { random.id(at: moment) }
        randomness = random
        let changed = outcome.entries.filter { !$0.isUnchanged }
        try noticingGaps(
            of: nil, in: Set(changed.map(\.certificate.function)), cause: "certificates.imported"
        ) { change in
            for entry in changed { try change.saveCertificate(entry.certificate) }
        }
        try record(
            JournalEntry(
                "certificates.imported", "region", try tx.region()?.code.text ?? "",
                after: [
                    "rijen": .number(file.count), "nieuw": .number(outcome.newCount),
                    "gewijzigd": .number(outcome.changedCount),
                    "bestand": fileHash.map(JournalValue.text) ?? .none,
                ]))
        return outcome
    }
}
