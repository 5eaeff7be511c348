import Domain
import Storage
import Web

extension Change {
    /// Records the shipped value of every norm of which this database has no row yet, so that a later version
    /// with other defaults does not change what a region has been reckoning with.
    ///
    /// - Returns: how many rows were added.
    mutating func insertMissingNorms(for region: Code<SafetyRegion>) throws -> Int {
        let present = try tx.normSet().norms
        let known = Set(present.map { NormKey(code: $0.code, subject: $0.subject) })
        let missing = try ShippedNorms.rows(for: region).filter {
            !known.contains(NormKey(code: $0.code, subject: $0.subject))
        }
        var sequence = present.last?.sequence ?? 0
        for row in missing {
            sequence += 1
            try tx.insert(row.norm(sequence: sequence, recordedAt: now))
        }
        return missing.count
    }

    /// As above, for a database that a version with fewer norms made.
    mutating func loadMissingNorms() throws {
        if case .account = actor { throw WebFailure.forbidden }
        guard let region = try tx.region() else { return }
        let count = try insertMissingNorms(for: region.code)
        guard count > 0 else { return }
        try record(
            JournalEntry("norms.loaded", "region", region.code, after: ["normen": .number(count)]))
    }
}

extension Application {
    /// After an update: a norm that is new in this version begins with the value that ships.
    func loadMissingNorms() async throws {
        let isMissing = try await storage.read { tx in
            guard let region = try tx.region() else { return false }
            let present = Set(try tx.normSet().norms.map { NormKey(code: $0.code, subject: $0.subject) })
            return try ShippedNorms.rows(for: region.code).contains {
                !present.contains(NormKey(code: $0.code, subject: $0.subject))
            }
        }
        guard isMissing else { return }
        try await storage.change(by: .background("norms"), at: now(), randomness: randomness()) { change in
            try change.loadMissingNorms()
        }
    }
}

/// One number in the set: a norm of one subject.
struct NormKey: Hashable, Sendable {
    let code: NormCode
    let subject: NormSubject
}

/// The values with which a region begins: those of the catalogue and, per function, those of the function
/// catalogue.
enum ShippedNorms {
    /// A row before it is recorded.
    struct Unrecorded: Sendable {
        let code: NormCode
        let subject: NormSubject
        let value: Int
        let status: NormStatus
        let source: String
        var validFrom: Day?
        var validTo: Day?

        func norm(sequence: Int, recordedAt: Instant) -> Norm {
            Norm(
                code: code, subject: subject, value: value, status: status, source: source,
                validFrom: validFrom, validTo: validTo, sequence: sequence, recordedAt: recordedAt)
        }
    }

    static func rows(for region: Code<SafetyRegion>) throws -> [Unrecorded] {
        let general = try NormFile.shipped().sections.flatMap(\.norms).flatMap { entry in
            entry.values.filter { $0.regions?.contains(region) ?? true }.map {
                Unrecorded(
                    code: entry.code, subject: .region, value: $0.value, status: $0.status,
                    source: $0.source, validFrom: $0.validFrom, validTo: $0.validTo)
            }
        }
        let functions = try ShippedRegions.functions().functions
        let response = functions.compactMap { function -> Unrecorded? in
            guard let minutes = function.responseMinutes, let status = function.responseStatus else {
                return nil
            }
            return Unrecorded(
                code: .response, subject: .function(function.code), value: minutes, status: status,
                source: function.responseSource ?? "")
        }
        let staffing = functions.filter { $0.minimumStaffing > 0 }.map {
            Unrecorded(
                code: .staffing, subject: .function($0.code), value: $0.minimumStaffing,
                status: .assumption, source: "Aanname van Oranje; vast te leggen in het crisisplan")
        }
        return general + response + staffing
    }
}
