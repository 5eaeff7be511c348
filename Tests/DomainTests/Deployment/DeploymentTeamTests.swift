import Testing

@testable import Domain

@Suite struct DeploymentTeamTests {
    @Test func `a care team misses what the law asks until somebody has each part`() {
        let empty = DeploymentTeam(kind: .care, name: "TBz")
        #expect(empty.missing == [.leads, .information, .communication])
        let led = DeploymentTeam(
            kind: .care, name: "TBz",
            roles: [
                .init(role: "AC-Bz", name: "A", duty: .leads),
                .init(role: "IC", name: "", duty: .information),
                .init(role: "Tolk", name: "B"),
            ])
        #expect(led.missing == [.information, .communication])
    }

    @Test func `no other team, and no team that stopped, misses anything`() {
        #expect(DeploymentTeam(kind: .other, name: "Tolken").missing.isEmpty)
        #expect(DeploymentTeam(kind: .care, name: "TBz", isActive: false).missing.isEmpty)
    }
}
