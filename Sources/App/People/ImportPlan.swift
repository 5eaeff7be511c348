import Domain
import Foundation
import Storage
import Web

/// What the rows of one employee would change in the register. Empty cells change nothing.
struct ImportPlan {
    private let rows: [ImportedPerson]
    let before: Functionary?
    let channelsBefore: [ContactChannel]
    let channels: [ContactChannel]
    /// Functions whose designation is new or changes, with what stands there now.
    private(set) var designations: [(function: Code<CrisisFunction>, existing: Designation?)] = []
    private(set) var certificates: [(function: Code<CrisisFunction>, existing: Certificate?)] = []

    /// - Parameter rows: of one employee, at least one.
    init(_ rows: [ImportedPerson], _ tx: Transaction) throws {
        self.rows = rows
        before = try tx.functionary(rows[0].key.municipality, personnelNumber: rows[0].key.personnelNumber)
        channelsBefore = try before.map { try tx.channels(of: $0.id) } ?? []
        channels = Self.channels(of: rows, channelsBefore)
        let designationsBefore = try before.map { try tx.designations(of: $0.id) } ?? []
        let certificatesBefore = try before.map { try tx.certificates(of: $0.id) } ?? []
        for row in rows {
            for function in row.functions where !designations.contains(where: { $0.function == function }) {
                let existing = designationsBefore.last { $0.function == function && $0.state != .ended }
                if existing.map({ Self.changes($0, row) }) ?? true {
                    designations.append((function, existing))
                }
                guard let certificate = row.certificate,
                    !certificates.contains(where: { $0.function == function })
                else { continue }
                let held =
                    certificatesBefore.last { $0.function == function && $0.issued == certificate.issued }
                    ?? certificatesBefore.last { $0.function == function && certificate.issued == nil }
                if held.map({ Self.changes($0, certificate) }) ?? true {
                    certificates.append((function, held))
                }
            }
        }
    }

    var municipality: Code<Municipality> { rows[0].key.municipality }
    var rowNumber: Int { rows[0].rowNumber }
    var name: PersonName { rows[0].name }

    var isUnchanged: Bool {
        guard let before else { return false }
        return functionary(id: before.id) == before && channels == channelsBefore && designations.isEmpty
            && certificates.isEmpty
    }

    func functionary(id: ID<Functionary>) -> Functionary {
        Functionary(
            id: id, municipality: municipality, personnelNumber: rows[0].key.personnelNumber, name: name,
            workBase: rows.compactMap(\.workBase).first ?? before?.workBase ?? municipality,
            employedThrough: rows.compactMap(\.employedThrough).first ?? before?.employedThrough,
            version: before?.version ?? 1)
    }

    func designation(
        of function: Code<CrisisFunction>, _ existing: Designation?, id: ID<Designation>,
        person: ID<Functionary>
    ) -> Designation {
        let row = rows.first { $0.functions.contains(function) }
        return Designation(
            id: id, person: person, function: function, scope: existing?.scope ?? .region,
            designatedBy: existing?.designatedBy ?? "", document: existing?.document ?? "",
            validFrom: row?.designatedFrom ?? existing?.validFrom,
            validThrough: row?.designatedThrough ?? existing?.validThrough, state: .designated)
    }

    func certificate(
        of function: Code<CrisisFunction>, _ existing: Certificate?, id: ID<Certificate>,
        person: ID<Functionary>
    ) -> Certificate {
        let given = rows.first { $0.functions.contains(function) && $0.certificate != nil }?.certificate
        return Certificate(
            id: id, person: person, function: function, issuer: given?.issuer ?? existing?.issuer ?? "",
            issued: given?.issued ?? existing?.issued,
            validThrough: given?.validThrough ?? existing?.validThrough,
            state: existing?.state ?? .held)
    }

    /// What the preview shows, in the order of the form.
    var difference: ImportOutcome.Difference {
        var fields: [(name: String, before: String, after: String)] = []
        func add(_ name: String, _ old: String, _ new: String) {
            if old != new { fields.append((name, old, new)) }
        }
        let after = functionary(id: before?.id ?? ID(uuid: Self.noID))
        add("naam", before?.name.full ?? "", after.name.full)
        add("standplaats", before?.workBase.text ?? "", after.workBase.text)
        add("uit dienst", before?.employedThrough?.iso ?? "", after.employedThrough?.iso ?? "")
        add("bereikbaar via", Self.text(channelsBefore), Self.text(channels))
        for (function, existing) in designations {
            let new = designation(of: function, existing, id: ID(uuid: Self.noID), person: after.id)
            add("functie \(function)", Self.text(existing), Self.text(new))
        }
        for (function, existing) in certificates {
            let new = certificate(of: function, existing, id: ID(uuid: Self.noID), person: after.id)
            add("certificaat \(function)", Self.text(existing), Self.text(new))
        }
        return ImportOutcome.Difference(row: rowNumber, name: name.full, isNew: before == nil, fields: fields)
    }

    /// Stands for "not made yet" in a preview, which writes nothing.
    private static let noID = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))

    private static func changes(_ designation: Designation, _ row: ImportedPerson) -> Bool {
        designation.state != .designated
            || (row.designatedFrom != nil && row.designatedFrom != designation.validFrom)
            || (row.designatedThrough != nil && row.designatedThrough != designation.validThrough)
    }

    private static func changes(_ certificate: Certificate, _ given: ImportedCertificate) -> Bool {
        (given.issued != nil && given.issued != certificate.issued)
            || (given.validThrough != nil && given.validThrough != certificate.validThrough)
            || (given.issuer.map { $0 != certificate.issuer } ?? false)
    }

    /// The order of a known person's channels stays; new ones come behind.
    private static func channels(of rows: [ImportedPerson], _ before: [ContactChannel]) -> [ContactChannel] {
        var given: [ContactChannel] = []
        if let mobile = rows.compactMap(\.mobile).first {
            given.append(ContactChannel(kind: .mobile, address: mobile.e164))
        }
        if let email = rows.compactMap(\.email).first {
            given.append(ContactChannel(kind: .email, address: email.description))
        }
        if let landline = rows.compactMap(\.landline).first {
            given.append(ContactChannel(kind: .voice, address: landline.e164))
        }
        var channels = before
        for channel in given
        where !channels.contains(where: { $0.kind == channel.kind && $0.address == channel.address }) {
            if let index = channels.firstIndex(where: { $0.kind == channel.kind }) {
                channels[index] = channel
            } else {
                channels.append(channel)
            }
        }
        return channels
    }

    private static func text(_ channels: [ContactChannel]) -> String {
        channels.map(\.address).joined(separator: ", ")
    }

    private static func text(_ designation: Designation?) -> String {
        guard let designation else { return "" }
        return "\(designation.validFrom?.iso ?? "…") t/m \(designation.validThrough?.iso ?? "…")"
    }

    private static func text(_ certificate: Certificate?) -> String {
        guard let certificate else { return "" }
        return
            "\(certificate.issuer) \(certificate.issued?.iso ?? "…") t/m \(certificate.validThrough?.iso ?? "…")"
    }
}

extension ImportOutcome {
    init(file: PeopleFile, plans: [ImportPlan], isApplied: Bool) {
        self.file = file
        created = plans.count { $0.before == nil }
        unchanged = plans.count { $0.isUnchanged }
        changed = plans.count - created - unchanged
        self.isApplied = isApplied
        differences = plans.filter { !$0.isUnchanged }.map(\.difference)
    }
}
