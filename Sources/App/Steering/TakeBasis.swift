import Domain
import Storage
import Web

extension Change {
    /// Takes the figures of a quarter as they are now; the municipalities look at them first. Once they were
    /// shown to the board they stand.
    mutating func takeBasis(_ quarter: BasisQuarter) throws {
        try actor.require(.editPlan)
        let taken = try tx.takenQuarters().first { $0.quarter == quarter }
        guard taken?.publishedAt == nil else { throw WebFailure.changedMeanwhile }
        let figures = try BasisCount(tx, of: quarter, at: now).figures
        try tx.replace(figures, of: quarter, at: now)
        try record(
            JournalEntry(
                "basis.taken", "quarter", quarter.text, after: ["cijfers": .number(figures.count)]))
    }

    /// Shows the figures of a quarter to the board, with what the municipalities said of theirs.
    mutating func publishBasis(_ quarter: BasisQuarter) throws {
        try actor.require(.editPlan)
        guard try tx.takenQuarters().contains(where: { $0.quarter == quarter }) else {
            throw WebFailure.notFound
        }
        try tx.setPublished(quarter, at: now)
        try record(JournalEntry("basis.published", "quarter", quarter.text))
    }

    /// Whoever acts for a municipality says something of its figures.
    mutating func commentBasis(_ quarter: BasisQuarter, of municipality: Code<Municipality>, _ text: String)
        throws
    {
        try actor.require(.seePlan)
        guard case .account(let signedIn) = actor, signedIn.municipalities.contains(municipality) else {
            throw WebFailure.forbidden
        }
        guard try tx.takenQuarters().contains(where: { $0.quarter == quarter }) else {
            throw WebFailure.notFound
        }
        let comment = BasisComment(
            id: newID(), quarter: quarter, municipality: municipality, text: text, writtenAt: now)
        try tx.insert(comment)
        try record(
            JournalEntry(
                "basis.commented", "quarter", quarter.text,
                after: ["gemeente": .code(municipality), "tekst": .text(text)]))
    }
}

/// The figures of the basis as they are at one moment, of every municipality and of the region.
private struct BasisCount {
    /// How far ahead the roster is looked at: a quarter.
    private static let weeksAhead = 13
    /// How far back an exercise or deployment counts.
    private static let exerciseDays = 365

    let figures: [BasisFigure]

    init(_ tx: Transaction, of quarter: BasisQuarter, at now: Instant) throws {
        let today = Amsterdam.day(at: now)
        let places = try tx.municipalities().filter { $0.exists(on: today) }.map(\.code)
        figures =
            try Self.coverage(tx, places, today, now) + Self.people(tx, places, now)
            + Self.agreements(tx, places, today) + Self.hours(tx, places, quarter, today)
            + Self.plan(tx, year: quarter.year)
    }

    private static func coverage(
        _ tx: Transaction, _ places: [Code<Municipality>], _ today: Day, _ now: Instant
    ) throws -> [BasisFigure] {
        let horizon = Interval(now, now.adding(minutes: weeksAhead * 7 * 24 * 60))
        let input = try tx.coverageInput(during: horizon)
        let coverage = Coverage.sweep(lines: input.lines, candidates: input.candidates, horizon: horizon)
        let segments = Dictionary(grouping: coverage.segments, by: \.line)
        let byLine = Dictionary(
            input.lines.map { line in
                (
                    line.code,
                    Coverage(lines: [line], horizon: horizon, segments: segments[line.code] ?? []).figures
                )
            }, uniquingKeysWith: { first, _ in first })
        let start = Amsterdam.startOfDay(today)
        let served = try tx.districtMemberships().filter { $0.interval.contains(start) }
        func figures(_ place: Code<Municipality>?) -> [BasisFigure] {
            let districts = Set(served.filter { $0.municipality == place }.map(\.district))
            let lines = input.lines.filter { line in place == nil || districts.contains(line.district) }
            let own = lines.compactMap { byLine[$0.code] }
            let minutes = own.map(\.minutes).reduce(0, +)
            return [
                BasisFigure(.coverage, in: place, own.map(\.coveredMinutes).reduce(0, +), of: minutes),
                BasisFigure(.depth, in: place, own.map(\.oneOutMinutes).reduce(0, +), of: minutes),
            ]
        }
        return figures(nil) + places.flatMap { figures($0) }
    }

