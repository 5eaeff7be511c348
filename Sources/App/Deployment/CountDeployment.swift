import Domain
import Storage
import Web

/// What a coordinator approves after a deployment: what was learnt, and for whom it counts (spec C5, I11).
struct DeploymentCount: Sendable {
    let evaluation: String
    /// Minutes that each of them worked in it.
    let people: [ID<Functionary>: Int]
    let key: String

    /// A deployment of a month, day and night; more is a typing error.
    static let minutesMax = 31 * 24 * 60
}

enum CountRefusal: Error, Hashable, Sendable {
    /// It counts after an evaluation, however short.
    case noEvaluation
    /// Who is not in the deployment, or with a time that cannot be.
    case unknownPerson
}

extension Change {
    /// Writes down for everybody who worked in a deployment that it counts towards their competence: as an exercise
    /// when it was one. Approving again replaces what was approved before.
    ///
    /// - Throws: `CountRefusal`, `WebFailure`.
    mutating func countDeployment(_ id: ID<Deployment>, _ count: DeploymentCount) throws {
        try actor.require(.editProgramme)
        let (deployment, _) = try tx.deployment(id, for: actor)
        guard !count.evaluation.isEmpty else { throw CountRefusal.noEvaluation }
        let functions = Dictionary(grouping: try tx.crew(of: id), by: { $0.person })
            .mapValues { Set($0.map { $0.function }) }
        guard
            count.people.allSatisfy({ functions[$0] != nil && (1...DeploymentCount.minutesMax).contains($1) })
        else { throw CountRefusal.unknownPerson }
        let source = PerformedActivity.Source(.deployment, key: id.description)
        for (person, own) in functions.sorted(by: { $0.key.description < $1.key.description }) {
            guard let minutes = count.people[person] else {
                try withdrawActivity(from: source, of: person)
                continue
            }
            try recordActivity(
                ActivityDraft(
                    person: person, kind: deployment.isExercise ? .exercise : .deployment, functions: own,
                    day: Amsterdam.day(at: deployment.openedAt), minutes: minutes,
                    title: "\(deployment.number) \(deployment.title)"), from: source)
        }
        let counted = Dutch.count(count.people.count, "persoon", "mensen")
        _ = try append(
            EntryDraft(
                .note(Note(kind: .personal)),
                "Evaluatie goedgekeurd: \(count.evaluation) Telt mee voor \(counted).",
                key: count.key), to: deployment, .full)
    }
}

/// Who worked in a deployment, with what is proposed to count.
struct DeploymentCountPage: Sendable {
    struct Line: Sendable {
        let person: ID<Functionary>
        let name: String
        let functions: String
        let minutes: Int
        let isCounted: Bool
    }

    let model: DeploymentPage
    let lines: [Line]
    /// It was approved before.
    let isApproved: Bool

    init(_ visit: Visit, _ tx: Transaction) throws {
        model = try DeploymentPage(visit, tx)
        let id = model.deployment.id
        let until = model.deployment.endedAt ?? visit.now
        let usual = model.state.small?.minutes ?? max(1, until.minutes(since: model.deployment.openedAt))
        let source = PerformedActivity.Source(.deployment, key: id.description)
        let present = try tx.performedActivities(from: source)
        isApproved = !present.isEmpty
        let minutes = Dictionary(
            present.map { ($0.person, $0.minutes) }, uniquingKeysWith: { first, _ in first })
        let words = Dictionary(
            model.functions.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let crew = Dictionary(grouping: try tx.crew(of: id), by: { $0.person })
        lines = try crew.compactMap { person, functions in
            guard let functionary = try tx.functionary(person) else { return nil }
            return Line(
                person: person, name: functionary.name.full,
                functions: Dutch.list(functions.map { words[$0.function] ?? $0.function.text }),
                minutes: minutes[person] ?? min(usual, DeploymentCount.minutesMax),
                isCounted: present.isEmpty || minutes[person] != nil)
        }.sorted { ($0.name, $0.person.description) < ($1.name, $1.person.description) }
    }
}

extension DeploymentCount {
    init(_ form: DeploymentForm) {
        evaluation = form.text("evaluatie", max: EntryDraft.textMax).tidied
        key = form.fields["sleutel"]
        people = form.fields.names.reduce(into: [:]) { people, name in
            guard name.hasPrefix("telt-"), form.fields[name] == "ja",
                let person = ID<Functionary>(String(name.dropFirst("telt-".count)))
            else { return }
            people[person] = Int(form.fields["minuten-\(person)"]) ?? 0
        }
    }
}
