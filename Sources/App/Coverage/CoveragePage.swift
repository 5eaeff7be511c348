import Domain
import Storage
import Web

/// What the coverage page shows: the year per line and week, and the gaps.
struct CoveragePage: Sendable {
    let report: CoverageReport
    let rows: [LineYear]
    let from: Day
    /// How far the norm makes the proof look ahead.
    let weekCount: Int
    let showsNames: Bool
    /// Whether the visitor may look into the roster behind the figures.
    let mayOpenLines: Bool
    /// Risks that are borne at this moment.
    let risks: [AcceptedRisk]
    /// Minutes not covered per line.
    let gapMinutes: [Code<DutyLine>: Int]

    struct LineYear: Sendable {
        let line: DutyLine
        let name: String
        let weeks: [Week]
    }

    /// One cell: a calendar week from Monday 00:00, minutes by depth.
    struct Week: Sendable {
        let monday: Day
        var gapMinutes = 0
        var oneDeepMinutes = 0
        var minutes = 0
        /// Of the gap, the part whose risk is accepted.
        var borneMinutes = 0
        /// Of the rest of the gap, the part in which somebody stands on the roster of whom nothing is known.
        var unknownMinutes = 0

        var state: State {
            if gapMinutes == 0 { return oneDeepMinutes == 0 ? .deep : .covered }
            let open = gapMinutes - borneMinutes
            if open == 0 { return .borne }
            return unknownMinutes == open ? .unknown : .gap
        }

        enum State: CaseIterable {
            case deep, covered, gap, borne, unknown
        }
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        from = (Dutch.day(visit.request.query["van"]) ?? visit.today).monday
        weekCount = try tx.normSet().number(of: .coverageHorizon, at: visit.now)
        let horizon = Interval(weeks: weekCount, from: from)
        report = try tx.coverageReport(during: horizon)
        showsNames = visit.signedIn.may(.seeRefusals)
        mayOpenLines = visit.signedIn.may(.seeRoster)
        risks = try tx.risks(from: visit.now).filter { $0.standing(at: visit.now) == .accepted }
        let names = try tx.lineNames()
        let segments = Dictionary(grouping: report.coverage.segments, by: \.line)
        // A risk is borne until its last day; a gap that comes later is open.
        let borne = Dictionary(grouping: risks, by: \.line).mapValues { own in
            IntervalSet(own.map { $0.interval.clamped(to: Interval(.distantPast, $0.lapsesAt)) })
        }
        var gapMinutes: [Code<DutyLine>: Int] = [:]
        rows = report.coverage.lines.map { line in
            let ofLine = segments[line.code] ?? []
            gapMinutes[line.code] = ofLine.filter { $0.depth == nil }.map(\.interval.minutes).reduce(0, +)
            return LineYear(
                line: line, name: names[line.code] ?? line.code.text,
                weeks: Self.weeks(of: ofLine, borne: borne[line.code], from: horizon))
        }
        self.gapMinutes = gapMinutes
    }

    /// What is so, as a sentence.
    var heading: String {
        guard let first = report.gaps.first else {
            return "Alle lijnen zijn \(weekCount) weken volgens rooster bezet"
        }
        return "Eerste gat: \(name(of: first.line.code)), \(Dutch.period(first.interval))"
    }

    /// Who bears all of a gap, if anybody does.
    func risk(of gap: CoverageReport.Gap) -> AcceptedRisk? {
        risks.first { $0.line == gap.line.code && $0.interval.contains(gap.interval) }
    }

    func name(of line: Code<DutyLine>) -> String {
        rows.first { $0.line.code == line }?.name ?? line.text
    }

