import Domain
import Testing

@testable import Simulation

@Suite struct DesignedPoolTests {
    private func candidates(_ design: StaffingDesign, function: Int = 0) -> Set<Int> {
        let prepared = PreparedDesign(SmallPool.make(), SmallPool.scenario(), design)
        return Set(prepared.model.posts[function].tiers.last ?? [])
    }

    private func places(_ people: Set<Int>) -> Set<Int> { Set(people.map { $0 / 3 }) }

    @Test func `who may help depends on how municipalities share`() {
        #expect(places(candidates(.local)) == [0])
        #expect(places(candidates(.regional)) == [0, 1, 2, 3])
        var pairs = StaffingDesign.regional
        pairs.sharing = .intermunicipal([[SmallPool.places[0], SmallPool.places[2]]])
        #expect(places(candidates(pairs)) == [0, 2])
        pairs.sharing = .intermunicipal([[SmallPool.places[1], SmallPool.places[2]]])
        #expect(places(candidates(pairs)) == [0], "wie in geen groep staat, staat alleen")
    }

    @Test func `by function each part has its own people and its own line, and no line means nobody on duty`()
    {
        var design = StaffingDesign.regional
        let parts = [Array(SmallPool.places[..<2]), Array(SmallPool.places[2...])]
        design.sharing = .byFunction([.init(function: Code("OVD"), parts: parts)])
        #expect(places(candidates(design, function: 0)) == [0, 1])
        #expect(
            places(candidates(design, function: 1)) == [0], "een gemeente zonder lijn heeft haar eigen mensen"
        )
        let pool = DesignedPool(SmallPool.make(), design).pool
        let duties = pool.members.flatMap { member in member.duties.map { (member, $0) } }
        #expect(Set(duties.map(\.1.served)) == [[0, 1], [2, 3]])
        #expect(duties.allSatisfy { $0.1.served.contains($0.0.municipality) && $0.1.function == 0 })
    }

    @Test func `whoever is on duty goes first, then who is in time, then everybody`() {
        let model = PreparedDesign(SmallPool.make(), SmallPool.scenario(), .regional).model
        // Function 0 in municipality 0, norm 30 minutes: 10, 20, 30 and 40 minutes away.
        #expect(model.posts[0].tiers == [[0], [0, 2, 3, 5, 6, 8], [0, 2, 3, 5, 6, 8, 9, 11]])
    }

    @Test func `newcomers come last, so that everybody keeps their chance`() {
        var design = StaffingDesign.regional
        design.extraPeople = [Code("OVD"): 3]
        let pool = DesignedPool(SmallPool.make(), design).pool
        #expect(pool.members.count == 15)
        #expect(pool.members.prefix(12).map(\.functions) == SmallPool.make().members.map(\.functions))
        #expect(pool.members.suffix(3).map(\.municipality) == [0, 1, 2])
        #expect(pool.members[12].acquaintances == [0, 1, 2] && pool.members[0].acquaintances == [12])
    }

    @Test func `training begins with those who are designated already`() {
        var design = StaffingDesign.regional
        design.extraCertificates = [Code("IC"): 2]
        let trained = DesignedPool(SmallPool.make(), design).pool
        #expect(trained.count(of: 1) == 6)
        #expect(trained.members[2].functions == [0, 1] && trained.members[5].functions == [0, 1])
        design.extraCertificates = [:]
        design.trainsLapsed = true
        #expect(DesignedPool(SmallPool.make(), design).pool.count(of: 1) == 8)
    }

    @Test func `two districts have two on duty, one has one and the next as backup`() {
        var design = StaffingDesign.regional
        design.districts = [Array(SmallPool.places[..<2]), Array(SmallPool.places[2...])]
        let two = DesignedPool(SmallPool.make(), design).pool
        #expect(two.members.flatMap(\.duties).count == 4)
        #expect(two.members[0].duties.first?.served == [0, 1])
        design.districts = [SmallPool.places]
        let one = DesignedPool(SmallPool.make(), design).pool
        #expect(one.members.flatMap(\.duties).count == 2)
        #expect(one.members[0].duties.first?.isBackup == false)
    }

    @Test func `absence, holidays and duty decide who can come`() throws {
        var pool = SmallPool.make()
        pool.members[3].absent = [Interval(SmallPool.start, SmallPool.start.adding(minutes: 600))]
        var scenario = SmallPool.scenario(hours: 24 * 3, response: 5000)
        scenario.response.night = 1000
        let model = DesignedPool(pool, .regional).staffing(scenario, .regional)
        // Monday 12:00, then 23:00, 07:00, 23:00, …
        #expect(model.periodStarts == [0, 11, 19, 35, 43, 59, 67])
        #expect(model.availability[0][3] == 0)
        #expect(model.availability[0][0] == .max)
        #expect(model.availability[0][1] == 1 << 31)
        #expect(model.availability[1][1] == DesignedPool.threshold(1000))
        #expect(model.availability[1][3] == DesignedPool.threshold(1000))
        let christmas = try #require(Day(iso: "2026-12-25"))
        scenario.startMilliseconds = Amsterdam.instant(christmas, hour: 12).milliseconds
        scenario.response.holiday = 0
        #expect(DesignedPool(pool, .regional).staffing(scenario, .regional).availability[0][1] == 0)
    }

    @Test func `a shift is a night shift with more than one hour between midnight and six`() {
        var scenario = SmallPool.scenario(hours: 24)
        scenario.startMilliseconds = SmallPool.start.milliseconds
        let measure = DesignedPool(SmallPool.make(), .regional).staffing(scenario, .regional).measure
        // From 12:00 in shifts of 8 hours: the first that holds two hours after midnight starts at 18:00.
        #expect(measure?.nightStarts.firstIndex(of: true) == 6)
        #expect(measure?.nightStarts[16] == true && measure?.nightStarts[17] == false)
    }
}
