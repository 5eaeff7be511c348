import Domain
import Storage

/// What other features may read of budgets, keys and requests.
extension Transaction {
    /// By name, the newest first.
    func storedKeys() throws -> [StoredKey] {
        let values = try rows("SELECT cost_key, measure, municipality, value FROM cost_key_value").reduce(
            into: [ID<StoredKey>: [KeyValue]]()
        ) { values, row in
            values[try row.id("cost_key"), default: []].append(
                KeyValue(
                    measure: try row.text("measure"), municipality: Code(try row.text("municipality")),
                    value: Int64(try row.integer("value"))))
        }
        return try rows(
            """
            SELECT id, name, from_year, kind, reference_date, source, last_year, steps FROM cost_key
            ORDER BY name, from_year DESC, id DESC
            """
        ).map { row in
            let id: ID<StoredKey> = try row.id("id")
            return try StoredKey(row, id, values[id] ?? [])
        }
    }

    /// Every decision about a budget, the newest first.
    func budgets() throws -> [Budget] {
        let posts = try rows("SELECT budget, name, amount, part FROM budget_post ORDER BY budget, number")
            .reduce(
                into: [ID<Budget>: [BudgetPost]]()
            ) { posts, row in
                posts[try row.id("budget"), default: []].append(
                    BudgetPost(
                        name: try row.text("name"),
                        amount: try row.optionalInteger("amount").map { Money(cents: Int64($0)) },
                        part: try row.optionalID("part")))
            }
        return try rows(
            "SELECT id, year, day, source, key_name FROM budget ORDER BY year DESC, day DESC, recorded_at DESC, id DESC"
        ).map { row in
            let id: ID<Budget> = try row.id("id")
            return Budget(
                id: id, year: try row.integer("year"), day: try row.day("day"),
                source: try row.text("source"),
                keyName: try row.text("key_name"), posts: posts[id] ?? [])
        }
    }

    /// The budget that holds for a year: the one decided last.
    func budget(of year: Int) throws -> Budget? { try budgets().first { $0.year == year } }

    func ledgerTotals() throws -> [LedgerTotal] {
        try rows("SELECT year, month, post, amount FROM ledger_total ORDER BY year, month, post_key").map {
            row in
            LedgerTotal(
                year: try row.integer("year"), month: try row.integer("month"), post: try row.text("post"),
                amount: Money(cents: Int64(try row.integer("amount"))))
        }
    }

    /// The newest year first.
    func budgetRequests() throws -> [BudgetRequest] {
        let capacity = try rows("SELECT request, purpose, hundredths, ground FROM request_capacity").reduce(
            into: [ID<BudgetRequest>: [BudgetRequest.Capacity]]()
        ) { all, row in
            all[try row.id("request"), default: []].append(
                BudgetRequest.Capacity(
                    purpose: try row.kind("purpose"), hundredths: try row.optionalInteger("hundredths"),
                    ground: try row.text("ground")))
        }
        let order = BudgetRequest.Purpose.allCases
        return try rows("SELECT id, year, sent_on, ground FROM budget_request ORDER BY year DESC").map {
            row in
            let id: ID<BudgetRequest> = try row.id("id")
            return BudgetRequest(
                id: id, year: try row.integer("year"), sentOn: try row.day("sent_on"),
                ground: try row.text("ground"),
                capacity: order.compactMap { purpose in capacity[id]?.first { $0.purpose == purpose } })
        }
    }

    /// The oldest first.
    func requestSteps(of request: ID<BudgetRequest>) throws -> [RequestStep] {
        try rows(
            """
            SELECT id, request, municipality, state, day, note FROM request_step WHERE request = \(request)
            ORDER BY day, recorded_at, id
            """
        ).map { row in
            RequestStep(
                id: try row.id("id"), request: try row.id("request"),
                municipality: Code(try row.text("municipality")), state: try row.kind("state"),
                day: try row.day("day"), note: try row.text("note"))
        }
    }

    /// Who pays in a year, with every figure of inhabitants that is known of them.
    func costParties(in year: Int) throws -> [CostParty] {
        var inhabitants: [Code<Municipality>: [Day: Int]] = [:]
        for (municipality, population) in try populationHistory() {
            inhabitants[municipality, default: [:]][population.referenceDate] = population.inhabitants
        }
        return CostParty.parties(in: year, of: try municipalities(), inhabitants: inhabitants)
    }
}

/// One number of a key as it is stored.
struct KeyValue: Sendable {
    /// The name of the measure, or one of the marks below.
    let measure: String
    /// Empty for the weight of a measure.
    let municipality: Code<Municipality>
    let value: Int64

    /// No measure has a name that begins with a point.
    static let share = ".share"
    static let amount = ".amount"
    static let before = ".before"
}

/// As it is stored; the raw value.
enum KeyKind: String, CaseIterable, Sendable {
    case unknown, inhabitants, equal, municipalFund, historical, manual, measures, fixed
}

extension CostKey {
    var kind: KeyKind {
        switch basis {
        case nil: .unknown
        case .inhabitants: .inhabitants
        case .equal: .equal
        case .shares(.municipalFund, _): .municipalFund
        case .shares(.historical, _): .historical
        case .shares(.manual, _): .manual
        case .measures: .measures
        case .fixed: .fixed
        }
    }
}

extension StoredKey {
    fileprivate init(_ row: Row, _ id: ID<StoredKey>, _ values: [KeyValue]) throws {
        func numbers(_ measure: String) -> [Code<Municipality>: Int64] {
            let own = values.filter { $0.measure == measure && !$0.municipality.text.isEmpty }
            return Dictionary(
                own.map { ($0.municipality, $0.value) }, uniquingKeysWith: { first, _ in first })
        }
        let kind: KeyKind = try row.kind("kind")
        let day = try row.optionalDay("reference_date")
        let basis: CostKey.Basis? =
            switch kind {
            case .unknown: nil
            case .inhabitants: day.map { .inhabitants(on: $0) }
            case .equal: .equal
            case .municipalFund: .shares(.municipalFund, numbers(KeyValue.share))
            case .historical: .shares(.historical, numbers(KeyValue.share))
            case .manual: .shares(.manual, numbers(KeyValue.share))
            case .measures:
                .measures(
                    values.filter { $0.municipality.text.isEmpty }.sorted { $0.measure < $1.measure }.map {
                        CostKey.Measure(name: $0.measure, weight: $0.value, values: numbers($0.measure))
                    })
            case .fixed: .fixed(numbers(KeyValue.amount).mapValues { Money(cents: $0) })
            }
        var phaseIn: CostKey.PhaseIn?
        if let last = try row.optionalInteger("last_year"), let steps = try row.optionalInteger("steps") {
            phaseIn = CostKey.PhaseIn(before: numbers(KeyValue.before), lastYear: last, steps: steps)
        }
        self.init(
            id: id, fromYear: try row.integer("from_year"), source: try row.text("source"),
            key: CostKey(name: try row.text("name"), basis: basis, phaseIn: phaseIn))
    }
}
