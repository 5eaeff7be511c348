import Domain
import Storage
import Web

struct RosterResource: Hashable, Sendable {
    let id: ID<Roster>
    let state: Roster.State
    let begin: Instant
    let end: Instant
    let madeAt: Instant
    let vacancyCount: Int
    let publishedAt: Instant?

    static let schema = Schema<RosterResource>.object(
        "Rooster", "Diensten die samen zijn gemaakt: een concept, tot het wordt gepubliceerd.",
        Property("roosterId", \.id, .id(of: Roster.self), "Id."),
        Property("staat", \.state, .choice([.draft, .published, .replaced], word: \.apiWord), "Staat."),
        Property("beginTijdstip", \.begin, .instant, "Vanaf."),
        Property("eindTijdstip", \.end, .instant, "Tot."),
        Property("gemaaktOp", \.madeAt, .instant, "Wanneer het is gemaakt."),
        Property("vacatures", \.vacancyCount, .count, "Plaatsen waarvoor niemand inzetbaar was."),
        Property("gepubliceerdOp", \.publishedAt, Scalar.instant.orNull, "Wanneer het is gaan gelden."),
        make: RosterResource.init)
}

extension RosterResource {
    init(_ roster: Roster) {
        self.init(
            id: roster.id, state: roster.state, begin: roster.interval.start, end: roster.interval.end,
            madeAt: roster.madeAt, vacancyCount: roster.vacancyCount, publishedAt: roster.publishedAt)
    }
}

/// What a draft is made for.
struct RosterInput: Hashable, Sendable {
    let firstDay: Day
    let weeks: Int
    let lines: [Code<DutyLine>]

    static let schema = Schema<RosterInput>.object(
        "RoosterInvoer", "Waarvoor een rooster op beurt wordt gemaakt.",
        Property("begindatum", \.firstDay, .day, "Een dag in de eerste week."),
        Property("weken", \.weeks, .integer(1...DraftPages.weeksMax), "Hoeveel weken."),
        Property(
            "piketlijnen", \.lines, .list(of: .scalar(.lineCode), countMax: 200), absent: [],
            "Voor welke lijnen; leeg voor alle."),
        make: RosterInput.init)
}

/// What may be done with a draft.
struct RosterStateInput: Hashable, Sendable {
    let state: Roster.State

    static let schema = Schema<RosterStateInput>.object(
        "RoosterStaatInvoer", "De nieuwe staat van een concept.",
        Property("staat", \.state, .choice([.published], word: \.apiWord), "Publiceren."),
        make: RosterStateInput.init)
}

extension Roster.State {
    fileprivate var apiWord: String {
        switch self {
        case .draft: "concept"
        case .published: "gepubliceerd"
        case .replaced: "vervangen"
        }
    }
}
