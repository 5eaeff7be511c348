/// Whether scaling up at a mayor's request was wise and was legitimate: two questions, asked afterwards (domain.md
/// §1.4). The office prepares the answers, they are discussed with the requesting mayor, and then it is closed.
/// Nobody judges the mayor: the own council does.
package struct ScalingReview: Hashable, Sendable {
    package let dueOn: String
    package let wise: ReviewAnswer?
    package let legitimate: ReviewAnswer?
    package let lesson: String
    /// With whom it was discussed, and on which day; nil before.
    package let discussedWith: String
    package let discussedOn: String?
    package let shares: [Share]
    package let isClosed: Bool

    /// What it asked of one municipality.
    package struct Share: Hashable, Codable, Sendable {
        package let municipality: Code<Municipality>
        package let hours: Int
        /// Nil: nobody established it.
        package let cents: Int64?

        package init(municipality: Code<Municipality>, hours: Int, cents: Int64?) {
            self.municipality = municipality
            self.hours = hours
            self.cents = cents
        }
    }

    package enum Stage: String, CaseIterable, Sendable {
        case open, prepared, discussed, closed
    }

    package init(
        dueOn: String, wise: ReviewAnswer? = nil, legitimate: ReviewAnswer? = nil, lesson: String = "",
        discussedWith: String = "", discussedOn: String? = nil, shares: [Share] = [], isClosed: Bool = false
    ) {
        self.dueOn = dueOn
        self.wise = wise
        self.legitimate = legitimate
        self.lesson = lesson
        self.discussedWith = discussedWith
        self.discussedOn = discussedOn
        self.shares = shares
        self.isClosed = isClosed
    }

    package var stage: Stage {
        if isClosed { return .closed }
        guard wise != nil, legitimate != nil else { return .open }
        return discussedOn == nil ? .prepared : .discussed
    }

    /// What keeps it from being closed; empty when nothing does.
    package var missing: [Missing] {
        var missing: [Missing] = []
        if wise == nil { missing.append(.wise) }
        if wise?.grounds.isEmpty == true { missing.append(.wiseGrounds) }
        if legitimate == nil { missing.append(.legitimate) }
        if legitimate?.grounds.isEmpty == true { missing.append(.legitimateGrounds) }
        if discussedOn == nil || discussedWith.isEmpty { missing.append(.discussion) }
        if lesson.isEmpty { missing.append(.lesson) }
        return missing
    }

    package enum Missing: String, CaseIterable, Sendable {
        case wise, wiseGrounds, legitimate, legitimateGrounds, discussion, lesson
    }

    package var hours: Int { shares.map(\.hours).reduce(0, +) }

    /// Days after the request by which the review is due.
    package static let dueDays = 28
}

/// An answer to one of the two questions, with its grounds.
package struct ReviewAnswer: Hashable, Codable, Sendable {
    package let verdict: Verdict
    package let grounds: String

    package enum Verdict: String, CaseIterable, Codable, Sendable {
        case yes, partly, no
        /// Nobody can say, and that is an answer too.
        case undecidable
    }

    package init(_ verdict: Verdict, grounds: String) {
        self.verdict = verdict
        self.grounds = grounds
    }
}

extension ScalingReview: Codable {
    private enum Key: String, CodingKey {
        case dueOn, wise, legitimate, lesson, discussedWith, discussedOn, shares, isClosed
        // Entries from before there were four answers say only yes or no, and were closed by saying so.
        case isWise, isLegitimate
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func answer(_ name: Key, _ bare: Key) throws -> ReviewAnswer? {
            if let answer = try container.decodeIfPresent(ReviewAnswer.self, forKey: name) { return answer }
            return try container.decodeIfPresent(Bool.self, forKey: bare).map {
                ReviewAnswer($0 ? .yes : .no, grounds: "")
            }
        }
        let wise = try answer(.wise, .isWise)
        let legitimate = try answer(.legitimate, .isLegitimate)
        let wasClosed =
            try container.decodeIfPresent(Bool.self, forKey: .isWise) != nil
            && container.decodeIfPresent(Bool.self, forKey: .isLegitimate) != nil
        self.init(
            dueOn: try container.decode(String.self, forKey: .dueOn), wise: wise, legitimate: legitimate,
            lesson: try container.decodeIfPresent(String.self, forKey: .lesson) ?? "",
            discussedWith: try container.decodeIfPresent(String.self, forKey: .discussedWith) ?? "",
            discussedOn: try container.decodeIfPresent(String.self, forKey: .discussedOn),
            shares: try container.decodeIfPresent([Share].self, forKey: .shares) ?? [],
            isClosed: try container.decodeIfPresent(Bool.self, forKey: .isClosed) ?? wasClosed)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(dueOn, forKey: .dueOn)
        try container.encodeIfPresent(wise, forKey: .wise)
        try container.encodeIfPresent(legitimate, forKey: .legitimate)
        try container.encode(lesson, forKey: .lesson)
        try container.encode(discussedWith, forKey: .discussedWith)
        try container.encodeIfPresent(discussedOn, forKey: .discussedOn)
        try container.encode(shares, forKey: .shares)
        try container.encode(isClosed, forKey: .isClosed)
    }
}
