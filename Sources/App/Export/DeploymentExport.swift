import Domain
import Storage
import Web

/// What leaves the product about one deployment (spec I10).
enum ExportKind: String, CaseIterable, Sendable {
    case report = "verslag"
    case timeline = "tijdlijn"
    /// What the chair of the region writes to the councils after Wvr 39 was applied (Wvr 40).
    case article40 = "artikel40"
}

/// A deployment as it is written down for others: without what is confidential, and without who reached whom how.
struct DeploymentExport: Sendable {
    let kind: ExportKind
    let deployment: Deployment
    let region: String
    let state: DeploymentState
    /// By the moment at which things happened.
    let entries: [DeploymentEntry]
    /// Confidential ones are left out; how many is told.
    let hiddenCount: Int
    let groups: [NormedGroup]
    let evaluation: Evaluation?
    let aftermaths: [DeploymentAftermath]
    let shelter: ShelterStanding
    /// How many people worked, by function.
    let crew: [(function: String, people: Int)]
    let names: [Code<Municipality>: String]
    let madeAt: Instant

    init(_ kind: ExportKind, _ deployment: Deployment, at now: Instant, _ tx: Transaction) throws {
        let state = try tx.deploymentState(deployment.id)
        let all = try tx.deploymentEntries(of: deployment.id)
        let norms = try tx.normSet()
        self.kind = kind
        self.deployment = deployment
        region = try tx.region()?.name ?? ""
        self.state = state
        entries = all.filter { !$0.isConfidential }.sorted {
            ($0.occurredAt, $0.number) < ($1.occurredAt, $1.number)
        }
        hiddenCount = all.count { $0.isConfidential }
        groups = NormedGroup.groups(try tx.normedMoments(of: deployment, at: now))
        evaluation = try tx.evaluation(of: deployment.id)
        aftermaths = try tx.aftermaths(of: deployment.id)
        shelter = ShelterStanding(
            state, norms: ShelterNorms(norms, at: state.shelterDemand?.startedAt ?? deployment.openedAt))
        let functions = Dictionary(
            try tx.functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        crew = Dictionary(grouping: try tx.participations(in: deployment.id, until: now), by: \.function)
            .map { (function: functions[$0.key] ?? $0.key.text, people: Set($0.value.map(\.person)).count) }
            .sorted { $0.function < $1.function }
        names = try tx.municipalityNames()
        madeAt = now
    }

    var places: String { Dutch.list(state.municipalities.map { names[$0] ?? $0.text }) }

    var title: String {
        switch kind {
        case .report: "Verslag: \(deployment.title)"
        case .timeline: "Tijdlijn: \(deployment.title)"
        case .article40: "Verslag aan de raden (artikel 40 Wet veiligheidsregio's): \(deployment.title)"
        }
    }

    /// Article 40 follows article 39: more than local significance, in practice GRIP 4 or 5.
    var isRegional: Bool { state.declarations.highest.map { $0 >= .four } ?? false }

    /// What happened, for people who were not there: levels, decisions, messages, shelter, and facts that somebody
    /// confirmed. What was only asked, supposed or planned stays in the log.
    var course: [DeploymentEntry] {
        entries.filter { entry in
            switch entry.content {
            case .note(let note): note.kind == .fact && note.verification == .confirmed
            case .opened, .level, .flexible, .message, .alarm, .decision, .shelter, .shelterCount,
                .shelterDemand, .objection, .ended:
                true
            case .watch, .statement, .version, .copied, .action, .team, .member, .environment, .review,
                .small, .selfReliance, .handover:
                false
            }
        }
    }

    /// Decisions as they stand, each once, in the order in which they were taken.
    var decisions: [DeploymentState.Changing<DeploymentDecision>] {
        state.decisions.filter { !$0.entry.isConfidential }.sorted {
            ($0.entry.occurredAt, $0.entry.number) < ($1.entry.occurredAt, $1.entry.number)
        }
    }
}

extension Application {
    /// The report to the councils as a document that opens everywhere, or as an accessible PDF.
    ///
    /// - Returns: nil when there is no such deployment.
    /// - Throws: `PDFFault`.
    package func exportArticle40(_ text: String, asPDF: Bool) async throws -> [UInt8]? {
        let now = now()
        let paper = try await storage.read { tx -> Paper? in
            guard let id = ID<Deployment>(text), let deployment = try tx.deployment(id) else { return nil }
            return ExportPages.paper(try DeploymentExport(.article40, deployment, at: now, tx))
        }
        guard let paper else { return nil }
        return asPDF ? try await printer.pdf(of: paper) : paper.document.bytes
    }
}

extension DeploymentExport {
    /// `2026-014-artikel40.html`
    var fileName: String { "\(deployment.number)-\(kind.rawValue).html" }
}
