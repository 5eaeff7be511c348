import Domain
import Storage
import Web

extension API {
    static let coverage: [APIOperation] = [
        .one(
            "/bezetting", needs: .permission(.seeCoverage), scope: .readCoverage,
            .init(
                id: "leesBezetting", group: .coverage, summary: "Hoe de piketlijnen bezet zijn, in minuten",
                explanation: "Zonder begin: vanaf de maandag van deze week."),
            parameters: [APIParameter.firstDay.described, APIParameter.weeks.described],
            of: CoverageResource.schema
        ) { call, tx in CoverageResource(try tx.coverageReport(during: call.horizon(tx))) },
        .list(
            "/bezettingsgaten", needs: .permission(.seeCoverage), scope: .readCoverage,
            .init(
                id: "leesBezettingsgaten", group: .coverage,
                summary: "De gaten in de bezetting, het eerste eerst",
                explanation: "Redenen alleen voor wie ze per persoon mag weten."),
            parameters: [
                APIParameter.firstDay.described, APIParameter.weeks.described, APIParameter.ofLine.described,
                APIParameter.limit.described, APIParameter.gapsRead.described,
            ], of: GapResource.schema
        ) { call, tx in
            let line = call[.ofLine]
            let gaps = try tx.coverageReport(during: call.horizon(tx)).gaps.filter {
                line == nil || $0.line.code == line
            }
            let read = call[.gapsRead] ?? 0
            let showsReasons = call.signedIn.may(.seeRefusals)
            return APIPage(
                gaps.dropFirst(read).prefix(call.limit).map { GapResource($0, showsReasons: showsReasons) },
                next: gaps.count > read + call.limit ? "\(read + call.limit)" : nil)
        },
        .one(
            "/functionarissen/{functionarisId}/inzetbaarheid", needs: .signedIn, scope: .readPersonal,
            .init(
                id: "leesInzetbaarheid", group: .coverage,
                summary: "Waarom iemand op een moment wel of niet meetelt",
                explanation: "Voor de functionaris zelf en wie hem of haar mag wijzigen."),
            parameters: [APIParameter.person.described, APIParameter.moment.described], of: WhyResource.schema
        ) { call, tx in
            WhyResource(
                try WhyPage(of: try call.path(.person), at: call[.moment] ?? call.now, call.visit, tx))
        },
    ]
}

extension APICall {
    /// Whole weeks from a Monday, as the pages show them.
    fileprivate func horizon(_ tx: Transaction) throws -> Interval {
        let first = (self[.firstDay] ?? visit.today).monday
        let weeks = try self[.weeks] ?? tx.normSet().number(of: .coverageHorizon, at: now)
        return Interval(weeks: weeks, from: first)
    }
}

extension APIParameter where Value == Day {
    static let firstDay = APIParameter.query("begindatum", .day, "Een dag in de eerste week.")
}

extension APIParameter where Value == Int {
    static let weeks = APIParameter.query(
        "weken", .integer(1...104), "Hoeveel weken; zonder deze zo ver als de norm vooruitkijkt.")
    static let gapsRead = APIParameter.query("na", .integer(0...100_000), "Hoeveel gaten al zijn gelezen.")
}

extension APIParameter where Value == Instant {
    static let moment = APIParameter.query("tijdstip", .instant, "Het moment; zonder deze nu.")
}

struct CoverageResource: Hashable, Sendable {
    let begin: Instant
    let end: Instant
    let posts: Int
    let minutes: Int
    let rosteredMinutes: Int
    let coveredMinutes: Int
    let oneOutMinutes: Int
    let twoOutMinutes: Int
    let gapCount: Int

    static let schema = Schema<CoverageResource>.object(
        "Bezetting", "De bezetting van alle piketlijnen samen; minuten zijn opgeteld over de lijnen.",
        Property("beginTijdstip", \.begin, .instant, "Vanaf."),
        Property("eindTijdstip", \.end, .instant, "Tot."),
        Property("posten", \.posts, .count, "Aantal piketlijnen."),
        Property("minuten", \.minutes, .count, "Alle minuten van alle lijnen."),
        Property(
            "minutenOpRooster", \.rosteredMinutes, .count, "Genoeg mensen ingeroosterd, vakbekwaam of niet."),
        Property("minutenBezet", \.coveredMinutes, .count, "Genoeg mensen die aan alle regels voldoen."),
        Property("minutenBijEenUitval", \.oneOutMinutes, .count, "Ook bezet als één mens uitvalt."),
        Property("minutenBijTweeUitval", \.twoOutMinutes, .count, "Ook bezet als twee mensen uitvallen."),
        Property("gaten", \.gapCount, .count, "Aantal gaten."),
        make: CoverageResource.init)
}

