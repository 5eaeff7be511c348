import Domain
import Storage
import Web

/// Functions by people at this moment (spec C6): who counts for what.
struct MatrixPage: Sendable {
    static let perPage = 50

    /// Everybody who is asked for.
    let rows: [Row]
    /// Those that somebody in the rows is designated for, in the order of the catalogue; with a function asked
    /// for, that one.
    let functions: [CrisisFunction]
    /// What may be asked for.
    let municipalities: [Municipality]
    let choices: [CrisisFunction]
    let municipality: Code<Municipality>?
    let function: Code<CrisisFunction>?
    /// A part of a name, as it was typed.
    let search: String
    /// From 1.
    let page: Int
    /// Reasons are for the planner (spec P6); others see that somebody is not deployable.
    let showsReasons: Bool
    let counts: [Competence.State: Int]
    let now: Instant
    let seesGaps: Bool
    /// Of the people on duty this week, how many pairs did something together before (*kennen*).
    let acquaintance: Acquaintances.Share?

    struct Row: Sendable {
        let person: Functionary
        /// As many as there are functions; nil where the person is not designated.
        let cells: [Competence?]
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let reach = visit.signedIn.reach(of: .seePeople)
        now = visit.now
        seesGaps = visit.signedIn.may(.seeRefusals)
        municipalities = try tx.municipalities().filter {
            $0.exists(on: visit.today) && reach.includes($0.code)
        }
        let query = visit.request.query
        let municipality = municipalities.first { $0.code.text == query["gemeente"] }?.code
        let search = String(query["zoek"].tidied.prefix(Self.searchMax))
        (self.municipality, self.search) = (municipality, search)
        showsReasons = visit.signedIn.may(.editPeople)
        let book = try tx.competenceBook()
        acquaintance =
            visit.signedIn.may(.seeRefusals) ? try tx.acquaintance(in: book, weekFrom: visit.now) : nil
        var functionsOf: [ID<Functionary>: Set<Code<CrisisFunction>>] = [:]
        for designation in try tx.designations() where designation.interval?.contains(visit.now) == true {
            functionsOf[designation.person, default: []].insert(designation.function)
        }
        let reached = try tx.functionaries().filter {
            functionsOf[$0.id] != nil && reach.includes($0.municipality)
        }
        choices = try tx.functions().held(by: reached, functionsOf)
        let function = choices.first { $0.code.text == query["functie"] }?.code
        self.function = function
        let words = search.folded.split(separator: " ")
        let people = reached.filter { person in
            if let municipality, municipality != person.municipality { return false }
            if let function, functionsOf[person.id]?.contains(function) != true { return false }
            guard !words.isEmpty else { return true }
            let name = person.name.listed.folded
            return words.allSatisfy { name.contains($0) }
        }
        functions = choices.held(by: people, functionsOf).filter { function == nil || $0.code == function }
        var counts: [Competence.State: Int] = [:]
        let codes = functions.map(\.code)
        rows = people.map { person in
            let own = functionsOf[person.id] ?? []
            let cells = codes.map { code -> Competence? in
                guard own.contains(code) else { return nil }
                let competence = book.competence(of: person, for: code, at: visit.now)
                counts[competence.state, default: 0] += 1
                return competence
            }
            return Row(person: person, cells: cells)
        }
        self.counts = counts
        page = min(max(1, Int(query["pagina"]) ?? 1), Self.pages(of: rows.count))
    }

    private static let searchMax = 100

    var total: Int { counts.values.reduce(0, +) }

    var isNarrowed: Bool { municipality != nil || function != nil || !search.isEmpty }

    var pageCount: Int { Self.pages(of: rows.count) }

    private static func pages(of count: Int) -> Int { max(1, (count + perPage - 1) / perPage) }

    /// Those of this page.
    var shown: ArraySlice<Row> { rows.dropFirst((page - 1) * Self.perPage).prefix(Self.perPage) }
}

extension [CrisisFunction] {
    /// Those that somebody is designated for.
    fileprivate func held(
        by people: [Functionary], _ functionsOf: [ID<Functionary>: Set<Code<CrisisFunction>>]
    ) -> [CrisisFunction] {
        let held = people.reduce(into: Set<Code<CrisisFunction>>()) { held, person in
            held.formUnion(functionsOf[person.id] ?? [])
        }
        return filter { held.contains($0.code) }
    }
}

extension Transaction {
    /// Of whoever has duty in the week from `now`: the pairs among all others are not looked at.
    fileprivate func acquaintance(
        in book: CompetenceBook, weekFrom now: Instant
    ) throws -> Acquaintances.Share? {
        let week = Interval(now, now.adding(minutes: 7 * 24 * 60))
        let team = Set(try duties(during: week).map(\.person))
        return Acquaintances(book.activities(of: team), optedOut: try acquaintanceOptOuts()).share(of: team)
    }
}
