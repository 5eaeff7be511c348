import Domain
import Storage
import Web

/// A proposal that may not be recorded.
struct NormRefusal: Error {
    let faults: [NormFault]
}

extension Change {
    /// Records a norm; what held before stays as history.
    ///
    /// - Parameter sequence: the last row of the set that the preview reckoned with; another one means that
    ///   somebody was first.
    mutating func saveNorm(_ proposal: NormProposal, after sequence: Int) throws {
        try actor.require(.editNorms)
        let set = try tx.normSet()
        guard set.norms.last?.sequence ?? 0 == sequence else { throw WebFailure.changedMeanwhile }
        let faults = proposal.faults(in: set)
        guard faults.isEmpty else { throw NormRefusal(faults: faults) }
        let norm = proposal.norm(sequence: sequence + 1, recordedAt: now)
        try noticingGaps(after: norm, cause: "norm.recorded") { change in try change.tx.insert(norm) }
        let before = set.norm(of: norm.code, for: norm.subject, at: norm.interval.start)
        try record(
            JournalEntry(
                "norm.recorded", "norm", NormKey(norm).journalID, before: before?.journalState,
                after: norm.journalState))
    }

    /// Takes back a norm that has not begun; it stays visible.
    mutating func withdrawNorm(_ sequence: Int, of key: NormKey) throws {
        try actor.require(.editNorms)
        guard let norm = try tx.normSet().norms.first(where: { $0.sequence == sequence }),
            NormKey(norm) == key
        else { throw WebFailure.notFound }
        guard norm.isPlanned(at: now) else { throw WebFailure.changedMeanwhile }
        try noticingGaps(after: norm, cause: "norm.withdrawn") { change in
            try change.tx.withdrawNorm(sequence, at: change.now)
        }
        try record(
            JournalEntry("norm.withdrawn", "norm", key.journalID, before: norm.journalState))
    }
}

extension Change {
    /// A norm about presence or arrival decides what is a gap; one about the horizon, how far is looked.
    private mutating func noticingGaps(
        after norm: Norm, cause: String, _ write: (inout Change) throws -> Void
    ) throws {
        switch norm.code {
        case .staffing, .response:
            var functions: Set<Code<CrisisFunction>>?
            if case .function(let function) = norm.subject { functions = [function] }
            try noticingGaps(in: functions, cause: cause, write)
        case .coverageHorizon: try noticingGaps(cause: cause, write)
        default: try write(&self)
        }
    }
}

extension NormKey {
    init(_ norm: Norm) {
        self.init(code: norm.code, subject: norm.subject)
    }

    /// `response:OVDBZ`
    var journalID: String {
        subject == .region ? code.rawValue : "\(code.rawValue):\(subject.key)"
    }
}

extension Norm {
    /// Still to begin, and so still to be taken back.
    func isPlanned(at now: Instant) -> Bool {
        withdrawnAt == nil && interval.start > now
    }

    fileprivate var journalState: [String: JournalValue] {
        [
            "waarde": value.map { .number($0) } ?? .none, "eenheid": .text(code.unit.rawValue),
            "status": .text(status.rawValue), "bron": .text(source), "vastgesteld door": .text(confirmedBy),
            "van": .day(validFrom), "tot": .day(validTo),
        ]
    }
}
