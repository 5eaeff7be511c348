import Domain
import Storage

/// What other features may read of agreements and promises.
extension Transaction {
    /// By theme and then title.
    func agreements() throws -> [Agreement] {
        let byAgreement = try Dictionary(
            grouping: rows(
                """
                SELECT agreement, number, day, text, source FROM agreement_version ORDER BY agreement, number
                """), by: { try $0.text("agreement") })
        return try rows("SELECT id, theme, title FROM agreement ORDER BY theme, title, id").map { row in
            Agreement(
                id: try row.id("id"), theme: try row.kind("theme"), title: try row.text("title"),
                versions: try (byAgreement[try row.text("id")] ?? []).map { row in
                    Agreement.Version(
                        number: try row.integer("number"), day: try row.day("day"),
                        text: try row.text("text"), source: try row.text("source"))
                })
        }
    }

    /// Of every agreement and municipality, in the order in which they were recorded.
    func adoptions() throws -> [Adoption] {
        try rows(
            """
            SELECT id, agreement, version, municipality, choice, deviation, harm, ground, day FROM agreement_adoption
            ORDER BY agreement, municipality, number
            """
        ).map { row in
            Adoption(
                id: try row.id("id"), agreement: try row.id("agreement"), version: try row.integer("version"),
                municipality: Code(try row.text("municipality")),
                choice: Adoption.Choice(
                    try row.kind("choice"), deviation: try row.text("deviation"),
                    harm: Adoption.Harm(try row.kind("harm"), ground: try row.text("ground"))),
                day: try row.day("day"))
        }
    }

    /// All of them, those that ended too, by code.
    func promises() throws -> [Promise] {
        let parties = try Dictionary(
            grouping: rows("SELECT promise, side, municipality FROM promise_party"),
            by: { try $0.text("promise") })
        func side(_ side: PromiseSide, _ rows: [Row]) throws -> Set<Code<Municipality>> {
            Set(
                try rows.filter { try $0.text("side") == side.rawValue }.map {
                    Code(try $0.text("municipality"))
                })
        }
        return try rows(
            """
            SELECT id, code, agreement, function, people, callers, response_minutes, notice_minutes, weekdays,
                from_minute, to_minute, valid_from, valid_through, version
            FROM promise ORDER BY LENGTH(code), code
            """
        ).map { row in
            let own = parties[try row.text("id")] ?? []
            let weekdays = try row.text("weekdays").compactMap { $0.wholeNumberValue }
            return Promise(
                id: try row.id("id"), code: Code(try row.text("code")),
                agreement: try row.optionalID("agreement"),
                function: Code(try row.text("function")), people: try row.integer("people"),
                callers: try row.integer("callers"),
                responseMinutes: try row.optionalInteger("response_minutes"),
                noticeMinutes: try row.integer("notice_minutes"),
                hours: PromiseHours(
                    weekdays: Set(weekdays.compactMap(Weekday.init(rawValue:))),
                    fromMinute: try row.integer("from_minute"), toMinute: try row.integer("to_minute")),
                validFrom: try row.day("valid_from"), validThrough: try row.optionalDay("valid_through"),
                suppliers: try side(.supplier, own), receivers: try side(.receiver, own),
                version: try row.integer("version"))
        }
    }

    /// The promises that hold on `day`, with the suppliers who took over the agreement behind them. A municipality that
    /// took the place of others is bound by what they took over (Wet arhi: their agreements stay until it decides).
    func boundPromises(on day: Day) throws -> [BoundPromise] {
        let promises = try promises().filter { $0.isValid(on: day) }
        // Most regions have none, and every alarm asks.
        guard !promises.isEmpty else { return [] }
        let book = AdoptionBook(
            agreements: try agreements(), adoptions: try adoptions(), municipalities: try municipalities(),
            on: day)
        return promises.map { promise in
            let bound = promise.suppliers.filter { code in
                promise.agreement.map { book.binds(code, to: $0) } ?? true
            }
            let receivers = Set(promise.receivers.map(book.present))
            return BoundPromise(
                promise: promise.with(receivers: receivers), suppliers: Set(bound.map(book.present)))
        }
    }
}