extension CoverageResource {
    init(_ report: CoverageReport) {
        let figures = report.coverage.figures
        self.init(
            begin: report.coverage.horizon.start, end: report.coverage.horizon.end, posts: figures.posts,
            minutes: figures.minutes, rosteredMinutes: figures.rosteredMinutes,
            coveredMinutes: figures.coveredMinutes, oneOutMinutes: figures.oneOutMinutes,
            twoOutMinutes: figures.twoOutMinutes, gapCount: report.gaps.count)
    }
}

struct GapResource: Hashable, Sendable {
    let line: Code<DutyLine>
    let begin: Instant
    let end: Instant
    let missing: Int
    /// Nil when the caller may not know reasons of people.
    let reasons: [Reason]?

    struct Reason: Hashable, Sendable {
        let person: ID<Functionary>
        let code: String
        let sentence: String
        let begin: Instant
        let end: Instant

        static let schema = Schema<Reason>.object(
            "Reden", "Waarom iemand niet meetelt.",
            Property("functionarisId", \.person, .id(of: Functionary.self), "Wie."),
            Property("reden", \.code, .anyText, "Vaste naam van de reden."),
            Property("toelichting", \.sentence, .anyText, "De reden in woorden."),
            Property("beginTijdstip", \.begin, .instant, "Vanaf."),
            Property("eindTijdstip", \.end, .instant, "Tot."),
            make: Reason.init)
    }

    static let schema = Schema<GapResource>.object(
        "Bezettingsgat", "Een aaneengesloten tijd waarin een piketlijn mensen mist.",
        Property("piketlijn", \.line, .lineCode, "De lijn."),
        Property("beginTijdstip", \.begin, .instant, "Vanaf."),
        Property("eindTijdstip", \.end, .instant, "Tot."),
        Property("ontbrekendAantal", \.missing, .count, "Hoeveel mensen ontbreken."),
        Property(
            "redenen", \.reasons, Schema.list(of: Reason.schema, countMax: 100_000).orNull(),
            "Waarom wie is aangewezen niet meetelt; null als deze sleutel het niet mag weten."),
        make: GapResource.init)
}

extension GapResource {
    init(_ gap: CoverageReport.Gap, showsReasons: Bool) {
        self.init(
            line: gap.line.code, begin: gap.interval.start, end: gap.interval.end, missing: gap.missing,
            reasons: showsReasons
                ? gap.reasons.map { reason in
                    Reason(
                        person: reason.person, code: reason.refusalCode, sentence: reason.sentence,
                        begin: reason.interval.start, end: reason.interval.end)
                } : nil)
    }
}

/// "Waarom (niet) ik?" for one person and moment.
struct WhyResource: Hashable, Sendable {
    let person: ID<Functionary>
    let moment: Instant
    let lines: [LineAnswer]

    struct LineAnswer: Hashable, Sendable {
        let line: String
        let counts: Bool
        let refusals: [String]

        static let schema = Schema<LineAnswer>.object(
            "InzetbaarheidOpLijn", "Of iemand op een lijn meetelt.",
            Property("piketlijn", \.line, .anyText, "Naam van de lijn."),
            Property("isInzetbaar", \.counts, .boolean, "Of de functionaris meetelt."),
            Property("redenen", \.refusals, .list(of: .scalar(.anyText), countMax: 100), "Waarom niet."),
            make: LineAnswer.init)
    }

    static let schema = Schema<WhyResource>.object(
        "Inzetbaarheid", "Waarom een functionaris op een moment wel of niet meetelt.",
        Property("functionarisId", \.person, .id(of: Functionary.self), "Wie."),
        Property("tijdstip", \.moment, .instant, "Het moment."),
        Property(
            "lijnen", \.lines, .list(of: LineAnswer.schema, countMax: 1000),
            "Elke lijn van de eigen functies."),
        make: WhyResource.init)
}

extension WhyResource {
    init(_ page: WhyPage) {
        self.init(
            person: page.person.id, moment: page.moment,
            lines: page.answers.map { answer in
                LineAnswer(
                    line: answer.line, counts: answer.refusals.isEmpty,
                    refusals: answer.refusals.map(\.sentence))
            })
    }
}
