/// One entry of a deployment, with the three moments that a log must keep apart (spec I5).
package struct DeploymentEntry: Hashable, Sendable {
    package let id: ID<DeploymentEntry>
    /// Its place in the deployment, from 1, without holes.
    package let number: Int
    /// The action, decision, statement or message that it is about, through all its changes.
    package let thing: ID<DeploymentThing>?
    package let content: EntryContent
    package let text: String
    /// When it happened.
    package let occurredAt: Instant
    /// When the author heard it.
    package let receivedAt: Instant
    /// When it was written down here; never before that of the entry before it.
    package let recordedAt: Instant
    package let author: EntryAuthor
    /// Who said it.
    package let source: String
    package let isConfidential: Bool
    /// The entry that took its place; nil while it stands.
    package let supersededBy: Int?
    /// By which entry it came into the picture, or was set aside; only for a note.
    package let processedBy: Int?

    package init(
        id: ID<DeploymentEntry>, number: Int, thing: ID<DeploymentThing>?, content: EntryContent,
        text: String,
        occurredAt: Instant, receivedAt: Instant, recordedAt: Instant, author: EntryAuthor, source: String,
        isConfidential: Bool, supersededBy: Int?, processedBy: Int?
    ) {
        self.id = id
        self.number = number
        self.thing = thing
        self.content = content
        self.text = text
        self.occurredAt = occurredAt
        self.receivedAt = receivedAt
        self.recordedAt = recordedAt
        self.author = author
        self.source = source
        self.isConfidential = isConfidential
        self.supersededBy = supersededBy
        self.processedBy = processedBy
    }
}

/// Somebody who writes in a deployment.
package struct EntryAuthor: Hashable, Sendable {
    /// As it stands in the journal.
    package let account: String
    package let name: String
    /// In which function they wrote; nil without one.
    package let function: String?

    package init(account: String, name: String, function: String?) {
        self.account = account
        self.name = name
        self.function = function
    }

    /// A deputy is themself, whoever they stand in for.
    package func isOfSame(as account: String) -> Bool {
        self.account.split(separator: " ").first == account.split(separator: " ").first
    }

    /// `A. Jansen (OvD-Bz)`
    package var text: String { function.map { "\(name) (\($0))" } ?? name }
}

/// What entries are about: only its identity.
package enum DeploymentThing {}

/// What a note in the log is (domain.md §8).
package struct Note: Hashable, Codable, Sendable {
    package let kind: Kind
    package let verification: Verification
    /// The entry that it corrects; that one stays as it was.
    package let corrects: Int?
    /// Notes that it takes into the picture, or says that the picture needs nothing of.
    package let setsAside: [Int]

    package init(
        kind: Kind = .fact, verification: Verification = .unconfirmed, corrects: Int? = nil,
        setsAside: [Int] = []
    ) {
        self.kind = kind
        self.verification = verification
        self.corrects = corrects
        self.setsAside = setsAside
    }

    package enum Kind: String, CaseIterable, Codable, Sendable {
        case fact, assumption, question, communication, publicWarning, personal

        /// Whether the picture must take it in or set it aside within the norm (Bvr 2.4.2).
        package var isForPicture: Bool { self == .fact || self == .assumption }
    }
}

/// How sure somebody is (domain.md §8).
package enum Verification: String, CaseIterable, Codable, Sendable {
    case unconfirmed, confirmed, refuted
}
