import Domain
import Storage
import Web

/// A key is not kept; the first reason.
struct KeyRefusal: Error, Equatable {
    let fault: CostKeyFault
    /// Reference dates on which the inhabitants of some municipality are known, the newest first.
    let knownDays: [Day]
}

/// Why a budget or a request is not recorded.
enum BudgetFault: Error, Equatable {
    case postTwice(String)
    case inTheFuture(Day)
    /// A request needs an amount that somebody decided to ask.
    case noBudget(year: Int)
    case requestedAlready(year: Int)
}

/// A step of a request is not recorded, with every reason.
struct StepRefusal: Error, Equatable {
    let faults: [StepFault]
}

extension Change {
    /// Keeps a key as it holds from a year on. One that could not split an amount is refused now: on the page of
    /// a year nobody can mend it any more. Agreed amounts that belong to another total are kept: what they split
    /// says so then.
    ///
    /// - Throws: `KeyRefusal`.
    mutating func keepKey(_ stored: StoredKey) throws {
        try actor.require(.editPlan)
        if stored.key.basis != nil {
            let parties = try tx.costParties(in: stored.fromYear)
            let amount = stored.key.fixedTotal ?? Money(cents: 100)
            do throws(CostKeyFault) {
                _ = try stored.key.split(amount, over: parties, in: stored.fromYear)
            } catch {
                let known = Set(parties.flatMap(\.inhabitants.keys))
                throw KeyRefusal(fault: error, knownDays: known.sorted(by: >))
            }
        }
        try tx.insert(stored, at: now)
        try record(
            JournalEntry(
                "costKey.kept", "costKey", stored.id,
                after: [
                    "naam": .text(stored.key.name), "vanaf": .number(stored.fromYear),
                    "soort": .text(stored.key.kind.rawValue), "bron": .text(stored.source),
                ]))
    }

    /// Records what a year may cost; what was decided before stays on record.
    ///
    /// - Throws: `BudgetFault`.
    mutating func decideBudget(_ budget: Budget) throws {
        try actor.require(.editPlan)
        if budget.day > Amsterdam.day(at: now) { throw BudgetFault.inTheFuture(budget.day) }
        var names: Set<String> = []
        for post in budget.posts where !names.insert(post.name.foldedKey).inserted {
            throw BudgetFault.postTwice(post.name)
        }
        let before = try tx.budget(of: budget.year)
        try tx.insert(budget, at: now)
        try record(
            JournalEntry(
                "budget.decided", "budget", budget.id, before: before?.journalState,
                after: budget.journalState))
    }

    /// Writes the good rows down. What stood in the same month and post stands in the journal.
    mutating func importLedger(_ file: LedgerFile, source: String) throws -> LedgerOutcome {
        try actor.require(.editPlan)
        let outcome = try tx.ledgerOutcome(file)
        for change in outcome.changes { try tx.save(change.after, source: source) }
        try record(
            JournalEntry(
                "ledger.imported", "region", try tx.region()?.code.text ?? "",
                before: Dictionary(
                    outcome.changes.compactMap { change in
                        change.before.map { (change.after.place, .text(Dutch.money($0))) }
                    }, uniquingKeysWith: { first, _ in first }),
                after: Dictionary(
                    outcome.changes.map { ($0.after.place, .text(Dutch.money($0.after.amount))) },
                    uniquingKeysWith: { first, _ in first }
                ).merging(["bron": .text(source)]) { first, _ in first }))
        return outcome
    }

    /// Lays the budget of a coming year before the municipalities.
    ///
    /// - Throws: `BudgetFault`.
    mutating func requestBudget(_ request: BudgetRequest) throws {
        try actor.require(.editPlan)
        if request.sentOn > Amsterdam.day(at: now) { throw BudgetFault.inTheFuture(request.sentOn) }
        guard try tx.budget(of: request.year) != nil else { throw BudgetFault.noBudget(year: request.year) }
        guard !(try tx.budgetRequests().contains { $0.year == request.year }) else {
            throw BudgetFault.requestedAlready(year: request.year)
        }
        try tx.insert(request, at: now)
        try record(
            JournalEntry(
                "budget.requested", "budgetRequest", request.id,
                after: [
                    "jaar": .number(request.year), "verzonden": .day(request.sentOn),
                    "grond": .text(request.ground),
                    "fte (honderdsten)": request.hundredths.map(JournalValue.number) ?? .none,
                ]))
    }

    /// - Throws: `StepRefusal`.
    mutating func recordStep(_ step: RequestStep) throws {
        try actor.require(.editPlan)
        guard let request = try tx.budgetRequests().first(where: { $0.id == step.request }) else {
            throw WebFailure.notFound
        }
        let faults = step.faults(
            of: request, after: try tx.requestSteps(of: request.id), today: Amsterdam.day(at: now))
        guard faults.isEmpty else { throw StepRefusal(faults: faults) }
        try tx.insert(step, at: now)
        try record(
            JournalEntry(
                "budgetRequest.advanced", "budgetRequest", request.id,
                after: [
                    "gemeente": .code(step.municipality), "stand": .text(step.state.rawValue),
                    "dag": .day(step.day), "toelichting": .text(step.note),
                ]))
    }
}

/// What reading totals of a ledger would do or did.
struct LedgerOutcome: Sendable {
    struct Row: Sendable {
        let before: Money?
        let after: LedgerTotal
    }

    let file: LedgerFile
    let changes: [Row]
    /// Posts that stand in no budget of their year.
    let outside: [String]
}

extension Transaction {
    func ledgerOutcome(_ file: LedgerFile) throws -> LedgerOutcome {
        let known = Dictionary(
            try ledgerTotals().map { ($0.key, $0.amount) }, uniquingKeysWith: { first, _ in first })
        let budgets = try budgets()
        let changes = file.rows.filter { known[$0.key] != $0.amount }.map { total in
            LedgerOutcome.Row(before: known[total.key], after: total)
        }
        let outside = file.rows.filter { total in
            let budget = budgets.first { $0.year == total.year }
            return budget?.posts.contains { $0.name.foldedKey == total.key.post } != true
        }
        return LedgerOutcome(file: file, changes: changes, outside: Array(Set(outside.map(\.post))).sorted())
    }
}

extension CostKey {
    /// What agreed amounts make together; nil for every other basis.
    var fixedTotal: Money? {
        if case .fixed(let amounts) = basis { .sum(Array(amounts.values)) } else { nil }
    }
}

extension LedgerTotal {
    /// `2026-03 bijeenkomsten`
    fileprivate var place: String { "\(year)-\(month < 10 ? "0" : "")\(month) \(post)" }
}

extension Budget {
    fileprivate var journalState: [String: JournalValue] {
        [
            "jaar": .number(year), "vastgesteld op": .day(day), "bron": .text(source),
            "verdeelsleutel": .text(keyName),
            "posten": .text(
                posts.map { "\($0.name): \($0.amount.map(Dutch.money) ?? "niet vastgesteld")" }.joined(
                    separator: "; ")),
        ]
    }
}
