import Domain
import Storage
import Web

/// What the list of norms shows: what holds today.
struct NormsPage: Sendable {
    let sections: [NormFile.Section]
    let norms: NormSet
    /// The functions of the catalogue, for the norms that differ per function.
    let functions: [CrisisFunction]
    let maySeeRegion: Bool
    let now: Instant

    init(_ visit: Visit, _ tx: Transaction) throws {
        sections = try NormFile.shipped().sections
        norms = try tx.normSet()
        functions = try tx.functions()
        maySeeRegion = visit.signedIn.may(.seeRegion)
        now = visit.now
    }

    /// Norms of the region as a whole that have a value now, and that have none.
    var counts: (known: Int, unknown: Int) {
        let codes = sections.flatMap(\.norms).map(\.code).filter { $0.subjects.contains(.region) }
        let known = codes.count { norms.value(of: $0, at: now) != nil }
        return (known, codes.count - known)
    }
}

/// One norm of one subject with its history.
struct NormPage: Sendable {
    let key: NormKey
    let name: String
    let explanation: String
    /// The function or municipality; nil for the region.
    let subjectName: String?
    let norms: NormSet
    /// Every row that was ever recorded for this norm and subject, the last first.
    let history: [Norm]
    /// Other subjects of the same norm, which may have a number of their own.
    let others: [(subject: NormSubject, name: String)]
    let mayEdit: Bool
    let csrf: String
    let now: Instant
    let today: Day

    /// - Throws: `WebFailure.notFound` for a norm or a subject that does not exist or does not go with it.
    init(_ visit: Visit, _ tx: Transaction) throws {
        guard let code = NormCode(rawValue: visit.request.parameters["norm"] ?? ""),
            let entry = try NormFile.shipped().entry(code)
        else { throw WebFailure.notFound }
        let subjects = try Self.subjects(of: code, tx)
        let path = visit.request.parameters["over"] ?? ""
        guard let found = subjects.first(where: { $0.subject.pathPart == path }) else {
            throw WebFailure.notFound
        }
        key = NormKey(code: code, subject: found.subject)
        name = entry.name
        explanation = entry.explanation
        subjectName = found.subject == .region ? nil : found.name
        norms = try tx.normSet()
        let key = key
        history = norms.norms.filter { NormKey($0) == key }.reversed()
        others = subjects.filter { $0.subject != found.subject }
        mayEdit = visit.signedIn.may(.editNorms)
        csrf = visit.signedIn.csrf
        now = visit.now
        today = visit.today
    }

    private static func subjects(
        of code: NormCode, _ tx: Transaction
    ) throws -> [(subject: NormSubject, name: String)] {
        var subjects: [(NormSubject, String)] = []
        if code.subjects.contains(.region) { subjects.append((.region, "de hele regio")) }
        if code.subjects.contains(.function) {
            subjects += try tx.functions().map { (.function($0.code), $0.name) }
        }
        if code.subjects.contains(.municipality) {
            subjects += try tx.municipalities().map { (.municipality($0.code), $0.name) }
        }
        return subjects
    }

    /// What holds now: of the subject itself, or else of the region.
    var present: Norm? { norms.norm(of: key.code, for: key.subject, at: now) }

    var path: String { "/normen/\(key.code.rawValue)/\(key.subject.pathPart)" }

    /// `Aan het werk binnen, Omgevingsanalist`
    var title: String { subjectName.map { "\(name), \($0)" } ?? name }

    /// Where a row of the history stands now.
    func standing(of norm: Norm) -> Standing {
        if norm.withdrawnAt != nil { return .withdrawn }
        if norm == present { return .present }
        if norm.isPlanned(at: now) { return .planned }
        if norm.interval.end <= now { return .past }
        let steps = norms.series(of: key.code, for: key.subject).steps
        return steps.contains { $0.norm == norm && $0.interval.start > now } ? .waiting : .replaced
    }

    enum Standing: CaseIterable {
        case present, planned, past, withdrawn
        /// A later recorded value stands above it for good.
        case replaced
        /// A temporary value stands above it; it counts again after.
        case waiting
    }
}

extension NormSubject {
    var pathPart: String {
        self == .region ? "regio" : key
    }
}
