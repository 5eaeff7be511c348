/// When in a crisis: the levels of the mandate matrix (domain.md §9).
package enum MandatePhase: String, CaseIterable, Codable, Sendable {
    /// Below GRIP, or GRIP 1.
    case local
    case grip2, grip3, grip4
    case aftermath

    package init(level: GRIPLevel?, isOver: Bool) {
        self =
            switch level {
            case _ where isOver: .aftermath
            case nil, .one: .local
            case .two: .grip2
            case .three: .grip3
            case .four, .five: .grip4
            }
    }
}

/// Who speaks about one kind of message in one phase, and whether somebody must agree first.
package struct MandateRule: Hashable, Sendable {
    package let kind: MessageKind
    package let phase: MandatePhase
    package let speaker: Speaker
    package let needsApproval: Bool

    package init(kind: MessageKind, phase: MandatePhase, speaker: Speaker, needsApproval: Bool) {
        self.kind = kind
        self.phase = phase
        self.speaker = speaker
        self.needsApproval = needsApproval
    }
}

/// The *mandaatmatrix* (spec K1). A message that departs from it goes out all the same; that is logged.
package struct MandateMatrix: Hashable, Sendable {
    private let rules: [MessageKind: [MandatePhase: MandateRule]]

    package init(_ changed: [MandateRule] = []) {
        var rules: [MessageKind: [MandatePhase: MandateRule]] = [:]
        for kind in MessageKind.allCases {
            for phase in MandatePhase.allCases { rules[kind, default: [:]][phase] = Self.usual(kind, phase) }
        }
        for rule in changed { rules[rule.kind, default: [:]][rule.phase] = rule }
        self.rules = rules
    }

    package func rule(_ kind: MessageKind, _ phase: MandatePhase) -> MandateRule {
        rules[kind]?[phase] ?? Self.usual(kind, phase)
    }

    /// The proposal of domain.md §9, which a region replaces: advice and confirmed facts go out at once under a
    /// standing mandate; meaning, victims and blame ask for approval.
    package static func usual(_ kind: MessageKind, _ phase: MandatePhase) -> MandateRule {
        let speaker: Speaker =
            switch (kind, phase) {
            case (_, .aftermath): .municipality
            case (.behaviouralAdvice, _), (.confirmedFacts, _): .region
            case (_, .local), (_, .grip2), (_, .grip3), (_, .grip4): .municipality
            }
        let needsApproval: Bool =
            switch kind {
            case .behaviouralAdvice, .confirmedFacts, .care: false
            case .meaning, .victims, .blame: true
            }
        return MandateRule(kind: kind, phase: phase, speaker: speaker, needsApproval: needsApproval)
    }

    /// How a message departs from the matrix; empty when it does not.
    package func deviations(of message: PublicMessage, in phase: MandatePhase) -> [MandateDeviation] {
        let rule = rule(message.kind, phase)
        var deviations: [MandateDeviation] = []
        if message.speaker != rule.speaker { deviations.append(.otherSpeaker(expected: rule.speaker)) }
        if rule.needsApproval, message.approvedBy.isEmpty { deviations.append(.noApproval) }
        return deviations
    }
}

/// How a message departs from the matrix.
package enum MandateDeviation: Hashable, Codable, Sendable {
    case otherSpeaker(expected: Speaker)
    case noApproval
}
