/// A paper with its versions, its way through the bodies and what they said.
package struct PaperFile: Hashable, Sendable {
    package let paper: BoardPaper
    /// By number.
    package let versions: [PaperVersion]
    /// In the order in which the paper goes.
    package let steps: [PaperStep]
    /// In the order in which they were said.
    package let outcomes: [PaperOutcome]

    package init(
        paper: BoardPaper, versions: [PaperVersion], steps: [PaperStep], outcomes: [PaperOutcome]
    ) {
        self.paper = paper
        self.versions = versions
        self.steps = steps
        self.outcomes = outcomes
    }

    package var latest: PaperVersion? { versions.last }

    package func version(_ number: Int) -> PaperVersion? { versions.first { $0.number == number } }

    /// How far a stop on the way has come, for the newest version.
    package enum StepState: Hashable, Sendable {
        case open
        /// The body postponed its decision.
        case postponed(PaperOutcome)
        /// Its word about an earlier version no longer holds.
        case lapsed(PaperOutcome)
        /// Its word about the main lines still holds.
        case heldForOutlines(PaperOutcome)
        case done(PaperOutcome)

        package var isDone: Bool {
            switch self {
            case .done, .heldForOutlines: true
            case .open, .postponed, .lapsed: false
            }
        }
    }

    package func state(of step: PaperStep) -> StepState {
        let said = outcomes.last { $0.body == step.body && $0.verdict.role == step.role }
        guard let said, let latest else { return .open }
        switch said.standing(for: latest.number, among: versions) {
        case .lapsed: return .lapsed(said)
        case .holdsForOutlines: return .heldForOutlines(said)
        case .holds: return said.verdict == .postponed ? .postponed(said) : .done(said)
        }
    }

    /// The first stop that still has something to do.
    package var next: PaperStep? { steps.first { !state(of: $0).isDone } }

    /// Advice and talk that comes before the first decision on the way and is not there yet. A board may decide
    /// without; what was missing is then written beside the decision.
    package func missingBefore(_ body: Code<GoverningBody>) -> [PaperStep] {
        guard let place = steps.firstIndex(where: { $0.body == body && $0.role == .decision }) else {
            return []
        }
        return steps[..<place].filter { !state(of: $0).isDone }
    }

    /// The last decision that settled the paper.
    package var settled: PaperOutcome? { outcomes.last { $0.verdict.settles } }

    /// Why `outcome` is not recorded; empty when it is. All reasons, so that a form can show them at once.
    package func faults(of outcome: PaperOutcome, by body: GoverningBody, today: Day) -> [PaperFault] {
        var faults: [PaperFault] = []
        if !body.power.allows(outcome.verdict.role) { faults.append(.mayNot(body, outcome.verdict.role)) }
        if outcome.day > today { faults.append(.inFuture(outcome.day)) }
        if let version = version(outcome.version) {
            if outcome.day < version.day { faults.append(.beforeVersion(version)) }
        } else {
            faults.append(.noSuchVersion)
        }
        let earlier = outcomes.last {
            $0.body == outcome.body && $0.version == outcome.version && $0.verdict.settles
        }
        if outcome.verdict.role == .decision, let earlier { faults.append(.alreadyDecided(earlier)) }
        return faults
    }

    /// Why `body` cannot be put on the way for that; nil when it can.
    package func fault(of role: PaperRole, by body: GoverningBody) -> PaperFault? {
        if !body.power.allows(role) { return .mayNot(body, role) }
        return steps.contains { $0.body == body.code && $0.role == role } ? .onTheWay(body.code) : nil
    }

    /// Why `version` cannot be the next; empty when it can.
    package func faults(of version: PaperVersion) -> [PaperFault] {
        var faults: [PaperFault] = []
        if versions.contains(where: { $0.label == version.label }) {
            faults.append(.labelTaken(version.label))
        }
        if let latest, version.day < latest.day { faults.append(.olderThan(latest)) }
        return faults
    }
}

/// Why what a body said is not recorded as such.
package enum PaperFault: Error, Hashable, Sendable {
    /// The body has no power to do that: a thematic meeting takes no decisions, an advisory body decides nothing.
    case mayNot(GoverningBody, PaperRole)
    case inFuture(Day)
    case noSuchVersion
    /// The version did not exist on that day.
    case beforeVersion(PaperVersion)
    /// The body settled this version already; a new version can be put before it.
    case alreadyDecided(PaperOutcome)
    case signedAlready(SigningOffice)
    /// Signed before it was said.
    case signedBefore(Day)
    /// Two versions with one label cannot be told apart.
    case labelTaken(String)
    /// A version that is older than the one before it.
    case olderThan(PaperVersion)
    /// The body stands on the way for this already.
    case onTheWay(Code<GoverningBody>)
}

extension PaperOutcome {
    /// Why `office` cannot have signed on `day`; nil when it can.
    package func fault(ofSignatureBy office: SigningOffice, on day: Day, today: Day) -> PaperFault? {
        if isSigned(by: office) { return .signedAlready(office) }
        if day < self.day { return .signedBefore(self.day) }
        if day > today { return .inFuture(day) }
        return nil
    }
}