    private static func weeks(
        of segments: [Segment], borne: IntervalSet?, from horizon: Interval
    ) -> [Week] {
        let first = Amsterdam.day(at: horizon.start)
        let last = Amsterdam.day(at: horizon.end)
        let count = (last.daysSince1970 - first.daysSince1970) / 7
        var weeks = (0..<count).map { Week(monday: first.adding(days: 7 * $0)) }
        for (index, week) in weeks.enumerated() {
            let interval = Interval(
                Amsterdam.startOfDay(week.monday), Amsterdam.startOfDay(week.monday.adding(days: 7)))
            weeks[index].minutes = interval.minutes
            for segment in segments where segment.interval.overlaps(interval) {
                let part = segment.interval.clamped(to: interval)
                let minutes = part.minutes
                switch segment.depth {
                case nil:
                    let open = borne.map { IntervalSet([part]).subtracting($0).intervals } ?? [part]
                    let openMinutes = open.map(\.minutes).reduce(0, +)
                    weeks[index].gapMinutes += minutes
                    weeks[index].borneMinutes += minutes - openMinutes
                    if segment.lacksKnowledgeOnly { weeks[index].unknownMinutes += openMinutes }
                case .covered: weeks[index].oneDeepMinutes += minutes
                case .oneOut, .twoOut: break
                }
            }
        }
        return weeks
    }
}

extension Segment {
    /// A gap only because the certificate of whoever stands on the roster is unknown.
    fileprivate var lacksKnowledgeOnly: Bool {
        guard case .gap(let shortage) = state, isRostered else { return false }
        return shortage.onRoster.contains { $0.refusal == .competenceUnknown }
    }
}

extension Segment.Shortage {
    /// The reasons of those who do stand on the line.
    var onRoster: [Segment.PersonRefusal] {
        let elsewhere = Set(
            refusals.filter { refusal in
                switch refusal.refusal {
                case .notOnRoster, .onOtherLine: true
                default: false
                }
            }.map(\.person))
        return refusals.filter { !elsewhere.contains($0.person) }
    }
}

/// What the page of one week of one line shows, in words.
struct CoverageWeekPage: Sendable {
    let name: String
    let line: DutyLine
    let monday: Day
    let stretches: [Stretch]
    let people: [ID<Functionary>: Functionary]
    let showsNames: Bool

    /// Segments that read the same to a person: who counts, or why those on the roster do not.
    struct Stretch: Sendable {
        let interval: Interval
        /// Nil for a gap.
        let depth: Segment.Depth?
        let rostered: [ID<Functionary>]
        /// At the thinnest moment.
        let reserveCount: Int
        /// Of those on the line, in a gap.
        let refusals: [Segment.PersonRefusal]
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let code: Code<DutyLine> = visit.code("line")
        guard let line = try tx.lines().first(where: { $0.code == code }),
            let monday = Day(iso: visit.request.parameters["week"] ?? "")?.monday
        else { throw WebFailure.notFound }
        self.line = line
        self.monday = monday
        name = try tx.lineNames()[code] ?? code.text
        let horizon = Interval(Amsterdam.startOfDay(monday), Amsterdam.startOfDay(monday.adding(days: 7)))
        let input = try tx.coverageInput(during: horizon)
        stretches = Coverage.sweep(lines: [line], candidates: input.candidates, horizon: horizon).segments
            .reduce(into: []) { stretches, segment in stretches.add(Stretch(segment)) }
        people = input.people
        showsNames = visit.signedIn.may(.seeRefusals)
    }
}

extension CoverageWeekPage.Stretch {
    fileprivate init(_ segment: Segment) {
        switch segment.state {
        case .covered(let witnesses):
            self.init(
                interval: segment.interval, depth: witnesses.depth, rostered: witnesses.rostered,
                reserveCount: witnesses.reserveCount, refusals: [])
        case .gap(let shortage):
            self.init(
                interval: segment.interval, depth: nil, rostered: [], reserveCount: 0,
                refusals: shortage.onRoster)
        }
    }
}

extension [CoverageWeekPage.Stretch] {
    /// Lengthens the last stretch when `next` reads the same.
    fileprivate mutating func add(_ next: CoverageWeekPage.Stretch) {
        guard let last, last.depth == next.depth, last.rostered == next.rostered,
            last.refusals == next.refusals
        else {
            return append(next)
        }
        self[count - 1] = CoverageWeekPage.Stretch(
            interval: Interval(last.interval.start, next.interval.end), depth: last.depth,
            rostered: last.rostered,
            reserveCount: Swift.min(last.reserveCount, next.reserveCount), refusals: last.refusals)
    }
}
