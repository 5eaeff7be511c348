import Domain
import Storage

extension Transaction {
    func insert(_ stored: StoredKey, at now: Instant) throws {
        let key = stored.key
        var day: Day?
        if case .inhabitants(let date) = key.basis { day = date }
        try execute(
            """
            INSERT INTO cost_key (id, name, from_year, kind, reference_date, source, last_year, steps, recorded_at)
            VALUES (\(stored.id), \(key.name), \(stored.fromYear), \(key.kind), \(day), \(stored.source),
                \(key.phaseIn?.lastYear), \(key.phaseIn?.steps), \(now))
            """)
        for value in key.values {
            try execute(
                """
                INSERT INTO cost_key_value (cost_key, measure, municipality, value)
                VALUES (\(stored.id), \(value.measure), \(value.municipality), \(value.value))
                """)
        }
    }

    func insert(_ budget: Budget, at now: Instant) throws {
        try execute(
            """
            INSERT INTO budget (id, year, day, source, key_name, recorded_at)
            VALUES (\(budget.id), \(budget.year), \(budget.day), \(budget.source), \(budget.keyName), \(now))
            """)
        for (index, post) in budget.posts.enumerated() {
            try execute(
                """
                INSERT INTO budget_post (budget, number, name, amount, part)
                VALUES (\(budget.id), \(index + 1), \(post.name), \(post.amount?.cents), \(post.part))
                """)
        }
    }

    /// A total of the same month and post takes the place of what stood there.
    func save(_ total: LedgerTotal, source: String) throws {
        try execute(
            """
            INSERT INTO ledger_total (year, month, post_key, post, amount, source)
            VALUES (\(total.year), \(total.month), \(total.key.post), \(total.post), \(total.amount.cents), \(source))
            ON CONFLICT (year, month, post_key)
            DO UPDATE SET post = excluded.post, amount = excluded.amount, source = excluded.source
            """)
    }

    func insert(_ request: BudgetRequest, at now: Instant) throws {
        try execute(
            """
            INSERT INTO budget_request (id, year, sent_on, ground, recorded_at)
            VALUES (\(request.id), \(request.year), \(request.sentOn), \(request.ground), \(now))
            """)
        for capacity in request.capacity {
            try execute(
                """
                INSERT INTO request_capacity (request, purpose, hundredths, ground)
                VALUES (\(request.id), \(capacity.purpose), \(capacity.hundredths), \(capacity.ground))
                """)
        }
    }

    func insert(_ step: RequestStep, at now: Instant) throws {
        try execute(
            """
            INSERT INTO request_step (id, request, municipality, state, day, note, recorded_at)
            VALUES (\(step.id), \(step.request), \(step.municipality), \(step.state), \(step.day), \(step.note), \(now))
            """)
    }
}

extension CostKey {
    /// Every number of it, as it is stored.
    fileprivate var values: [KeyValue] {
        func rows(_ measure: String, _ numbers: [Code<Municipality>: Int64]) -> [KeyValue] {
            numbers.sorted { $0.key < $1.key }.map {
                KeyValue(measure: measure, municipality: $0.key, value: $0.value)
            }
        }
        var values = phaseIn.map { rows(KeyValue.before, $0.before) } ?? []
        switch basis {
        case nil, .inhabitants, .equal: break
        case .shares(_, let shares): values += rows(KeyValue.share, shares)
        case .fixed(let amounts): values += rows(KeyValue.amount, amounts.mapValues(\.cents))
        case .measures(let measures):
            for measure in measures {
                values.append(
                    KeyValue(measure: measure.name, municipality: Code(""), value: measure.weight))
                values += rows(measure.name, measure.values)
            }
        }
        return values
    }
}
