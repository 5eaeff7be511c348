/// What bevolkingszorg may cost together in one year (*gebundelde begroting*), as decided on one day. A later
/// decision about the same year takes its place; the earlier one stays on record.
package struct Budget: Hashable, Sendable {
    package let id: ID<Budget>
    package let year: Int
    /// When it was decided.
    package let day: Day
    /// The decision or paper in which it stands.
    package let source: String
    /// The key by its name; empty: not established.
    package let keyName: String
    package let posts: [BudgetPost]

    package init(
        id: ID<Budget>, year: Int, day: Day, source: String, keyName: String, posts: [BudgetPost]
    ) {
        self.id = id
        self.year = year
        self.day = day
        self.source = source
        self.keyName = keyName
        self.posts = posts
    }

    /// Nil while nobody established one of the amounts.
    package var amount: Money? {
        posts.isEmpty || posts.contains { $0.amount == nil } ? nil : .sum(posts.compactMap(\.amount))
    }

    /// Years that a budget can be about.
    package static let years = 2000...2100
    package static let postsMax = 40
}

/// One purpose of a budget (*post*); the ledger counts by the same name.
package struct BudgetPost: Hashable, Sendable {
    package let name: String
    /// Nil: not established.
    package let amount: Money?
    /// For which sub-activity of the plan; nil when it is for none, or for several.
    package let part: ID<PlanPart>?

    package init(name: String, amount: Money?, part: ID<PlanPart>? = nil) {
        self.name = name
        self.amount = amount
        self.part = part
    }
}

/// What was spent on one post in one month, as the ledger says.
package struct LedgerTotal: Hashable, Sendable {
    package let year: Int
    /// 1 to 12.
    package let month: Int
    package let post: String
    package let amount: Money

    package init(year: Int, month: Int, post: String, amount: Money) {
        self.year = year
        self.month = month
        self.post = post
        self.amount = amount
    }

    package var key: Key { Key(year: year, month: month, post: post.foldedKey) }

    package struct Key: Hashable, Sendable {
        package let year: Int
        package let month: Int
        package let post: String
    }
}

/// A budget beside what was spent of it.
package struct BudgetStatement: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package let post: BudgetPost
        /// Nil while no total of the year was read in.
        package let spent: Money?
        /// Stands in the ledger and not in the budget.
        package let isOutside: Bool

        /// Negative when more was spent than was allowed; nil when nobody said how much that is, or what was spent.
        package var left: Money? { post.amount.flatMap { amount in spent.map { amount - $0 } } }
    }

    package let amount: Money?
    /// The posts of the budget in its own order, then those outside it by name.
    package let rows: [Row]
    /// By month, 1 to 12; nil where no total was read in.
    package let months: [Money?]

    package init(_ budget: Budget?, _ totals: [LedgerTotal]) {
        let spent = Dictionary(grouping: totals) { $0.post.foldedKey }
        let posts = budget?.posts ?? []
        let known = Set(posts.map(\.name.foldedKey))
        func sum(_ key: String) -> Money? {
            totals.isEmpty ? nil : .sum((spent[key] ?? []).map(\.amount))
        }
        let inside = posts.map { Row(post: $0, spent: sum($0.name.foldedKey), isOutside: false) }
        let outside = spent.filter { !known.contains($0.key) }.map { key, totals in
            Row(post: BudgetPost(name: totals[0].post, amount: nil), spent: sum(key), isOutside: true)
        }
        amount = budget?.amount
        rows = inside + outside.sorted { $0.post.name.foldedKey < $1.post.name.foldedKey }
        self.spent = totals.isEmpty ? nil : .sum(totals.map(\.amount))
        months = (1...12).map { month in
            let amounts = totals.filter { $0.month == month }.map(\.amount)
            return amounts.isEmpty ? nil : .sum(amounts)
        }
    }

    /// Nil while no total was read in: that nothing was spent is not known then.
    package let spent: Money?
    package var left: Money? { amount.flatMap { amount in spent.map { amount - $0 } } }
}
