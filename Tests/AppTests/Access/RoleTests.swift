import Testing

@testable import App

@Suite struct RoleTests {
    private func roles(with permission: Permission) -> Set<Role> {
        Set(Role.allCases.filter { $0.permissions.contains(permission) })
    }

    @Test(arguments: Permission.allCases)
    func `every permission is somebody's, and some address asks for it or some rule looks at it`(
        permission: Permission
    ) {
        #expect(!roles(with: permission).isEmpty)
        // These decide what a page shows or an operation lets through, not who may open it.
        let onPages: Set<Permission> = [
            .seeOwn, .seeDuty, .seeDutyNumbers, .seeRefusals, .manageDeputies,
            .seeDeployments, .openDeployments, .recordDeployments, .seeConfidential, .settlePictures,
            .keepAftermath,
        ]
        let asked = Routes.all.contains { $0.needs == .permission(permission) }
        #expect(asked || onPages.contains(permission))
    }

    @Test func `the planner plans, and nobody else`() {
        #expect(roles(with: .editRoster) == [.regionalOffice])
        #expect(roles(with: .seeRefusals) == [.regionalOffice])
    }

    @Test func `private numbers are for the planner and the control room`() {
        #expect(roles(with: .seeDutyNumbers) == [.regionalOffice, .controlRoom])
    }

    @Test func `who manages accounts or audits sees no content`() {
        #expect(
            Role.functionalAdministrator.permissions == [
                .manageAccounts, .manageWork, .manageDeputies, .manageChannels,
            ])
        #expect(roles(with: .manageChannels) == [.functionalAdministrator])
        #expect(Role.auditor.permissions == [.seeJournal])
        #expect(roles(with: .manageAccounts) == [.functionalAdministrator])
        #expect(roles(with: .seeJournal) == [.auditor])
    }

    @Test func `administrators see figures and no people`() {
        for role in [Role.board, .portfolioHolder, .mayor] {
            #expect(role.permissions.contains(.seeCoverage))
            #expect(role.permissions.isDisjoint(with: [.seePeople, .editPeople, .seeRefusals]))
        }
    }

    @Test func `who edits people may see them`() {
        for role in Role.allCases where role.permissions.contains(.editPeople) {
            #expect(role.permissions.contains(.seePeople))
        }
    }

    @Test func `every role has a word and a sign-in name of its own`() {
        #expect(Set(Role.allCases.map(\.word)).count == Role.allCases.count)
        #expect(Set(Role.allCases.map(\.sampleName)).count == Role.allCases.count)
    }
}