/// Who stands where towards which agreement on a day.
struct AdoptionBook {
    private let agreements: [ID<Agreement>: Agreement]
    private let adoptions: [String: [Adoption]]
    private let municipalities: [Code<Municipality>: Municipality]
    private let day: Day

    init(agreements: [Agreement], adoptions: [Adoption], municipalities: [Municipality], on day: Day) {
        self.agreements = Dictionary(
            agreements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.adoptions = Dictionary(grouping: adoptions) { Self.key($0.municipality, $0.agreement) }
        self.municipalities = Dictionary(
            municipalities.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        self.day = day
    }

    private static func key(_ code: Code<Municipality>, _ agreement: ID<Agreement>) -> String {
        "\(code) \(agreement)"
    }

    func history(_ code: Code<Municipality>, _ agreement: ID<Agreement>) -> [Adoption] {
        adoptions[Self.key(code, agreement)] ?? []
    }

    func standing(_ code: Code<Municipality>, _ agreement: Agreement) -> AdoptionStanding {
        AdoptionStanding(
            history(code, agreement.id), version: agreement.version(on: day)?.number ?? 1, on: day)
    }

    func binds(_ code: Code<Municipality>, to id: ID<Agreement>) -> Bool {
        guard let agreement = agreements[id], agreement.version(on: day) != nil else { return false }
        let own = standing(present(code), agreement)
        // Its own word goes before that of those it took the place of.
        return own == .notYet ? standing(code, agreement).binds : own.binds
    }

    /// The municipality that it became, when it is no more; chains of mergers are followed.
    func present(_ code: Code<Municipality>) -> Code<Municipality> {
        var present = code
        for _ in municipalities {
            guard let municipality = municipalities[present], !municipality.exists(on: day),
                let successor = municipality.successor
            else { break }
            present = successor
        }
        return present
    }
}

extension Promise {
    fileprivate func with(receivers: Set<Code<Municipality>>) -> Promise {
        Promise(
            id: id, code: code, agreement: agreement, function: function, people: people, callers: callers,
            responseMinutes: responseMinutes, noticeMinutes: noticeMinutes, hours: hours,
            validFrom: validFrom,
            validThrough: validThrough, suppliers: suppliers, receivers: receivers, version: version)
    }
}

/// How a party of a promise is stored.
enum PromiseSide: String, Sendable {
    case supplier, receiver
}

/// How a choice is stored.
enum AdoptionKind: String, CaseIterable, Sendable {
    case adopted, deviates, withdrawn
}

/// How a judgement of local tailoring is stored.
enum HarmKind: String, CaseIterable, Sendable {
    case notJudged, harmless, harmful
}

extension Adoption.Choice {
    init(_ kind: AdoptionKind, deviation: String, harm: Adoption.Harm) {
        self =
            switch kind {
            case .adopted: .adopted
            case .deviates: .deviates(deviation, harm: harm)
            case .withdrawn: .withdrawn
            }
    }

    var kind: AdoptionKind {
        switch self {
        case .adopted: .adopted
        case .deviates: .deviates
        case .withdrawn: .withdrawn
        }
    }

    /// Empty when it does not deviate.
    var deviation: String {
        if case .deviates(let text, _) = self { text } else { "" }
    }

    var harm: Adoption.Harm {
        if case .deviates(_, let harm) = self { harm } else { .notJudged }
    }
}

extension Adoption.Harm {
    init(_ kind: HarmKind, ground: String) {
        self =
            switch kind {
            case .notJudged: .notJudged
            case .harmless: .harmless(ground: ground)
            case .harmful: .harmful(ground: ground)
            }
    }

    var kind: HarmKind {
        switch self {
        case .notJudged: .notJudged
        case .harmless: .harmless
        case .harmful: .harmful
        }
    }

    var ground: String {
        switch self {
        case .notJudged: ""
        case .harmless(let ground), .harmful(let ground): ground
        }
    }
}
