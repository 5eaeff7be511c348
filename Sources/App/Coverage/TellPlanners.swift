import Domain
import Storage
import Web

extension Change {
    /// Gaps in one mail; the rest is a number.
    private static let gapsMax = 20
    /// How far ahead the daily mail looks.
    private static let digestWeeks = 4

    /// Tells whoever keeps the roster of new gaps at once. No names: a mailbox is no safe place.
    mutating func tellPlanners(of notices: [GapNotice]) throws {
        guard let first = notices.min(by: { $0.interval.start < $1.interval.start }) else { return }
        let names = try tx.lineNames()
        let line = names[first.line] ?? first.line.text
        let others = notices.count - 1
        try mailPlanners(
            key: "gap-opened \(first.id)",
            subject: "Onbezet: \(line), \(Dutch.period(first.interval))"
                + (others == 0 ? "" : " en nog \(Dutch.count(others, "gat", "gaten"))"),
            ["Sinds zojuist is niet alles bezet:", list(notices, names)])
    }

    /// What is open for the weeks ahead, every morning that there is anything; borne risks are a number.
    mutating func tellOpenGaps(for day: String) throws {
        let ahead = Interval(now, now.adding(minutes: Self.digestWeeks * 7 * 1_440))
        let risks = try tx.risks(from: now).filter { $0.standing(at: now) == .accepted }
        let near = try tx.openGapNotices(at: now).filter { $0.interval.overlaps(ahead) }
        let open = near.filter { notice in !risks.contains { $0.bears(notice) } }
        guard !open.isEmpty else { return }
        let borne = near.count - open.count
        let rest = borne == 0 ? [] : ["Van nog \(Dutch.count(borne, "gat", "gaten")) is het risico aanvaard."]
        try mailPlanners(
            key: "gap-digest \(day)",
            subject: "\(Dutch.count(open.count, "gat", "gaten")) in de komende \(Self.digestWeeks) weken",
            ["Nog niet bezet:", list(open, try tx.lineNames())] + rest)
    }

    /// Asks the secretaries, and nobody else, whether they bear it.
    mutating func tellSecretaries(of risk: AcceptedRisk) throws {
        let line = try tx.lineNames()[risk.line] ?? risk.line.text
        for (municipality, _) in risk.answers.sorted(by: { $0.key < $1.key }) {
            for secretary in try tx.secretaries(of: municipality) {
                try queueLetter(
                    to: secretary, key: "risk-asked \(risk.id) \(secretary)",
                    subject: "Gevraagd: een risico aanvaarden, \(line)",
                    [
                        "Deze dienst is niet bezet:\n\(line), \(Dutch.period(risk.interval))",
                        "Reden: \(risk.reason)",
                        "U aanvaardt het risico of niet op de pagina Gatmeldingen.\(try gapsAddress())",
                    ])
            }
        }
    }

    private func list(_ notices: [GapNotice], _ names: [Code<DutyLine>: String]) -> String {
        let sorted = notices.sorted { ($0.interval.start, $0.line) < ($1.interval.start, $1.line) }
        let lines = sorted.prefix(Self.gapsMax).map {
            "- \(names[$0.line] ?? $0.line.text), \(Dutch.period($0.interval))"
        }
        let more = sorted.count - lines.count
        return (lines + (more > 0 ? ["- en nog \(more)"] : [])).joined(separator: "\n")
    }

    private func gapsAddress() throws -> String {
        try tx.siteAddress().map { " \($0.url("/bezetting/meldingen"))" } ?? ""
    }

    /// Whoever keeps the roster and is in the register, and the mailbox of the contact point.
    private mutating func mailPlanners(key: String, subject: String, _ paragraphs: [String]) throws {
        let paragraphs = paragraphs + ["Wat u kunt doen staat op de pagina Gatmeldingen.\(try gapsAddress())"]
        for planner in try tx.people(with: Role.allCases.filter { $0.permissions.contains(.editRoster) }) {
            try queueLetter(to: planner, key: "\(key) \(planner)", subject: subject, paragraphs)
        }
        guard let desk = try tx.contactPoint(on: Amsterdam.day(at: now)) else { return }
        try queueMail(
            QueuedMail(
                key: "\(key) \(desk.mailbox)", recipient: desk.mailbox, person: nil, subject: subject,
                text: QueuedMail.letter(to: "", paragraphs, from: desk.name)))
    }
}

extension AcceptedRisk {
    /// Whether all of what was noticed is borne.
    func bears(_ notice: GapNotice) -> Bool {
        line == notice.line && interval.contains(notice.interval)
    }
}
