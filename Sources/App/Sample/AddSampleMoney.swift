import Domain
import Storage

extension Change {
    /// The budget of 2020 and its key as the agenda paper of 19 February 2020 gives them: one amount, and a key by
    /// its name alone. What was spent of it is in neither source.
    mutating func addSampleMoney(of plan: ActionPlan, meeting: Day) throws {
        try keepKey(
            StoredKey(
                id: newID(), fromYear: 2020, source: "", key: CostKey(name: plan.budget.keyName, basis: nil)))
        try decideBudget(
            Budget(
                id: newID(), year: 2020, day: meeting,
                source: "voorgesteld in de agendapost van 19 februari 2020",
                keyName: plan.budget.keyName,
                posts: [
                    BudgetPost(
                        name: "Bijeenkomsten, advies en communicatie", amount: plan.budget.amount)
                ]))
        // The paper asks for it by September 2020, and says that the amounts were still to be worked out.
        guard let sent = plan.budget.nextRequestBy else { return }
        try decideBudget(
            Budget(
                id: newID(), year: 2021, day: sent, source: "budgetaanvraag 2021", keyName: "",
                posts: [BudgetPost(name: "Activiteiten op regionaal niveau", amount: nil)]))
        try requestBudget(
            BudgetRequest(
                id: newID(), year: 2021, sentOn: sent,
                ground:
                    "Welke budgetten nodig zijn voor wat op regionaal niveau wordt ontwikkeld, wordt uitgewerkt.",
                capacity: []))
    }

    /// The figures of the quarter before, as the board would see them now.
    mutating func addSampleBasis() throws {
        let today = Amsterdam.day(at: now)
        let first = today.monthStart.adding(months: -((today.parts.month - 1) % 3))
        let quarter = BasisQuarter(of: first.adding(days: -1))
        try takeBasis(quarter)
        try publishBasis(quarter)
    }
}
