/// What goes on after a deployment in one municipality (*nafase*), from the day somebody thinks of it until its end is
/// decided (spec O2). The municipality owns it once both sides confirmed that it was handed over.
package struct AftermathFile: Hashable, Sendable {
    package let id: ID<AftermathFile>
    package let municipality: Code<Municipality>
    package let openedAt: Instant
    /// By whoever leads the deployment.
    package let offered: AftermathSignature?
    /// By the municipality.
    package let accepted: AftermathSignature?
    package let ended: AftermathSignature?
    /// Who decided the end, and what becomes of what is open.
    package let decision: String

    package enum State: String, CaseIterable, Sendable {
        case prepared, offered, transferred, ended
    }

    package init(
        id: ID<AftermathFile>, municipality: Code<Municipality>,
        openedAt: Instant, offered: AftermathSignature? = nil, accepted: AftermathSignature? = nil,
        ended: AftermathSignature? = nil, decision: String = ""
    ) {
        self.id = id
        self.municipality = municipality
        self.openedAt = openedAt
        self.offered = offered
        self.accepted = accepted
        self.ended = ended
        self.decision = decision
    }

    package var state: State {
        if ended != nil { return .ended }
        if accepted != nil { return .transferred }
        return offered == nil ? .prepared : .offered
    }

    /// The side of the deployment says: it is yours.
    package func offering(_ signature: AftermathSignature) throws(AftermathRefusal) -> AftermathFile {
        guard state == .prepared else { throw .wrongState(state) }
        return with(offered: signature)
    }

    /// The municipality confirms. The same person cannot be both sides.
    package func accepting(_ signature: AftermathSignature) throws(AftermathRefusal) -> AftermathFile {
        guard state == .offered, let offered else { throw .wrongState(state) }
        guard !offered.isOfSame(as: signature) else { throw .samePerson }
        return with(offered: offered, accepted: signature)
    }

    /// The municipality does not take it yet, and says why.
    package func returning(because reason: String) throws(AftermathRefusal) -> AftermathFile {
        guard state == .offered else { throw .wrongState(state) }
        guard !reason.isEmpty else { throw .noReason }
        return with(offered: nil)
    }

    /// - Parameter open: points that are not done.
    package func ending(
        _ signature: AftermathSignature, decision: String, rest: String, open: Int
    ) throws(AftermathRefusal) -> AftermathFile {
        guard state == .transferred else { throw .wrongState(state) }
        guard !decision.isEmpty else { throw .noDecision }
        guard open == 0 || !rest.isEmpty else { throw .openPoints(open) }
        let text = rest.isEmpty ? decision : "\(decision)\nWat nog openstaat: \(rest)"
        return with(offered: offered, accepted: accepted, ended: signature, decision: text)
    }

    private func with(
        offered: AftermathSignature?, accepted: AftermathSignature? = nil, ended: AftermathSignature? = nil,
        decision: String = ""
    ) -> AftermathFile {
        AftermathFile(
            id: id, municipality: municipality, openedAt: openedAt, offered: offered,
            accepted: accepted, ended: ended, decision: decision)
    }
}

/// Who confirmed something, and when.
package struct AftermathSignature: Hashable, Sendable {
    /// As the journal names them: one account, or a deputy for another.
    package let account: String
    package let name: String
    package let at: Instant

    package init(account: String, name: String, at: Instant) {
        self.account = account
        self.name = name
        self.at = at
    }

    /// A deputy is themself, whoever they stand in for.
    package func isOfSame(as other: AftermathSignature) -> Bool {
        account.split(separator: " ").first == other.account.split(separator: " ").first
    }
}

/// Why a step of an aftermath file does not happen.
package enum AftermathRefusal: Error, Hashable, Sendable {
    case wrongState(AftermathFile.State)
    /// One person cannot hand over and take over.
    case samePerson
    case noReason
    case noDecision
    /// The end is decided while points are open, and nobody says what becomes of them.
    case openPoints(Int)
    case noText
}
