/// A level that somebody declared elsewhere, as it was heard (spec I1). Recorded, never refused.
package struct Declaration: Hashable, Codable, Sendable {
    /// Nil: scaled down to below GRIP.
    package let level: GRIPLevel?
    /// Which office declared it; nil when nobody said so.
    package let declarer: Declarer?
    /// As it was told: a name, a call sign.
    package let declaredBy: String
    package let heardFrom: String
    /// Why: the ground that was given.
    package let ground: String
    package let municipalities: [Code<Municipality>]

    package init(
        level: GRIPLevel?, declarer: Declarer? = nil, declaredBy: String = "", heardFrom: String = "",
        ground: String = "", municipalities: [Code<Municipality>] = []
    ) {
        self.level = level
        self.declarer = declarer
        self.declaredBy = declaredBy
        self.heardFrom = heardFrom
        self.ground = ground
        self.municipalities = municipalities
    }
}

/// An office that may declare a level by a region's own matrix.
package enum Declarer: String, CaseIterable, Codable, Sendable {
    case controlRoom, officer, incidentCommander, operationalCommander, mayor, chair
}

/// Something odd about a declaration. It is told beside it and stops nothing.
package enum DeclarationSignal: Hashable, Sendable {
    /// By the region's matrix this office does not declare this level.
    case otherDeclarer(Declarer, level: GRIPLevel, allowed: [Declarer])
    /// GRIP 3 is of one municipality.
    case severalMunicipalities(Int)
    /// GRIP 4 and 5 are of more than one municipality.
    case oneMunicipality(level: GRIPLevel)
    /// Somebody else declared another level at about the same time.
    case contradicts(number: Int, level: GRIPLevel?)
    /// It was declared before one that was heard earlier, so it is not the level of now.
    case olderThanKnown(number: Int)
}

/// A declaration in its place among the others.
package struct HeardDeclaration: Hashable, Sendable {
    package let number: Int
    package let occurredAt: Instant
    package let declaration: Declaration

    package init(number: Int, occurredAt: Instant, declaration: Declaration) {
        self.number = number
        self.occurredAt = occurredAt
        self.declaration = declaration
    }
}

/// Who declares which level, by the region's own decision; empty where the region decided nothing.
package struct DeclarerMatrix: Hashable, Sendable {
    package let allowed: [GRIPLevel: Set<Declarer>]

    package init(_ allowed: [GRIPLevel: Set<Declarer>] = [:]) {
        self.allowed = allowed
    }
}

/// All declarations of a deployment.
package struct Declarations: Hashable, Sendable {
    /// Two levels from different mouths within this time contradict each other; later it is a next step.
    package static let sameTimeMinutes = 10

    /// By the moment at which they were declared, then as they were written down.
    package let heard: [HeardDeclaration]

    package init(_ heard: [HeardDeclaration]) {
        self.heard = heard.sorted { ($0.occurredAt, $0.number) < ($1.occurredAt, $1.number) }
    }

    /// The last one declared; nil while nothing was declared.
    package var current: HeardDeclaration? { heard.last }

    package var level: GRIPLevel? { current?.declaration.level }

    /// The highest level there was.
    package var highest: GRIPLevel? { heard.compactMap(\.declaration.level).max() }

    /// Everything odd about one of them, given the others.
    package func signals(of one: HeardDeclaration, matrix: DeclarerMatrix) -> [DeclarationSignal] {
        var signals: [DeclarationSignal] = []
        let declaration = one.declaration
        if let level = declaration.level {
            if let declarer = declaration.declarer, let allowed = matrix.allowed[level], !allowed.isEmpty,
                !allowed.contains(declarer)
            {
                let offices = Declarer.allCases.filter(allowed.contains)
                signals.append(.otherDeclarer(declarer, level: level, allowed: offices))
            }
            let count = declaration.municipalities.count
            if level == .three, count > 1 { signals.append(.severalMunicipalities(count)) }
            if level >= .four, count == 1 { signals.append(.oneMunicipality(level: level)) }
        }
        for other in heard where other.number != one.number && contradict(one, other) {
            signals.append(.contradicts(number: other.number, level: other.declaration.level))
        }
        if let earlier = heard.first(where: { $0.number < one.number && $0.occurredAt > one.occurredAt }) {
            signals.append(.olderThanKnown(number: earlier.number))
        }
        return signals
    }

    private func contradict(_ one: HeardDeclaration, _ other: HeardDeclaration) -> Bool {
        let apart = abs(one.occurredAt.milliseconds - other.occurredAt.milliseconds)
        return one.declaration.level != other.declaration.level
            && apart < Int64(Self.sameTimeMinutes) * 60_000
            && (one.declaration.declarer, one.declaration.declaredBy)
                != (other.declaration.declarer, other.declaration.declaredBy)
    }
}