    private static func people(
        _ tx: Transaction, _ places: [Code<Municipality>], _ now: Instant
    ) throws -> [BasisFigure] {
        let book = try tx.competenceBook()
        let channels = try tx.channelsByPerson()
        let unreachable = try tx.unreachable(among: channels)
        var functions: [ID<Functionary>: [Code<CrisisFunction>]] = [:]
        for designation in try tx.designations() where designation.interval?.contains(now) == true {
            functions[designation.person, default: []].append(designation.function)
        }
        let since = Amsterdam.day(at: now).adding(days: -exerciseDays)
        let active = Set(
            try tx.performedActivities().filter { activity in
                (activity.kind == .exercise || activity.kind == .deployment) && activity.day >= since
            }.map(\.person))
        let people = try tx.functionaries().filter { functions[$0.id] != nil }
        let competent = Set(
            people.filter { person in
                (functions[person.id] ?? []).allSatisfy { function in
                    book.competence(of: person, for: function, at: now).state == .competent
                }
            }.map(\.id))
        func figures(_ place: Code<Municipality>?) -> [BasisFigure] {
            let own = people.filter { place == nil || $0.municipality == place }
            return [
                BasisFigure(.competence, in: place, own.count { competent.contains($0.id) }, of: own.count),
                BasisFigure(
                    .reachability, in: place,
                    own.count { channels[$0.id] != nil && unreachable[$0.id] == nil },
                    of: own.count),
                BasisFigure(.exercises, in: place, own.count { active.contains($0.id) }, of: own.count),
            ]
        }
        return figures(nil) + places.flatMap { figures($0) }
    }

    private static func agreements(
        _ tx: Transaction, _ places: [Code<Municipality>], _ today: Day
    ) throws -> [BasisFigure] {
        let agreements = try tx.agreements().filter { $0.version(on: today) != nil }
        let book = AdoptionBook(
            agreements: agreements, adoptions: try tx.adoptions(), municipalities: try tx.municipalities(),
            on: today)
        let own = places.map { place in
            (
                place: place,
                adopted: agreements.count { agreement in
                    if case .adopted = book.standing(place, agreement) { true } else { false }
                }
            )
        }
        return [
            BasisFigure(
                .agreements, own.map(\.adopted).reduce(0, +), of: agreements.count * places.count)
        ] + own.map { BasisFigure(.agreements, in: $0.place, $0.adopted, of: agreements.count) }
    }

    /// Of the months of the quarter that are over; unknown while none is.
    private static func hours(
        _ tx: Transaction, _ places: [Code<Municipality>], _ quarter: BasisQuarter, _ today: Day
    ) throws -> [BasisFigure] {
        let over = quarter.monthsOver(on: today)
        guard let first = over.first else {
            return [BasisFigure(.hours, nil, of: nil)]
                + places.map { BasisFigure(.hours, in: $0, nil, of: nil) }
        }
        let months = try tx.capacityMonths(from: first, count: over.count)
        let own = places.map { place in
            let rows = months.flatMap(\.rows).filter { $0.municipality == place }
            let agreed =
                rows.isEmpty || rows.contains { $0.agreedHours == nil }
                ? nil : rows.compactMap(\.agreedHours).reduce(0, +) * 60
            let worked = rows.map { min($0.minutes, ($0.agreedHours ?? 0) * 60) }.reduce(0, +)
            return BasisFigure(.hours, in: place, worked, of: agreed)
        }
        let agreed = own.contains { $0.whole == nil } ? nil : own.compactMap(\.whole).reduce(0, +)
        return [BasisFigure(.hours, own.compactMap(\.part).reduce(0, +), of: agreed)] + own
    }

    private static func plan(_ tx: Transaction, year: Int) throws -> [BasisFigure] {
        let content = try tx.plans().first.flatMap { try tx.planContent($0.id) }
        let activities = (content?.subActivities ?? []).compactMap(\.activity).filter { $0.state != .stopped }
        let statement = BudgetStatement(
            try tx.budget(of: year), try tx.ledgerTotals().filter { $0.year == year })
        return [
            BasisFigure(
                .plan, content == nil ? nil : activities.count { $0.state == .done },
                of: content == nil ? nil : activities.count),
            BasisFigure(
                .money, statement.spent.map { Int($0.cents) },
                of: statement.spent == nil ? nil : statement.amount.map { Int($0.cents) }),
            BasisFigure(.reviews, try tx.openScalingReviews().count, of: nil),
        ]
    }
}
