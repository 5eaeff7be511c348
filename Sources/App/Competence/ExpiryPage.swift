import Domain
import Storage
import Web

/// Whose competence ends within a chosen time, first the soonest (*verloopt binnen*).
struct ExpiryPage: Sendable {
    static let choices = [30, 60, 90, 180, 365]
    static let daysUsual = 90

    let days: Int
    let rows: [Row]

    struct Row: Sendable {
        let person: Functionary
        let municipality: String
        let function: CrisisFunction
        let at: Instant
        let now: Competence
        let then: Competence
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let reach = visit.signedIn.reach(of: .editPeople)
        let asked = Int(visit.request.query["dagen"]) ?? Self.daysUsual
        days = Self.choices.contains(asked) ? asked : Self.daysUsual
        let end = Amsterdam.startOfDay(visit.today.adding(days: days + 1))
        let book = try tx.competenceBook()
        let functions = Dictionary(
            try tx.functions().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let names = Dictionary(
            try tx.municipalities().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let people = Dictionary(
            try tx.functionaries().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<[String]> = []
        rows = try tx.designations().compactMap { designation -> Row? in
            guard designation.interval?.contains(visit.now) == true,
                let person = people[designation.person], reach.includes(person.municipality),
                let function = functions[designation.function],
                seen.insert([person.id.description, function.code.text]).inserted
            else { return nil }
            let history = book.history(of: person, for: function.code)
            let present = history.competence(at: visit.now)
            guard present.isCompetent, let change = history.change(after: visit.now), change.at < end else {
                return nil
            }
            return Row(
                person: person, municipality: names[person.municipality] ?? person.municipality.text,
                function: function, at: change.at, now: present, then: change.to)
        }.sorted { ($0.at, $0.person.name.sortKey) < ($1.at, $1.person.name.sortKey) }
    }
}
