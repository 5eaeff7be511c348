import Domain
import Storage

/// What other features may read of plans of action.
extension Transaction {
    /// Every plan, the newest first.
    func plans() throws -> [ActionPlan] {
        try rows(
            """
            SELECT id, title, principal, occasion, objective, process, first_day, last_day, budget, budget_purpose,
                key_name, next_request_by, version
            FROM plan ORDER BY first_day DESC, id DESC
            """
        ).map(ActionPlan.init)
    }

    /// A plan as it stands now; nil when there is none.
    func planContent(_ id: ID<ActionPlan>) throws -> PlanContent? {
        let plan = try row(
            """
            SELECT id, title, principal, occasion, objective, process, first_day, last_day, budget, budget_purpose,
                key_name, next_request_by, version
            FROM plan WHERE id = \(id)
            """
        ).map(ActionPlan.init)
        guard let plan else { return nil }
        let links = try pairs(
            """
            SELECT l.earlier AS one, l.later AS other FROM plan_link l JOIN plan_part p ON p.id = l.earlier
            WHERE p.plan = \(id)
            """)
        let orders = try pairs(
            """
            SELECT o.part AS one, o.after_part AS other FROM plan_order o JOIN plan_part p ON p.id = o.part
            WHERE p.plan = \(id)
            """)
        let parts = try rows(
            """
            SELECT id, kind, number, title, text, source, lead, hours, budget, first_day, last_day, state
            FROM plan_part WHERE plan = \(id) ORDER BY kind, number, id
            """
        ).map { row in
            let part: ID<PlanPart> = try row.id("id")
            return try PlanPart(row, leadsTo: links[part] ?? [], after: orders[part] ?? [])
        }
        return PlanContent(plan: plan, parts: parts)
    }

    private func pairs(_ statement: SQL) throws -> [ID<PlanPart>: Set<ID<PlanPart>>] {
        try rows(statement).reduce(into: [:]) { pairs, row in
            pairs[try row.id("one"), default: []].insert(try row.id("other"))
        }
    }

    /// The versions of a plan, the newest first.
    func planVersions(of id: ID<ActionPlan>) throws -> [PlanVersion] {
        try rows(
            """
            SELECT id, number, day, note, content FROM plan_version WHERE plan = \(id)
            ORDER BY made_at DESC, id DESC
            """
        ).map { row in
            PlanVersion(
                id: try row.id("id"), number: try row.text("number"), day: try row.day("day"),
                note: try row.text("note"), stored: try row.text("content"))
        }
    }
}

/// A plan as it was when somebody gave it a number: what a body decides about.
struct PlanVersion: Sendable {
    let id: ID<PlanVersion>
    /// As it stands on the document: `0.3`.
    let number: String
    let day: Day
    let note: String
    /// As `StoredPlan` writes it.
    let stored: String

    /// - Throws: when what was stored is no plan, which only a broken database can cause.
    func content() throws -> PlanContent { try StoredPlan.read(stored) }
}

extension ActionPlan {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), title: try row.text("title"), principal: try row.text("principal"),
            occasion: try row.text("occasion"), objective: try row.text("objective"),
            process: try row.text("process"), firstDay: try row.day("first_day"),
            lastDay: try row.day("last_day"),
            budget: Budget(
                amount: try row.optionalInteger("budget").map { Money(cents: Int64($0)) },
                purpose: try row.text("budget_purpose"), keyName: try row.text("key_name"),
                nextRequestBy: try row.optionalDay("next_request_by")),
            version: try row.integer("version"))
    }
}

extension PlanPart {
    fileprivate init(_ row: Row, leadsTo: Set<ID<PlanPart>>, after: Set<ID<PlanPart>>) throws {
        let kind: Kind = try row.kind("kind")
        var activity: SubActivity?
        if kind == .subActivity {
            activity = SubActivity(
                lead: try row.text("lead"), hours: try row.optionalInteger("hours"),
                budget: try row.optionalInteger("budget").map { Money(cents: Int64($0)) },
                firstDay: try row.optionalDay("first_day"), lastDay: try row.optionalDay("last_day"),
                state: try row.kind("state"), after: after)
        }
        self.init(
            id: try row.id("id"), kind: kind, number: try row.integer("number"), title: try row.text("title"),
            text: try row.text("text"), source: try row.text("source"), leadsTo: leadsTo, activity: activity)
    }
}
