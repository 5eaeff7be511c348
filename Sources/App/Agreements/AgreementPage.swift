import Domain
import Storage
import Web

/// What was agreed in the region, and who took it over.
struct AgreementsPage: Sendable {
    struct Entry: Sendable {
        let agreement: Agreement
        let figures: AdoptionFigures
        /// Of the visitor's own municipality; nil for who has none.
        let own: AdoptionStanding?
    }

    let entries: [Entry]
    let promises: Int
    let mayEdit: Bool
    let ownName: String?

    init(_ visit: Visit, _ tx: Transaction) throws {
        let agreements = try tx.agreements()
        let municipalities = try tx.municipalities()
        let book = AdoptionBook(
            agreements: agreements, adoptions: try tx.adoptions(), municipalities: municipalities,
            on: visit.today)
        let present = municipalities.filter { $0.exists(on: visit.today) }
        let own = visit.signedIn.municipalities.first
        entries = agreements.map { agreement in
            Entry(
                agreement: agreement,
                figures: AdoptionFigures(present.map { book.standing($0.code, agreement) }),
                own: own.map { book.standing($0, agreement) })
        }
        promises = try tx.promises().count { $0.isValid(on: visit.today) }
        mayEdit = visit.signedIn.may(.editAgreements)
        ownName = present.first { $0.code == own }?.name
    }
}

/// One agreement: its text, and every municipality's stand with its history.
struct AgreementPage: Sendable {
    struct Row: Sendable {
        let municipality: Municipality
        let standing: AdoptionStanding
        let history: [Adoption]
        /// This visitor speaks for it.
        let mayAdopt: Bool
    }

    let agreement: Agreement
    let present: Agreement.Version?
    let rows: [Row]
    let promises: [Promise]
    let mayEdit: Bool
    let csrf: String
    let today: Day

    init(_ visit: Visit, _ tx: Transaction) throws {
        let id: ID<Agreement> = try visit.id("id")
        let agreements = try tx.agreements()
        guard let agreement = agreements.first(where: { $0.id == id }) else { throw WebFailure.notFound }
        self.agreement = agreement
        present = agreement.version(on: visit.today)
        let municipalities = try tx.municipalities()
        let book = AdoptionBook(
            agreements: agreements, adoptions: try tx.adoptions(), municipalities: municipalities,
            on: visit.today)
        let reach = visit.signedIn.reach(of: .adoptAgreements)
        rows = municipalities.compactMap { municipality in
            let history = book.history(municipality.code, id)
            let exists = municipality.exists(on: visit.today)
            // One that merged keeps its history under its old name.
            guard exists || !history.isEmpty else { return nil }
            return Row(
                municipality: municipality, standing: book.standing(municipality.code, agreement),
                history: history, mayAdopt: exists && reach.includes(municipality.code))
        }
        promises = try tx.promises().filter { $0.agreement == id && $0.isValid(on: visit.today) }
        mayEdit = visit.signedIn.may(.editAgreements)
        csrf = visit.signedIn.csrf
        today = visit.today
    }

    var path: String { "/afspraken/\(agreement.id)" }

    /// The version that a municipality now takes over: the one in force, else the first that will be.
    var offered: Agreement.Version? { present ?? agreement.versions.first }

    var figures: AdoptionFigures {
        AdoptionFigures(rows.filter { $0.municipality.exists(on: today) }.map(\.standing))
    }

    /// - Throws: `WebFailure.notFound` for a municipality for which this visitor does not speak.
    func row(_ visit: Visit) throws -> Row {
        let code: Code<Municipality> = visit.code("gemeente")
        guard let row = rows.first(where: { $0.municipality.code == code && $0.mayAdopt }) else {
            throw WebFailure.notFound
        }
        return row
    }
}

/// The promises, whether they can be kept together, and how they were kept.
struct PromisesPage: Sendable {
    let report: PromiseReport
    let ended: [Promise]
    let deliveries: [ID<Promise>: DeliveryFigures]
    let functions: [Code<CrisisFunction>: String]
    let names: [Code<Municipality>: String]
    let agreements: [ID<Agreement>: Agreement]
    let mayEdit: Bool

    /// Over how many days delivery is counted.
    static let days = 365

    init(_ visit: Visit, _ tx: Transaction) throws {
        report = try tx.promiseReport(at: visit.now)
        let all = try tx.promises()
        ended = all.filter { !$0.isValid(on: visit.today) }
        let responses = Dictionary(
            all.compactMap { promise in promise.responseMinutes.map { (promise.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        let since = visit.now.adding(minutes: -Self.days * 24 * 60)
        deliveries = try tx.promiseDeliveries(
            raisedDuring: Interval(since, visit.now), responses: responses
        ).mapValues { DeliveryFigures($0) }
        functions = Dictionary(
            try tx.functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        names = try tx.municipalityNames()
        agreements = Dictionary(
            try tx.agreements().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        mayEdit = visit.signedIn.may(.editAgreements)
    }
}

/// What the form of a promise offers.
struct PromiseFormPage: Sendable {
    let functions: [CrisisFunction]
    let agreements: [Agreement]
    let municipalities: [Municipality]
    /// Nil for a new one.
    let promise: Promise?
    let csrf: String
    let today: Day

    init(_ visit: Visit, _ tx: Transaction, promise: Promise? = nil) throws {
        functions = try tx.functions()
        agreements = try tx.agreements()
        let today = visit.today
        municipalities = try tx.municipalities().filter { municipality in
            municipality.exists(on: today)
                || promise?.suppliers.contains(municipality.code) == true
                || promise?.receivers.contains(municipality.code) == true
        }
        self.promise = promise
        self.today = today
        csrf = visit.signedIn.csrf
    }
}
