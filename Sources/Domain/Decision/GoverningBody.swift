/// A body through which papers go (*gremium*): it decides, advises, or only talks.
package struct GoverningBody: Hashable, Sendable {
    package let code: Code<GoverningBody>
    package let name: String
    package let power: Power
    /// The offices that sign, as the body calls them: "voorzitter", "secretaris".
    package let chairOffice: String
    package let secretaryOffice: String
    package let source: String

    package init(
        code: Code<GoverningBody>, name: String, power: Power, chairOffice: String, secretaryOffice: String,
        source: String
    ) {
        self.code = code
        self.name = name
        self.power = power
        self.chairOffice = chairOffice
        self.secretaryOffice = secretaryOffice
        self.source = source
    }

    /// The raw value is stored.
    package enum Power: String, CaseIterable, Sendable {
        /// May advise and talk as well.
        case decides
        /// May talk as well.
        case advises
        /// A thematic meeting: no decision is taken and no advice given.
        case discusses

        package func allows(_ role: PaperRole) -> Bool {
            switch (self, role) {
            case (.decides, _), (.advises, .advice), (_, .discussion): true
            case (.advises, .decision), (.discusses, .advice), (.discusses, .decision): false
            }
        }
    }
}

/// What a body is asked to do with a paper. The raw value is stored.
package enum PaperRole: String, CaseIterable, Sendable {
    case discussion, advice, decision
}
