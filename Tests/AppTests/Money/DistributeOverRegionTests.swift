import Domain
import Testing

@testable import App

@Suite struct DistributeOverRegionTests {
    private func split(_ cents: Int64, _ key: DistributionKey, _ region: String, _ day: String) throws
        -> RegionDistribution
    {
        try distribute(Money(cents: cents), by: key, over: region, on: try #require(Day(iso: day)))
    }

    @Test func `the municipalities of that day pay, those of today do not`() throws {
        let split = try split(2_500_000, .inhabitants, "VR17", "2020-01-01")
        #expect(split.parts.count == 15)
        #expect(split.parts.map(\.share.basis).reduce(0, +) == 1_323_434)
        let brielle = try #require(split.parts.first { $0.share.code.text == "GM0501" })
        #expect(brielle.share.name == "Brielle")
        #expect(brielle.amount.cents == 32_625)
        #expect(!split.parts.contains { $0.share.name == "Voorne aan Zee" })
        #expect(!split.sources.isEmpty)
    }

    @Test func `an equal split needs no figures, so it works on any day`() throws {
        let parts = try split(2_500_000, .equal, "VR17", "2023-01-01").parts
        #expect(parts.count == 13)
        #expect(parts.map(\.amount.cents).reduce(0, +) == 2_500_000)
        #expect(parts.last?.share.name == "Voorne aan Zee")
    }

    @Test(arguments: [("VR07", 15, Int64(696_625)), ("VR17", 15, 1_323_434), ("VR18", 10, 459_371)])
    func `every shipped region can be split on its inhabitants of 2020`(
        region: String, count: Int, inhabitants: Int64
    ) throws {
        let parts = try split(100_000_001, .inhabitants, region, "2020-01-01").parts
        #expect(parts.count == count)
        #expect(parts.map(\.share.basis).reduce(0, +) == inhabitants)
        #expect(parts.map(\.amount.cents).reduce(0, +) == 100_000_001)
    }

    @Test func `a day without figures is refused, with the names`() throws {
        let fault = #expect(throws: RegionDistributionFault.self) {
            try split(1, .inhabitants, "VR17", "2020-01-02")
        }
        guard case .populationUnknown(let names, let day) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(names.count == 15 && names.first == "Albrandswaard")
        #expect(day.iso == "2020-01-02")
        #expect(fault?.sentence.contains("02-01-2020") == true)
    }

    @Test func `a region that does not ship is refused`() {
        #expect(throws: RegionDistributionFault.unknownRegion("VR99")) {
            try split(1, .inhabitants, "VR99", "2020-01-01")
        }
    }
}
