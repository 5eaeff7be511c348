import Domain
import Storage

extension Transaction {
    func insert(_ plan: ActionPlan) throws {
        try execute(
            """
            INSERT INTO plan (id, title, principal, occasion, objective, process, first_day, last_day, budget,
                budget_purpose, key_name, next_request_by, version)
            VALUES (\(plan.id), \(plan.title), \(plan.principal), \(plan.occasion), \(plan.objective), \(plan.process),
                \(plan.firstDay), \(plan.lastDay), \(plan.budget.amount?.cents), \(plan.budget.purpose),
                \(plan.budget.keyName), \(plan.budget.nextRequestBy), \(plan.version))
            """)
    }

    /// - Returns: false when somebody else changed it since `plan.version`.
    func update(_ plan: ActionPlan) throws -> Bool {
        try execute(
            """
            UPDATE plan SET title = \(plan.title), principal = \(plan.principal), occasion = \(plan.occasion),
                objective = \(plan.objective), process = \(plan.process), first_day = \(plan.firstDay),
                last_day = \(plan.lastDay), budget = \(plan.budget.amount?.cents),
                budget_purpose = \(plan.budget.purpose), key_name = \(plan.budget.keyName),
                next_request_by = \(plan.budget.nextRequestBy), version = version + 1
            WHERE id = \(plan.id) AND version = \(plan.version)
            """) == 1
    }

    /// Adds a part, or puts it in the place of what has its id.
    func save(_ part: PlanPart, of plan: ID<ActionPlan>) throws {
        let activity = part.activity
        let changed = try execute(
            """
            UPDATE plan_part SET number = \(part.number), title = \(part.title), text = \(part.text),
                source = \(part.source), lead = \(activity?.lead ?? ""), hours = \(activity?.hours),
                budget = \(activity?.budget?.cents), first_day = \(activity?.firstDay),
                last_day = \(activity?.lastDay), state = \(activity?.state.rawValue)
            WHERE id = \(part.id)
            """)
        if changed == 0 {
            try execute(
                """
                INSERT INTO plan_part (id, plan, kind, number, title, text, source, lead, hours, budget, first_day,
                    last_day, state)
                VALUES (\(part.id), \(plan), \(part.kind), \(part.number), \(part.title), \(part.text),
                    \(part.source), \(activity?.lead ?? ""), \(activity?.hours), \(activity?.budget?.cents),
                    \(activity?.firstDay), \(activity?.lastDay), \(activity?.state.rawValue))
                """)
        }
        try execute("DELETE FROM plan_link WHERE earlier = \(part.id)")
        for later in part.leadsTo.sorted() {
            try execute("INSERT INTO plan_link (earlier, later) VALUES (\(part.id), \(later))")
        }
        try execute("DELETE FROM plan_order WHERE part = \(part.id)")
        for earlier in (activity?.after ?? []).sorted() {
            try execute("INSERT INTO plan_order (part, after_part) VALUES (\(part.id), \(earlier))")
        }
    }

    /// Whatever pointed at it does so no longer. Versions keep it.
    func deletePlanPart(_ id: ID<PlanPart>) throws {
        try execute("DELETE FROM plan_link WHERE earlier = \(id) OR later = \(id)")
        try execute("DELETE FROM plan_order WHERE part = \(id) OR after_part = \(id)")
        try execute("DELETE FROM plan_part WHERE id = \(id)")
    }

    func insert(_ version: PlanVersion, of plan: ID<ActionPlan>, at now: Instant) throws {
        try execute(
            """
            INSERT INTO plan_version (id, plan, number, day, note, content, made_at)
            VALUES (\(version.id), \(plan), \(version.number), \(version.day), \(version.note), \(version.stored),
                \(now))
            """)
    }
}
