import Domain
import Storage
import Web

/// What a municipality still has to do about competence, the most pressing first.
struct TasksPage: Sendable {
    /// How far ahead an end is a task.
    static let daysAhead = 90

    let groups: [Group]

    struct Group: Sendable {
        let title: String
        /// What to do about it.
        let advice: String
        let tasks: [Task]
    }

    struct Task: Sendable {
        let person: Functionary
        let text: String
        let path: String
    }

    var count: Int { groups.map(\.tasks.count).reduce(0, +) }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let reach = visit.signedIn.reach(of: .editPeople)
        let people = Dictionary(
            try tx.functionaries().filter { reach.includes($0.municipality) }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let names = Dictionary(
            try tx.functions().map { ($0.code, $0.abbreviation) }, uniquingKeysWith: { first, _ in first })
        func name(_ code: Code<CrisisFunction>) -> String { names[code] ?? code.text }
        let book = try tx.competenceBook()
        let end = Amsterdam.startOfDay(visit.today.adding(days: Self.daysAhead))
        var lacking: [Task] = []
        var ending: [Task] = []
        var unknown: [Task] = []
        var papers: [Task] = []
        for designation in try tx.designations() where designation.interval?.contains(visit.now) == true {
            guard let person = people[designation.person] else { continue }
            let path = "/mensen/\(person.id)/paspoort"
            let history = book.history(of: person, for: designation.function)
            let now = history.competence(at: visit.now)
            let what = "\(name(designation.function)): \(now.sentence)"
            switch now.state {
            case .unknown: unknown.append(Task(person: person, text: what, path: path))
            case .not: lacking.append(Task(person: person, text: what, path: path))
            case .competent, .grace:
                guard let change = history.change(after: visit.now), change.at < end else { break }
                let day = Dutch.date(Amsterdam.day(at: change.at))
                ending.append(
                    Task(
                        person: person,
                        text: "\(name(designation.function)), vanaf \(day): \(change.to.sentence)", path: path
                    ))
            }
            if designation.document.isEmpty {
                papers.append(
                    Task(
                        person: person, text: "\(name(designation.function)): het besluit ontbreekt",
                        path: "/mensen/\(person.id)"))
            }
        }
        let unverified = try Self.unverified(people, name, tx)
        let open = try Self.applications(people, name, tx)
        groups = [
            Group(
                title: "Telt nu niet mee", advice: "Schrijf deze mensen in, of leg vast wat ze al deden.",
                tasks: lacking),
            Group(
                title: "Niets vastgelegd", advice: "Vraag naar het certificaat en leg het vast.",
                tasks: unknown),
            Group(
                title: "Verloopt binnen \(Self.daysAhead) dagen", advice: "Plan de herhaling nu.",
                tasks: ending),
            Group(
                title: "Bewijs nog te controleren", advice: "Kijk het bewijs na; niet van jezelf.",
                tasks: unverified),
            Group(
                title: "Open aanmeldingen", advice: "Geef antwoord of vraag het besluit van het college.",
                tasks: open),
            Group(
                title: "Aanwijzing zonder besluit",
                advice: "Vul het besluit aan; tot die tijd telt de aanwijzing.", tasks: papers),
        ].filter { !$0.tasks.isEmpty }
    }

    private static func unverified(
        _ people: [ID<Functionary>: Functionary], _ name: (Code<CrisisFunction>) -> String, _ tx: Transaction
    ) throws -> [Task] {
        let proofs = try tx.certificateProofs()
        return try tx.certificates().compactMap { certificate in
            guard let person = people[certificate.person], let proof = proofs[certificate.id],
                proof.file != nil, !proof.isVerified
            else { return nil }
            return Task(
                person: person, text: "\(name(certificate.function)): bewijs controleren",
                path: "/mensen/\(person.id)/certificaat/\(certificate.id)/bewijs")
        }
    }

    private static func applications(
        _ people: [ID<Functionary>: Functionary], _ name: (Code<CrisisFunction>) -> String, _ tx: Transaction
    ) throws -> [Task] {
        try tx.candidacies().compactMap { candidacy in
            guard candidacy.state.isOpen, let person = people[candidacy.person] else { return nil }
            return Task(
                person: person, text: "\(name(candidacy.function)): \(candidacy.state.word)",
                path: "/vakbekwaamheid/aanmeldingen")
        }
    }
}
