import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct DeputyOperationsTests {
    private func draft(
        holder: String = "burgemeester", deputy: String = "secretaris", role: Role? = .mayor, from: Int = 0,
        through: Int = 6
    ) -> DeputyDraft {
        DeputyDraft(
            holder: nil, holderText: holder, deputyText: deputy, role: role,
            firstDay: TestMoments.startDay.adding(days: from),
            lastDay: TestMoments.startDay.adding(days: through))
    }

    private func refusals(_ region: TestRegion, as name: String, _ draft: DeputyDraft) async throws
        -> [DeputyRefusal]
    {
        do {
            try await region.change(as: name) { change in _ = try change.appointDeputy(draft) }
            return []
        } catch let refusals as DeputyRefusals {
            return refusals.all
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the functional administrator and the regional office appoint, the journal says whom and when`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region async throws in
            for name in ["beheer", "bureau"] {
                #expect(try await refusals(region, as: name, draft()).isEmpty)
            }
            let record = try #require(try await region.records(of: "deputy.appointed").last)
            #expect(record.after?.contains("\"van\":\"2026-11-23\"") == true)
            #expect(record.after?.contains("\"rol\":\"mayor\"") == true)
            let deputy = try await region.signedIn("secretaris")
            #expect(record.after?.contains("\"waarnemer\":\"\(deputy.account)\"") == true)
        }
    }

    @Test(arguments: Role.allCases.filter(\.mayHaveDeputy))
    func `whoever has an approving role appoints for it, and for no other`(role: Role) async throws {
        try await TestRegion.with(.sqlite) { region async throws in
            let holder = try await region.signedIn(role.sampleName).account
            func own(_ role: Role) -> DeputyDraft {
                DeputyDraft(
                    holder: holder, holderText: "", deputyText: "functionaris", role: role,
                    firstDay: TestMoments.startDay, lastDay: TestMoments.startDay)
            }
            #expect(try await refusals(region, as: role.sampleName, own(role)).isEmpty)
            let other: Role = role == .mayor ? .board : .mayor
            let name = try await region.signedIn(role.sampleName).displayName
            #expect(try await refusals(region, as: role.sampleName, own(other)) == [.roleNotHeld(name)])
        }
    }

    @Test(arguments: ["functionaris", "auditor", "meldkamer", "secretaris"])
    func `nobody else appoints for another`(name: String) async throws {
        try await TestRegion.with(.sqlite) { region async throws in
            await #expect(throws: WebFailure.forbidden) {
                _ = try await refusals(region, as: name, draft(deputy: "ambtenaar"))
            }
            #expect(try await region.records(of: "deputy.appointed").count == 1)
        }
    }

    @Test(arguments: [Role.functionary, .controlRoom, .auditor, .functionalAdministrator])
    func `a role over rights or with a roster of its own has no deputy`(role: Role) async throws {
        try await TestRegion.with(.sqlite) { region async throws in
            let found = try await refusals(region, as: "beheer", draft(holder: role.sampleName, role: role))
            #expect(found == [.noRole])
        }
    }

    @Test func `everything that is wrong is said at once`() async throws {
        try await TestRegion.with(.sqlite) { region async throws in
            let unknown = draft(holder: "niemand", deputy: "iemand", role: nil, from: 5, through: 4)
            #expect(
                try await refusals(region, as: "beheer", unknown) == [
                    .unknownHolder("niemand"), .unknownDeputy("iemand"), .noRole, .endBeforeStart,
                ])
            #expect(try await refusals(region, as: "beheer", draft(deputy: "burgemeester")) == [.samePerson])
            #expect(try await refusals(region, as: "bureau", draft(deputy: "bureau")) == [.appointsSelf])
            #expect(try await refusals(region, as: "beheer", draft(from: -9, through: -1)) == [.past])
            #expect(try await refusals(region, as: "beheer", draft(through: 365)).isEmpty)
            #expect(try await refusals(region, as: "beheer", draft(through: 366)) == [.tooLong(daysMax: 366)])
        }
    }

    @Test func `a closed account stands in for nobody`() async throws {
        try await TestRegion.with(.sqlite) { region async throws in
            let secretary = try await region.signedIn("secretaris").account
            try await region.change(as: "beheer") { change in try change.setAccount(secretary, isOpen: false)
            }
            #expect(try await refusals(region, as: "beheer", draft()) == [.unknownDeputy("secretaris")])
        }
    }
}
