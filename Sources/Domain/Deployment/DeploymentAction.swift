/// Something that somebody must do by a moment (spec I7); also a task from a template.
package struct DeploymentAction: Hashable, Codable, Sendable {
    package let what: String
    /// A function or a name.
    package let owner: String
    package let dueAt: Instant?
    package let state: State
    /// Who gave it; what is not done goes back there (Bvr 2.4.4).
    package let giver: String
    package let feedback: String
    /// The decision that it follows from.
    package let decision: Int?
    /// The task card that tells how.
    package let card: String?

    package enum State: String, CaseIterable, Codable, Sendable {
        case open, busy, done, notDone

        package var isOver: Bool { self == .done }
    }

    package init(
        what: String, owner: String, dueAt: Instant?, state: State = .open, giver: String,
        feedback: String = "",
        decision: Int? = nil, card: String? = nil
    ) {
        self.what = what
        self.owner = owner
        self.dueAt = dueAt
        self.state = state
        self.giver = giver
        self.feedback = feedback
        self.decision = decision
        self.card = card
    }

    package func isOverdue(at now: Instant) -> Bool {
        guard let dueAt else { return false }
        return dueAt <= now && (state == .open || state == .busy)
    }
}

/// A decision with what it rested on (BOB) and the check whether it worked (spec I7).
package struct DeploymentDecision: Hashable, Codable, Sendable {
    package let judgement: String
    package let decision: String
    /// The frozen picture that it rests on (Bvr 2.4.3); nil when there was none.
    package let picture: Int?
    package let decidedBy: String
    package let checkAt: Instant?
    package let effect: Effect

    package enum Effect: String, CaseIterable, Codable, Sendable {
        case unchecked, works, partly, fails
    }

    package init(
        judgement: String, decision: String, picture: Int?, decidedBy: String, checkAt: Instant?,
        effect: Effect = .unchecked
    ) {
        self.judgement = judgement
        self.decision = decision
        self.picture = picture
        self.decidedBy = decidedBy
        self.checkAt = checkAt
        self.effect = effect
    }

    package func isCheckDue(at now: Instant) -> Bool {
        guard let checkAt else { return false }
        return effect == .unchecked && checkAt <= now
    }
}
