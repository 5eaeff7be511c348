import Testing

@testable import Domain

@Suite struct BudgetTests {
    private func budget(_ posts: [BudgetPost]) throws -> Budget {
        var random = Randomness(seed: 1)
        return Budget(
            id: random.id(at: Instant(milliseconds: 0)), year: 2026,
            day: try #require(Day(iso: "2025-12-10")),
            source: "AB", keyName: "", posts: posts)
    }

    @Test func `a budget has a total only when every post has an amount`() throws {
        let half = [
            BudgetPost(name: "Advies", amount: Money(cents: 100)), BudgetPost(name: "Huur", amount: nil),
        ]
        #expect(try budget(half).amount == nil)
        #expect(try budget([]).amount == nil)
        #expect(try budget([half[0]]).amount == Money(cents: 100))
    }

    @Test func `what the ledger calls otherwise stands outside the budget and still counts as spent`() throws
    {
        let given = try budget([BudgetPost(name: "Advies", amount: Money(cents: 1_000))])
        let statement = BudgetStatement(
            given,
            [
                LedgerTotal(year: 2026, month: 1, post: "advies", amount: Money(cents: 300)),
                LedgerTotal(year: 2026, month: 3, post: "Advies", amount: Money(cents: 900)),
                LedgerTotal(year: 2026, month: 3, post: "Koffie", amount: Money(cents: 50)),
            ])
        #expect(statement.rows.map(\.post.name) == ["Advies", "Koffie"])
        #expect(statement.rows.map(\.isOutside) == [false, true])
        #expect(statement.rows[0].left == Money(cents: -200) && statement.rows[1].left == nil)
        #expect(statement.spent == Money(cents: 1_250) && statement.left == Money(cents: -250))
        #expect(statement.months[2] == Money(cents: 950) && statement.months.count == 12)
        #expect(statement.months[1] == nil)
    }

    @Test func `while nothing was read in, no post has anything spent or left`() throws {
        let statement = BudgetStatement(
            try budget([BudgetPost(name: "Advies", amount: Money(cents: 1_000))]), [])
        #expect(statement.rows.map(\.spent) == [nil] && statement.rows.map(\.left) == [nil])
        #expect(statement.months == [Money?](repeating: nil, count: 12))
    }

    @Test func `without a budget nothing is left of it, not zero`() {
        let statement = BudgetStatement(nil, [])
        #expect(statement.amount == nil && statement.left == nil && statement.spent == nil)
    }
}
