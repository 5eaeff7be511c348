import Domain
import Storage
import Web

/// What is not covered and somebody was told of, with what became of it (spec V3, V4).
struct GapNoticePage: Sendable {
    let entries: [Entry]
    let lineNames: [Code<DutyLine>: String]
    let municipalityNames: [Code<Municipality>: String]
    /// The municipalities for which the visitor may answer.
    let answersFor: Reach
    let mayAsk: Bool
    /// Names only for whoever may know why somebody does not count.
    let people: [ID<Functionary>: Functionary]
    let now: Instant

    struct Entry: Sendable {
        let notice: GapNotice
        /// The latest that was asked about this gap.
        let risk: AcceptedRisk?
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        now = visit.now
        let risks = try tx.risks(from: visit.now)
        entries = try tx.openGapNotices(at: visit.now).map { notice in
            let own = risks.filter { $0.line == notice.line && $0.interval.overlaps(notice.interval) }
            return Entry(notice: notice, risk: own.max { $0.askedAt < $1.askedAt })
        }
        lineNames = try tx.lineNames()
        municipalityNames = try tx.municipalityNames()
        answersFor = visit.signedIn.reach(of: .acceptRisks)
        mayAsk = visit.signedIn.may(.editRoster)
        people =
            visit.signedIn.may(.seeRefusals)
            ? Dictionary(
                try tx.functionaries().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }) : [:]
    }

    /// Open: nobody bears it.
    var open: [Entry] {
        entries.filter { entry in
            entry.risk.map { $0.standing(at: now) != .accepted || !$0.bears(entry.notice) } ?? true
        }
    }

    var heading: String {
        guard let first = open.first else {
            return entries.isEmpty ? "Er staan geen gaten open" : "Van elk gat is het risico aanvaard"
        }
        let line = lineNames[first.notice.line] ?? first.notice.line.text
        return "Eerste open gat: \(line), \(Dutch.period(first.notice.interval))"
    }

    /// Those of whom the visitor's answer is waited for, by municipality.
    func waiting(_ risk: AcceptedRisk) -> [Code<Municipality>] {
        guard case .asked = risk.standing(at: now) else { return [] }
        return risk.answers.filter { $0.value == .waiting && answersFor.includes($0.key) }.keys.sorted()
    }
}

/// The gap for which a risk is about to be asked.
struct RiskFormPage: Sendable {
    let notice: GapNotice
    let lineName: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        let id: ID<GapNotice> = try visit.id("id")
        guard let notice = try tx.openGapNotices(at: visit.now).first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        self.notice = notice
        lineName = try tx.lineNames()[notice.line] ?? notice.line.text
    }
}
