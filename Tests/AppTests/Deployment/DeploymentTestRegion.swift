import Domain
import Storage
import Testing

@testable import App
@testable import TestSupport

/// What tests ask of deployments in the sample region.
extension TestRegion {
    func deployment(
        in municipality: Code<Municipality> = Code("GM0613"), key: String = "inzet", exercise: Bool = false,
        at now: Instant = TestRegion.now
    ) async throws -> ID<Deployment> {
        try await change(as: "bureau", at: now) { change in
            try change.openDeployment(
                OpeningRequest(
                    key: key, title: "Brand in een flat", place: "Sporthal", municipalities: [municipality],
                    isExercise: exercise))
        }
    }

    @discardableResult
    func record(
        _ draft: EntryDraft, in id: ID<Deployment>, as name: String = "bureau",
        at now: Instant = TestRegion.now
    ) async throws -> RecordedEntry {
        try await change(as: name, at: now) { change in try change.recordEntry(draft, in: id) }
    }

    func state(_ id: ID<Deployment>) async throws -> DeploymentState {
        try await read { tx in DeploymentState(standing: try tx.standingEntries(of: id)) }
    }

    func timeline(_ id: ID<Deployment>, at instant: Instant = TestRegion.now) async throws
        -> DeploymentTimeline
    {
        try #require(try await application.deploymentTimeline(id.description, at: instant))
    }
}
