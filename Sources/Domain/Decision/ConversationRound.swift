/// A round of talks about where things stand and what is wished (*gespreksronde*), with what came out of it.
package struct ConversationRound: Hashable, Sendable {
    package let id: ID<ConversationRound>
    package let kind: Kind
    /// "Basis op orde" for a table, "Gesprekken over versterking" for interviews.
    package let title: String
    package let firstDay: Day
    package let lastDay: Day
    /// The meeting of which a table was part; nil for talks that stand by themselves.
    package let body: Code<GoverningBody>?
    /// Whoever led it, by office.
    package let chair: String
    /// With whom, by office: "gemeentesecretarissen, burgemeesters".
    package let partners: String
    /// Nil: nobody counted.
    package let partnerCount: Int?
    package let version: Int

    package init(
        id: ID<ConversationRound>, kind: Kind, title: String, firstDay: Day, lastDay: Day,
        body: Code<GoverningBody>?, chair: String, partners: String, partnerCount: Int?, version: Int
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.body = body
        self.chair = chair
        self.partners = partners
        self.partnerCount = partnerCount
        self.version = version
    }

    /// The raw value is stored.
    package enum Kind: String, CaseIterable, Sendable {
        case interviews, roundTable
    }
}

/// What several people said in a round (*rode draad*).
package struct RedThread: Hashable, Sendable {
    package let id: ID<RedThread>
    package let round: ID<ConversationRound>
    /// In a word: "vertrouwen".
    package let theme: String
    package let text: String

    package init(id: ID<RedThread>, round: ID<ConversationRound>, theme: String, text: String) {
        self.id = id
        self.round = round
        self.theme = theme
        self.text = text
    }
}
