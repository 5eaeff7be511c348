/// Something that the region wrote for its people (*instructie, document*), in numbered versions.
package struct RegionalDocument: Hashable, Sendable {
    package let id: ID<RegionalDocument>
    package let kind: Kind
    package let title: String
    /// Who must confirm that they read it; empty: nobody has to.
    package let readers: Set<Code<CrisisFunction>>
    /// By number; the last that has begun holds.
    package let versions: [DocumentVersion]

    package init(
        id: ID<RegionalDocument>, kind: Kind, title: String, readers: Set<Code<CrisisFunction>>,
        versions: [DocumentVersion]
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.readers = readers
        self.versions = versions
    }

    /// The raw value is stored.
    package enum Kind: String, CaseIterable, Sendable {
        case instruction, document
    }

    package func version(on day: Day) -> DocumentVersion? {
        versions.last { $0.day <= day }
    }
}

/// One version of a document or a task card.
package struct DocumentVersion: Hashable, Sendable {
    /// From 1.
    package let number: Int
    /// From when it holds.
    package let day: Day
    /// Paragraphs of a document, steps of a task card: one to a line. Empty when a file says it.
    package let text: String
    /// What is new in it.
    package let note: String

    package init(number: Int, day: Day, text: String, note: String) {
        self.number = number
        self.day = day
        self.text = text
        self.note = note
    }

    package var lines: [String] {
        text.split(whereSeparator: \.isNewline).map(String.init)
    }
}

/// That somebody said they read a version (*leesbevestiging*).
package struct ReadConfirmation: Hashable, Sendable {
    package let version: Int
    package let at: Instant

    package init(version: Int, at: Instant) {
        self.version = version
        self.at = at
    }
}

/// How somebody stands towards the version that holds.
package enum ReadingStanding: Hashable, Sendable {
    case notRead
    /// An earlier version; what is new is still to read.
    case readEarlier(ReadConfirmation)
    case read(ReadConfirmation)

    package init(_ confirmations: [ReadConfirmation], version: Int) {
        if let own = confirmations.first(where: { $0.version == version }) {
            self = .read(own)
        } else if let last = confirmations.filter({ $0.version < version }).max(by: {
            $0.version < $1.version
        }) {
            self = .readEarlier(last)
        } else {
            self = .notRead
        }
    }

    package var isRead: Bool {
        if case .read = self { true } else { false }
    }
}
