/// A part of the column's own picture (*eigen beeld*; the *totaalbeeld* lives in LCMS).
///
/// The first four are those of the law (Bvr 2.4.1), the rest are the column's own.
package enum PictureTheme: String, CaseIterable, Codable, Sendable {
    case incident, assistance, forecast, measures
    case victims, shelter, relocation, communication, aftermath, capacity
}

/// What somebody says is so about one topic of a theme.
package struct PictureStatement: Hashable, Codable, Sendable {
    package let theme: PictureTheme
    /// About what: two statements on one topic that say different things contradict each other.
    package let topic: String
    package let verification: Verification
    /// The notes that it comes from.
    package let from: [Int]
    /// The information coordinator decided between statements.
    package let isSettlement: Bool

    package init(
        theme: PictureTheme, topic: String, verification: Verification = .unconfirmed, from: [Int] = [],
        isSettlement: Bool = false
    ) {
        self.theme = theme
        self.topic = topic
        self.verification = verification
        self.from = from
        self.isSettlement = isSettlement
    }

    package var key: TopicKey { TopicKey(theme: theme, topic: topic.folded) }
}

/// What makes two topics the same: case, accents and spaces do not count.
package struct TopicKey: Hashable, Sendable {
    package let theme: PictureTheme
    package let topic: String
}

/// A frozen picture: everything that stood when it was made (spec I6).
package struct PictureVersion: Hashable, Codable, Sendable {
    /// As people call it: version 1, 2 …
    package let version: Int

    package init(version: Int) {
        self.version = version
    }
}

/// That a statement was taken over in LCMS by hand.
package struct PictureCopy: Hashable, Codable, Sendable {
    package let statement: Int

    package init(statement: Int) {
        self.statement = statement
    }
}

/// The column's own picture at one place in the log.
package struct OwnPicture: Hashable, Sendable {
    /// In the order of the themes, then by topic.
    package let topics: [Topic]

    package struct Topic: Hashable, Sendable {
        package let theme: PictureTheme
        package let name: String
        /// All that stand, oldest first.
        package let statements: [DeploymentEntry]

        /// Different things are said, and nobody has decided (spec I6).
        package var isContradicted: Bool { Set(statements.map(\.text.folded)).count > 1 }
    }

    /// - Parameter standing: entries that nothing has taken the place of.
    package init(standing: [DeploymentEntry]) {
        var groups: [TopicKey: [DeploymentEntry]] = [:]
        var names: [TopicKey: String] = [:]
        for entry in standing {
            guard case .statement(let statement) = entry.content else { continue }
            groups[statement.key, default: []].append(entry)
            if names[statement.key] == nil { names[statement.key] = statement.topic }
        }
        let order = Dictionary(
            PictureTheme.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        topics = groups.keys
            .sorted { (order[$0.theme] ?? 0, $0.topic) < (order[$1.theme] ?? 0, $1.topic) }
            .map { key in
                Topic(
                    theme: key.theme, name: names[key] ?? key.topic,
                    statements: (groups[key] ?? []).sorted { $0.number < $1.number })
            }
    }

    package var contradictions: [Topic] { topics.filter(\.isContradicted) }

    /// Which of the statements that somebody wants to replace really give way. What may not be replaced, or was
    /// replaced by somebody else meanwhile, stays beside the new one: nothing is lost.
    package func givingWay(
        _ wanted: [Int], to statement: PictureStatement, by author: EntryAuthor, isCoordinator: Bool
    ) -> [Int] {
        guard
            let topic = topics.first(where: {
                TopicKey(theme: $0.theme, topic: $0.name.folded) == statement.key
            })
        else { return [] }
        if statement.isSettlement, isCoordinator { return topic.statements.map(\.number) }
        return topic.statements.filter { entry in
            wanted.contains(entry.number) && (!topic.isContradicted || entry.author.account == author.account)
        }.map(\.number)
    }
}
