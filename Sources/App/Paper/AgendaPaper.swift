package import Domain
import Storage
package import Web

/// An agenda paper (*agendapost*): what a body is asked to decide about a version of a plan, with what was said of
/// it and what is asked of whom.
package struct AgendaPaper: Sendable {
    /// Of the version that is to be decided about; of the plan as it stands while it has none.
    let content: PlanContent
    /// The plan was changed after that version was made.
    let isChangedSince: Bool
    /// The newest version; nil when none was made yet.
    let version: PlanVersion?
    /// The body that is asked to decide, and when it meets; the name is empty while the plan is not on its
    /// way.
    let bodyName: String
    let day: Day?
    let agendaPoint: String
    /// What bodies said about the plan so far, with the version that lay before them.
    let said: [(body: String, outcome: PaperOutcome, label: String)]
    /// Bodies on the way before the decision.
    let advisers: [String]
    /// What each municipality is asked, hours a month, by how many of them.
    let agreements: [(hours: Int?, municipalities: Int)]
    let regionName: String
    let officeName: String
    let now: Instant

    /// - Parameter id: the newest plan when nil.
    /// - Returns: nil when there is no such plan.
    init?(_ id: ID<ActionPlan>?, _ tx: Transaction, at now: Instant) throws {
        guard let id = try id ?? tx.plans().first?.id, let current = try tx.planContent(id) else {
            return nil
        }
        self.now = now
        version = try tx.planVersions(of: id).first
        content = try version?.content() ?? current
        isChangedSince = !PlanDifference(from: content, to: current).isEmpty
        let region = try tx.region()
        regionName = region?.name ?? ""
        officeName = region?.officeName ?? "het regionaal bureau"
        let bodies = try tx.governingBodies()
        func name(_ code: Code<GoverningBody>) -> String {
            bodies.first { $0.code == code }?.name ?? code.text
        }
        let file = try tx.boardPapers(about: BoardPaper.Subject(.plan, reference: id.description)).first
            .flatMap { try tx.paperFile($0.id) }
        let decision = file?.steps.first { $0.role == .decision }
        let decided = file?.outcomes.last { $0.verdict.role == .decision }
        bodyName = decision.map { name($0.body) } ?? ""
        day = decided?.day ?? decision?.plannedOn
        agendaPoint = decided?.agendaPoint ?? ""
        advisers = (file?.steps ?? []).filter { $0.role == .advice }.map { name($0.body) }
        said = (file?.outcomes ?? []).filter { $0.verdict.role == .advice }.map { outcome in
            (name(outcome.body), outcome, file?.version(outcome.version)?.label ?? "")
        }
        // What was agreed when the plan began, by the municipalities of that day: after a merger the paper
        // stays true.
        let start = max(content.plan.firstDay, day ?? content.plan.firstDay)
        let norms = try tx.normSet()
        let hours = try tx.municipalities().filter { $0.exists(on: start) }.map { place in
            norms.value(of: .planHours, for: .municipality(place.code), at: Amsterdam.startOfDay(start))
        }
        agreements = Dictionary(grouping: hours) { $0 }.map {
            (hours: $0.key, municipalities: $0.value.count)
        }
        .sorted { ($0.hours ?? -1) < ($1.hours ?? -1) }
    }

    /// Hours a month of all together; nil while one of them has no number.
    var hoursTogether: Int? {
        let products = agreements.map { agreement in agreement.hours.map { $0 * agreement.municipalities } }
        return products.isEmpty || products.contains(nil) ? nil : products.compactMap(\.self).reduce(0, +)
    }

    /// The plan with the version that is to be decided about.
    var subject: String { "Plan van aanpak \(content.plan.title)" }

    /// For a command and a printer.
    package var paper: Paper {
        Paper(
            kind: "Agendapost", title: subject, regionName: regionName, made: now,
            body: AgendaPaperPages.body(self, isPaper: true))
    }
}

extension Application {
    /// The agenda paper of a plan, the newest when none is named; nil when there is none.
    package func agendaPaper(of plan: ID<ActionPlan>?) async throws -> Paper? {
        let now = now()
        return try await storage.read { tx in try AgendaPaper(plan, tx, at: now)?.paper }
    }
}
