import Domain
import Storage
import Web

/// Who works in a deployment, and what its level or template asks besides.
struct DeploymentCrew: Sendable {
    let people: [(name: String, function: String)]
    /// Whom one may still write in.
    let candidates: [(id: ID<Functionary>, name: String)]
    /// Wanted and not there or asked yet.
    let difference: [Code<CrisisFunction>: Int]
    /// What the wish rests on, as a sentence.
    let basis: String
    let specialists: SpecialistCalls

    init(_ model: DeploymentPage, _ tx: Transaction) throws {
        let id = model.deployment.id
        let crew = try tx.crew(of: id)
        let functionaries = try tx.functionaries()
        let names = Dictionary(
            functionaries.map { ($0.id, $0.name.full) }, uniquingKeysWith: { first, _ in first })
        let short = Dictionary(
            model.functions.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        people = crew.map { (names[$0.person] ?? "", short[$0.function] ?? $0.function.text) }
        candidates = functionaries.map { ($0.id, $0.name.full) }
        let wanted = DeploymentTemplate.wanted(
            template: model.state.opening?.template, level: model.state.declarations.level,
            flexible: model.state.flexible)
        difference = Self.difference(wanted: wanted.functions, present: try tx.presentCounts(of: id))
        basis = wanted.basis
        specialists = try SpecialistCalls(
            template: DeploymentTemplate.find(model.state.opening?.template),
            of: model.state.municipalities, tx)
    }

    /// What is wanted and not there: at work, on the way, or asked by an alarm that still runs.
    static func difference(
        wanted: [Code<CrisisFunction>: Int], present: [Code<CrisisFunction>: Int]
    ) -> [Code<CrisisFunction>: Int] {
        wanted.reduce(into: [:]) { missing, entry in
            let count = entry.value - (present[entry.key] ?? 0)
            if count > 0 { missing[entry.key] = count }
        }
    }
}
