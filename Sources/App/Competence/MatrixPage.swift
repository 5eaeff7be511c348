import Domain
import Storage
import Web

/// Functions by people at this moment (spec C6): who counts for what.
struct MatrixPage: Sendable {
    let rows: [Row]
    /// Those that somebody in the rows is designated for, in the order of the catalogue.
    let functions: [CrisisFunction]
    let municipalities: [Municipality]
    let municipality: Code<Municipality>?
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
        let asked = visit.request.query["gemeente"]
        let municipality = municipalities.first { $0.code.text == asked }?.code
        self.municipality = municipality
        showsReasons = visit.signedIn.may(.editPeople)
        let book = try tx.competenceBook()
        acquaintance =
            visit.signedIn.may(.seeRefusals) ? try tx.acquaintance(in: book, weekFrom: visit.now) : nil
        var functionsOf: [ID<Functionary>: Set<Code<CrisisFunction>>] = [:]
        for designation in try tx.designations() where designation.interval?.contains(visit.now) == true {
            functionsOf[designation.person, default: []].insert(designation.function)
        }
        let people = try tx.functionaries().filter { person in
            functionsOf[person.id] != nil && reach.includes(person.municipality)
                && municipality.map { $0 == person.municipality } ?? true
        }
        let held = people.reduce(into: Set<Code<CrisisFunction>>()) { held, person in
            held.formUnion(functionsOf[person.id] ?? [])
        }
        functions = try tx.functions().filter { held.contains($0.code) }
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
    }

    var total: Int { counts.values.reduce(0, +) }
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
