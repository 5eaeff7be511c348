import Domain
import Storage
import Web

/// What each municipality pays of a year's budget, or why nobody can say.
struct Contributions: Sendable {
    /// Nil while it cannot be split.
    let parts: [DistributionPart]?
    /// Why not; empty when it can.
    let reason: String
    let keyName: String
    let stored: StoredKey?

    init(_ budget: Budget?, _ tx: Transaction) throws {
        keyName = budget?.keyName ?? ""
        guard let budget else {
            (parts, reason, stored) = (nil, "Er is geen begroting.", nil)
            return
        }
        stored = StoredKey.holding(budget.keyName, in: budget.year, of: try tx.storedKeys())
        guard let amount = budget.amount else {
            (parts, reason) = (nil, "Het bedrag is niet vastgesteld.")
            return
        }
        let key = stored?.key ?? CostKey(name: budget.keyName, basis: nil)
        let parties = try tx.costParties(in: budget.year)
        do throws(CostKeyFault) {
            (parts, reason) = (try key.split(amount, over: parties, in: budget.year), "")
        } catch {
            let names = Dictionary(
                parties.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
            (parts, reason) = (nil, error.sentence(names))
        }
    }
}

/// Every year of which something of money is known.
struct MoneyPage: Sendable {
    struct Year: Sendable {
        let year: Int
        let budget: Budget?
        let statement: BudgetStatement
        let request: BudgetRequest?
    }

    /// The newest first.
    let years: [Year]
    let keys: [StoredKey]
    let names: [Code<Municipality>: String]
    let activities: [PlanPart]
    /// By when the plan says that the next request is made.
    let requestBy: Day?
    let mayEdit: Bool
    let today: Day
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        let budgets = try tx.budgets()
        let totals = try tx.ledgerTotals()
        let requests = try tx.budgetRequests()
        let all = Set(budgets.map(\.year) + totals.map(\.year) + requests.map(\.year))
        years = all.sorted(by: >).map { year in
            let budget = budgets.first { $0.year == year }
            return Year(
                year: year, budget: budget,
                statement: BudgetStatement(budget, totals.filter { $0.year == year }),
                request: requests.first { $0.year == year })
        }
        keys = try tx.storedKeys()
        names = try tx.municipalityNames()
        let content = try tx.plans().first.flatMap { try tx.planContent($0.id) }
        activities = content?.subActivities ?? []
        requestBy = content?.plan.budget.nextRequestBy
        mayEdit = visit.signedIn.may(.editPlan)
        today = visit.today
        csrf = visit.signedIn.csrf
    }

    var heading: String {
        let year = today.parts.year
        guard let now = years.first(where: { $0.year == year }), now.budget != nil else {
            return "Voor \(year) is nog geen begroting vastgelegd"
        }
        return "Begroting \(year): \(Dutch.spent(now.statement))"
    }
}

/// One year: the budget, what was spent, and what everybody pays.
struct MoneyYearPage: Sendable {
    let year: Int
    /// Every decision about the year, the newest first; the first holds.
    let budgets: [Budget]
    let statement: BudgetStatement
    let contributions: Contributions
    /// What each paid the year before, where that could be split.
    let before: [Code<Municipality>: Money]
    let request: BudgetRequest?
    let activities: [PlanPart]
    let plan: PlanContent?
    /// Minutes worked in the year, by municipality; nil is the region's own.
    let worked: [(name: String, minutes: Int, agreedHours: Int?)]
    let workedByPart: [ID<PlanPart>: Int]
    let own: [Code<Municipality>]
    let regionName: String
    let mayEdit: Bool
    let now: Instant

