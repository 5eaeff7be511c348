import Domain
import TestSupport
import Testing

@testable import App

@Suite struct AccountTests {
    private let schiedam = Code<Municipality>("GM0606")
    private let rotterdam = Code<Municipality>("GM0599")

    private func somebody(_ grants: [RoleGrant]) throws -> SignedIn {
        SignedIn(
            account: try #require(ID("01a13951-6cc0-7bc6-846c-9661bc721227")), displayName: "Anna",
            person: nil,
            grants: grants, csrf: "", mustChangePassword: false)
    }

    @Test func `a municipal role reaches its own municipality only`() throws {
        let official = try somebody([RoleGrant(role: .crisisOfficial, municipality: schiedam)])
        #expect(official.may(.editPeople))
        #expect(official.reach(of: .editPeople).includes(schiedam))
        #expect(!official.reach(of: .editPeople).includes(rotterdam))
    }

    @Test func `two municipal roles reach both, a regional one everywhere`() throws {
        let two = [schiedam, rotterdam].map { RoleGrant(role: .crisisOfficial, municipality: $0) }
        #expect(try somebody(two).reach(of: .editPeople) == .municipalities([schiedam, rotterdam]))
        #expect(try somebody(two).municipalities == [rotterdam, schiedam])
        let office = two + [RoleGrant(role: .regionalOffice, municipality: nil)]
        #expect(try somebody(office).reach(of: .editPeople) == .region)
    }

    @Test func `a permission of one role does not borrow the reach of another`() throws {
        let mixed = try somebody([
            RoleGrant(role: .crisisOfficial, municipality: schiedam),
            RoleGrant(role: .board, municipality: nil),
        ])
        #expect(mixed.reach(of: .seeCoverage) == .region)
        #expect(mixed.reach(of: .editPeople) == .municipalities([schiedam]))
    }

    @Test func `without a role nothing is reached`() throws {
        let nobody = try somebody([])
        #expect(Permission.allCases.allSatisfy { !nobody.may($0) })
        #expect(nobody.reach(of: .seePeople) == .municipalities([]))
    }
}
