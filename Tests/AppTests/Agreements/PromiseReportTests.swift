import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct PromiseReportTests {
    private static let day = Amsterdam.day(at: TestRegion.now).adding(days: -30)

    /// Adds a promise of the office; without an agreement all suppliers are bound.
    @discardableResult
    private func promise(
        _ region: TestRegion, people: Int, callers: Int = 1, agreement: ID<Agreement>? = nil,
        suppliers: Set<Code<Municipality>>? = nil, within: Int? = nil
    ) async throws -> Code<Promise> {
        try await region.change(as: "bureau") { change in
            let places = Set(
                try change.tx.municipalities().filter { $0.exists(on: Self.day) }.map(\.code))
            let code = try change.nextPromiseCode()
            try change.savePromise(
                Promise(
                    id: change.newID(), code: code, agreement: agreement, function: Code("CO"),
                    people: people,
                    callers: callers, responseMinutes: within, noticeMinutes: 0, hours: .always,
                    validFrom: Self.day, validThrough: nil, suppliers: suppliers ?? places, receivers: places)
            )
            return code
        }
    }

    private func report(_ region: TestRegion) async throws -> PromiseReport {
        try await region.read { tx in try tx.promiseReport(at: TestRegion.now) }
    }

    @Test(arguments: TestEngine.allCases)
    func `the promises of the sample can be kept, and one too many breaks with those it shares people with`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let before = try await report(region)
            #expect(before.promises.count == 2)
            #expect(before.overPromised.isEmpty)
            let sample = try #require(before.promises.first { $0.promise.function == Code("CO") })
            let free = try #require(before.available[sample.promise.code])
            // As many again as there are: alone it can just be kept, together with the first it cannot.
            let all = try await promise(region, people: 1)
            let available = try #require(try await report(region).available[all])
            #expect(available >= free)
            let tooMany = try await promise(region, people: available)
            let after = try await report(region)
            let broken = try #require(after.overPromised.first)
            #expect(broken.promises.contains(tooMany))
            #expect(broken.promises.count == 2)
            #expect(broken.needed > broken.available)
            let command = try await region.application.checkPromises(on: nil)
            #expect(command.overPromised == after.overPromised)
        }
    }

    @Test func `only people of municipalities that took over the agreement are counted on`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let agreement: ID<Agreement> = try await region.change(as: "bureau") { change in
                let agreement = Agreement(id: change.newID(), theme: .pools, title: "Pool", versions: [])
                try change.addAgreement(
                    agreement, version: Agreement.Version(number: 1, day: Self.day, text: "x", source: "AB"))
                return agreement.id
            }
            let code = try await promise(region, people: 1, agreement: agreement)
            let nobody = try await report(region)
            #expect(nobody.available[code] == 0)
            #expect(nobody.overPromised.map(\.promises) == [[code]])
            try await region.change(as: "bureau") { change in
                try change.recordAdoption(
                    Adoption(
                        id: change.newID(), agreement: agreement, version: 1, municipality: own,
                        choice: .adopted, day: Self.day))
            }
            let bound = try #require(try await report(region).promises.first { $0.promise.code == code })
            #expect(bound.suppliers == [own])
        }
    }

    @Test func `people of a municipality that merged are bound by what it took over`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let old = Code<Municipality>("GM0501")
            let code = try await promise(region, people: 1, suppliers: [old])
            let bound = try #require(try await report(region).promises.first { $0.promise.code == code })
            let merged = try await region.read { tx in
                try tx.municipalities().first { $0.code == old }?.successor
            }
            #expect(bound.suppliers == Set([try #require(merged)]))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an alarm calls what was promised, and counts who came`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let code = try await promise(region, people: 2, within: 600)
            let raised = try await region.raise(TestRegion.request([("CO", 2)]))
            _ = try await region.deliverAll()
            let called = try await region.people(raised.id, .called)
            let two = Array(called.prefix(2))
            for person in two {
                _ = try await region.answer(raised.id, person, "JA 10", at: TestRegion.now.adding(minutes: 1))
            }
            for person in two {
                _ = try await region.answer(
                    raised.id, person, "AAN HET WERK", at: TestRegion.now.adding(minutes: 12))
            }
            let later = TestRegion.now.adding(minutes: 60)
            let deliveries = try await region.read { tx in
                try tx.promiseDeliveries(
                    raisedDuring: Interval(TestRegion.now, later.adding(minutes: 1)), responses: [:])
            }
            let promises = try await region.read { tx in try tx.promises() }
            let promised = try #require(promises.first { $0.code == code })
            let own = try #require(deliveries[promised.id])
            #expect(own.map(\.promised) == [2])
            #expect(own.map(\.delivered) == [2])
            let page = try await region.client("bureau").get("/afspraken/toezeggingen")
            #expect(page.status == 200)
        }
    }
}
