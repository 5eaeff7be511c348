import Domain
import Storage
import Web

/// What the page of one person shows to this visitor.
struct PersonPage: Sendable {
    let person: Functionary
    let municipality: String
    let workBase: String
    let former: [FormerEmployment]
    /// Nil when the visitor may not see private numbers.
    let channels: [ContactChannel]?
    let functions: [FunctionStanding]
    let absences: [Absence]
    let duties: [StoredDuty]
    let lineNames: [Code<DutyLine>: String]
    let mayEdit: Bool
    let isOwn: Bool
    /// Reasons about a person are for that person and the planner (spec P6); others see that somebody is not
    /// deployable.
    var showsReasons: Bool { isOwn || mayEdit }
    let now: Instant

    /// One function of the person: designation and certificates, and what they add up to now.
    struct FunctionStanding: Sendable {
        let function: CrisisFunction
        let designation: Designation
        let certificates: [Certificate]
        let competence: Competence
    }

    /// - Throws: `WebFailure.notFound` for a person of another municipality.
    init(_ id: ID<Functionary>, _ visit: Visit, _ tx: Transaction) throws {
        guard let person = try tx.functionary(id) else { throw WebFailure.notFound }
        isOwn = visit.signedIn.person == id && visit.signedIn.may(.seeOwn)
        if !isOwn { try visit.actor.require(.seePeople, for: person.municipality) }
        mayEdit =
            visit.signedIn.may(.editPeople)
            && visit.signedIn.reach(of: .editPeople).includes(person.municipality)
        self.person = person
        now = visit.now
        let municipalities = try tx.municipalities()
        municipality =
            municipalities.first { $0.code == person.municipality }?.name ?? person.municipality.text
        workBase = municipalities.first { $0.code == person.workBase }?.name ?? person.workBase.text
        former = try tx.formerEmployments(of: id)
        channels = mayEdit || isOwn ? try tx.channels(of: id) : nil
        let catalogue = try tx.functions()
        let certificates = try tx.certificates(of: id)
        let book = try tx.competenceBook(of: id)
        let byCode = Dictionary(catalogue.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        functions = try tx.designations(of: id).compactMap { designation in
            guard let function = byCode[designation.function] else { return nil }
            let papers = certificates.filter { $0.function == designation.function }
            return FunctionStanding(
                function: function, designation: designation, certificates: papers,
                competence: book.competence(of: person, for: designation.function, at: visit.now))
        }
        absences = try tx.absences(of: id, during: Interval(visit.now, .distantFuture))
        duties = try tx.duties(during: Interval(visit.now, .distantFuture), person: id)
        lineNames = try tx.lineNames()
    }
}

/// What the list of people shows.
struct PeoplePage: Sendable {
    static let rowsMax = 50

    let rows: [PersonRow]
    let count: Int
    let page: Int
    let search: PeopleSearch
    let functionsOf: [ID<Functionary>: [String]]
    let municipalities: [Municipality]
    let functions: [CrisisFunction]
    let mayEdit: Bool
    let mayImport: Bool

    var pageCount: Int { max(1, (count + Self.rowsMax - 1) / Self.rowsMax) }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let search = PeopleSearch(visit)
        self.search = search
        count = try tx.peopleCount(search)
        let last = max(1, (count + Self.rowsMax - 1) / Self.rowsMax)
        page = min(max(1, Int(visit.request.query["pagina"]) ?? 1), last)
        rows = try tx.peopleList(search, limit: Self.rowsMax, offset: (page - 1) * Self.rowsMax)
        functions = try tx.functions()
        let names = Dictionary(
            functions.map { ($0.code, $0.abbreviation) }, uniquingKeysWith: { first, _ in first })
        functionsOf = try tx.functionCodes(of: rows.map(\.id)).mapValues { codes in
            codes.compactMap { names[$0] }
        }
        municipalities = try tx.municipalities().filter {
            $0.exists(on: visit.today) && search.reach.includes($0.code)
        }
        mayEdit = visit.signedIn.may(.editPeople)
        mayImport = visit.signedIn.may(.importPeople)
    }
}

extension PeopleSearch {
    /// What the visitor may see of what the address asks for.
    init(_ visit: Visit) {
        self.init(reach: visit.signedIn.reach(of: .seePeople))
        let query = visit.request.query
        text = String(query["zoek"].prefix(PersonDraft.textMax))
        municipality = query["gemeente"].isEmpty ? nil : Code(query["gemeente"])
        function = query["functie"].isEmpty ? nil : Code(query["functie"])
    }
}
