import Domain
import Storage

extension Transaction {
    /// What the region decided about who speaks; the proposal where it decided nothing.
    func mandateMatrix() throws -> MandateMatrix {
        MandateMatrix(
            try rows("SELECT kind, phase, speaker, needs_approval FROM mandate_rule ORDER BY kind, phase").map
            {
                row in
                MandateRule(
                    kind: try row.kind("kind"), phase: try row.kind("phase"),
                    speaker: try row.kind("speaker"),
                    needsApproval: try row.flag("needs_approval"))
            })
    }

    func save(_ rule: MandateRule) throws {
        try execute(
            """
            INSERT INTO mandate_rule (kind, phase, speaker, needs_approval)
            VALUES (\(rule.kind), \(rule.phase), \(rule.speaker), \(rule.needsApproval))
            ON CONFLICT (kind, phase)
            DO UPDATE SET speaker = excluded.speaker, needs_approval = excluded.needs_approval
            """)
    }

    /// Who declares which level, where the region decided that.
    func declarerMatrix() throws -> DeclarerMatrix {
        var allowed: [GRIPLevel: Set<Declarer>] = [:]
        for row in try rows("SELECT level, declarer FROM declarer_rule ORDER BY level, declarer") {
            guard let level = GRIPLevel(rawValue: try row.integer("level")) else {
                throw StorageFault.column("level")
            }
            allowed[level, default: []].insert(try row.kind("declarer"))
        }
        return DeclarerMatrix(allowed)
    }

    func replaceDeclarers(_ declarers: Set<Declarer>, of level: GRIPLevel) throws {
        try execute("DELETE FROM declarer_rule WHERE level = \(level.rawValue)")
        for declarer in declarers.sorted(by: { $0.rawValue < $1.rawValue }) {
            try execute(
                "INSERT INTO declarer_rule (level, declarer) VALUES (\(level.rawValue), \(declarer))")
        }
    }

    /// The own addition of a municipality to a regional task card; nil when there is none.
    func cardAnnexes(of card: String) throws -> [Code<Municipality>: String] {
        try rows("SELECT municipality, body FROM task_card_annex WHERE card = \(card) ORDER BY municipality")
            .reduce(into: [:]) { annexes, row in
                annexes[Code(try row.text("municipality"))] = try row.text("body")
            }
    }

    func saveCardAnnex(_ body: String, to card: String, of municipality: Code<Municipality>) throws {
        try execute(
            """
            INSERT INTO task_card_annex (card, municipality, body) VALUES (\(card), \(municipality), \(body))
            ON CONFLICT (card, municipality) DO UPDATE SET body = excluded.body
            """)
    }
}
