import Domain
import Storage
import Web

/// Handing over in a deployment: what waits for a confirmation, what is missing, and a new one.
struct HandoversPage: Sendable {
    let model: DeploymentPage
    /// Newest first.
    let handovers: [HandoverCourse]
    let missing: [MissingHandover]
    let present: [CrewTime]
    /// Who may come: those who relieve, then everybody of the register.
    let candidates: [(id: ID<Functionary>, name: String)]
    let people: [ID<Functionary>: String]
    let names: [Code<CrisisFunction>: String]
    /// As the journal names whoever looks.
    let account: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        let model = try DeploymentPage(visit, tx)
        self.model = model
        handovers = try tx.handoverCourses(of: model.deployment.id).reversed()
        missing = model.missingHandovers
        account = visit.actor.journalText
        present = try tx.crewTimes(of: model.deployment.id).filter { $0.until == nil }
        let all = try tx.functionaries()
        let relieving = Set(
            try tx.reliefShifts(of: model.deployment.id)
                .filter { $0.state.counts && $0.interval.end > visit.now }.map(\.person))
        candidates =
            (all.filter { relieving.contains($0.id) } + all.filter { !relieving.contains($0.id) })
            .map { ($0.id, $0.name.full) }
        people = Dictionary(
            all.map { ($0.id, $0.name.full) }, uniquingKeysWith: { first, _ in first })
        names = Dictionary(
            model.functions.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    var path: String { "\(model.path)/overdracht" }

    /// What is so now, as a sentence.
    var heading: String {
        if let first = missing.first {
            return
                "Niet bevestigd: overdracht \(name(first.function)) van \(Dutch.time(first.dueAt)) uur"
        }
        if handovers.isEmpty { return "Er is nog niets overgedragen" }
        let open = handovers.count { !$0.value.isConfirmed }
        // What nobody confirmed before the end stays so: nobody is waited for any more.
        if open > 0, model.deployment.endedAt != nil {
            return "\(Dutch.count(open, "overdracht is", "overdrachten zijn")) niet bevestigd"
        }
        return open == 0
            ? "Elke overdracht is bevestigd"
            : "\(Dutch.count(open, "overdracht wacht", "overdrachten wachten")) op de ander"
    }

    func name(_ function: Code<CrisisFunction>) -> String { names[function] ?? function.text }

    func person(_ id: String) -> String { ID<Functionary>(id).flatMap { people[$0] } ?? "" }
}

/// One handover with all that the next must know.
struct HandoverPage: Sendable {
    let list: HandoversPage
    let handover: HandoverCourse
    let summary: HandoverSummary

    /// More changes than so many are read in the log itself.
    static let changesMax = 200

    init(_ visit: Visit, _ tx: Transaction) throws {
        list = try HandoversPage(visit, tx)
        let number = Int(visit.request.parameters["number"] ?? "")
        guard let number, let found = list.handovers.first(where: { $0.isKnown(as: number) }) else {
            throw WebFailure.notFound
        }
        handover = found
        let model = list.model
        let entries = try tx.latestEntries(
            of: model.deployment.id, since: found.value.since, limit: Self.changesMax)
        summary = HandoverSummary(
            model.state,
            entries: entries.filter { !$0.isConfidential || model.access.mayReadConfidential },
            since: found.value.since)
    }
}
