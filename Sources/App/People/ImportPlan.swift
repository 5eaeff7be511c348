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
    /// New ones, and those that change.
    private(set) var designations: [WantedDesignation] = []
    private(set) var certificates: [WantedCertificate] = []

    /// - Parameter rows: of one employee, at least one.
    init(_ rows: [ImportedPerson], _ tx: Transaction) throws {
        self.rows = rows
        before = try tx.functionary(rows[0].key.municipality, personnelNumber: rows[0].key.personnelNumber)
        channelsBefore = try before.map { try tx.channels(of: $0.id) } ?? []
        channels = Self.channels(of: rows, channelsBefore)
        let designationsBefore = try before.map { try tx.designations(of: $0.id) } ?? []
        let certificatesBefore = try before.map { try tx.certificates(of: $0.id) } ?? []
        for function in Self.functions(of: rows) {
            let ofFunction = rows.filter { $0.functions.contains(function) }
            let known = designationsBefore.filter { $0.function == function }
            let designation = WantedDesignation(ofFunction, function: function, existing: known.last)
            if designation.isChange { designations.append(designation) }
            let held = certificatesBefore.filter { $0.function == function && $0.specialisation.isEmpty }
            for certificate in WantedCertificate.all(ofFunction, function: function, held: held)
            where certificate.isChange {
                certificates.append(certificate)
            }
        }
    }

    /// Every function once, in the order of the file.
    private static func functions(of rows: [ImportedPerson]) -> [Code<CrisisFunction>] {
        rows.flatMap(\.functions).reduce(into: []) { functions, function in
            if !functions.contains(function) { functions.append(function) }
        }
    }

    var municipality: Code<Municipality> { rows[0].key.municipality }
    var rowNumber: Int { rows[0].rowNumber }

    /// A name of which the file leaves the first name empty keeps what is stored of it.
    var name: PersonName {
        let given = rows[0].name
        guard let stored = before?.name, given.given.isEmpty, given.surname == stored.surname else {
            return given
        }
        return PersonName(
            given: stored.given, prefix: given.prefix.isEmpty ? stored.prefix : given.prefix,
            surname: given.surname)
    }

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
        for wanted in designations { add("functie \(wanted.function)", wanted.textBefore, wanted.text) }
        for wanted in certificates { add("certificaat \(wanted.function)", wanted.textBefore, wanted.text) }
        return ImportOutcome.Difference(row: rowNumber, name: name.full, isNew: before == nil, fields: fields)
    }

    /// Stands for "not made yet" in a preview, which writes nothing.
    private static let noID = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))

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