    init(_ visit: Visit, _ tx: Transaction) throws {
        guard let year = Int(visit.request.parameters["year"] ?? ""), Budget.years.contains(year),
            let first = Day(year: year, month: 1, day: 1)
        else { throw WebFailure.notFound }
        self.year = year
        budgets = try tx.budgets().filter { $0.year == year }
        let totals = try tx.ledgerTotals().filter { $0.year == year }
        request = try tx.budgetRequests().first { $0.year == year }
        guard !budgets.isEmpty || !totals.isEmpty else { throw WebFailure.notFound }
        statement = BudgetStatement(budgets.first, totals)
        contributions = try Contributions(budgets.first, tx)
        let last = try Contributions(try tx.budget(of: year - 1), tx)
        before = Dictionary(
            (last.parts ?? []).map { ($0.share.code, $0.amount) }, uniquingKeysWith: { first, _ in first })
        let plan = try tx.plans().first { $0.firstDay.parts.year <= year && year <= $0.lastDay.parts.year }
        let content = try plan.flatMap { try tx.planContent($0.id) }
        self.plan = content
        activities =
            try content?.subActivities ?? tx.plans().first.flatMap { try tx.planContent($0.id) }?
            .subActivities ?? []
        let months = try tx.capacityMonths(from: first, count: 12).filter { $0.month <= visit.today }
        let names = try tx.municipalityNames()
        worked = (months.last?.rows ?? []).map { row in
            let own = months.flatMap(\.rows).filter { $0.municipality == row.municipality }
            let agreed =
                own.contains { $0.agreedHours == nil } ? nil : own.compactMap(\.agreedHours).reduce(0, +)
            return (names[row.municipality] ?? row.municipality.text, own.map(\.minutes).reduce(0, +), agreed)
        }
        workedByPart = try tx.hourEntries(from: first, through: first.adding(months: 12).adding(days: -1))
            .reduce(into: [:]) { sums, entry in
                if let part = entry.part { sums[part, default: 0] += entry.minutes }
            }
        own = visit.signedIn.municipalities
        regionName = try tx.region()?.name ?? ""
        mayEdit = visit.signedIn.may(.editPlan)
        now = visit.now
    }

    var path: String { "/geld/jaar/\(year)" }

    var heading: String { "\(year): \(Dutch.spent(statement))" }
}

/// The request for a year, with how far it came in each municipality.
struct RequestPage: Sendable {
    let request: BudgetRequest
    let budget: Budget?
    let contributions: Contributions
    let progress: RequestProgress
    let viewsThrough: Day?
    let weeks: Int?
    let names: [Code<Municipality>: String]
    let regionName: String
    let mayEdit: Bool
    let today: Day
    let now: Instant
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        let year = Int(visit.request.parameters["year"] ?? "")
        guard let request = try tx.budgetRequests().first(where: { $0.year == year }) else {
            throw WebFailure.notFound
        }
        self.request = request
        budget = try tx.budget(of: request.year)
        contributions = try Contributions(budget, tx)
        weeks = try tx.normSet().value(
            of: .requestView, for: .region, at: Amsterdam.startOfDay(request.sentOn))
        viewsThrough = request.viewsThrough(weeks: weeks)
        let places = try tx.municipalities().filter { $0.exists(on: request.sentOn) }
        names = Dictionary(places.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        progress = RequestProgress(
            municipalities: places.map(\.code), steps: try tx.requestSteps(of: request.id),
            viewsThrough: viewsThrough, today: visit.today)
        regionName = try tx.region()?.name ?? ""
        mayEdit = visit.signedIn.may(.editPlan)
        today = visit.today
        now = visit.now
        csrf = visit.signedIn.csrf
    }

    var path: String { "/geld/aanvraag/\(request.year)" }

    var heading: String {
        let done = progress.count(.processed)
        let all = progress.rows.count
        if done == all { return "Aanvraag \(request.year): in alle \(all) gemeenten verwerkt" }
        let late = progress.rows.count(where: \.isLate)
        let tail = late == 0 ? "" : ", \(late) over de termijn"
        return "Aanvraag \(request.year): in \(done) van \(all) gemeenten verwerkt\(tail)"
    }
}
