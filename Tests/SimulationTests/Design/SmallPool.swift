import Domain

@testable import Simulation

/// Four municipalities in a row, two functions, twelve people: small enough to follow by hand.
enum SmallPool {
    static let start = Amsterdam.instant(Day.on2026Monday, hour: 12)
    static let places = ["GM1", "GM2", "GM3", "GM4"].map { Code<Municipality>($0) }

    static func make(peoplePerPlace: Int = 3) -> StaffingPool {
        let week = Interval(start, start.adding(minutes: 7 * 24 * 60))
        var members: [StaffingPool.Member] = []
        for place in 0..<4 {
            for number in 0..<peoplePerPlace {
                members.append(
                    StaffingPool.Member(
                        municipality: place, base: place, functions: [number % 2],
                        lapsed: number == 2 ? [1] : []))
            }
        }
        members[0].duties = [.init(function: 0, served: [0, 1, 2, 3], isBackup: false, interval: week)]
        return StaffingPool(
            members: members,
            functions: [
                .init(code: Code("OVD"), wanted: 1, responseMinutesMax: 30, workplace: .scene),
                .init(code: Code("IC"), wanted: 1, responseMinutesMax: 60, workplace: .remote),
            ],
            municipalities: places,
            travelMinutes: (0..<4).map { from in (0..<4).map { 10 + 10 * abs(from - $0) } },
            coordinationCentre: 0)
    }

    static func scenario(hours: Int = 24, response: Int = 10_000) -> StaffingScenario {
        StaffingScenario(
            startMilliseconds: start.milliseconds, hours: hours,
            deployments: [.init(municipality: places[0], startHour: 0)],
            response: .init(day: response, night: response, weekend: response, holiday: response), noShow: 0,
            dropout: 0, illness: 0, restHours: 11, weekHoursMax: 60, extensionHoursMax: 2, attemptsMax: 1,
            attemptMinutes: 0, travelSpreadMinutes: 1)
    }

    static func tally(
        _ pool: StaffingPool, _ scenario: StaffingScenario, _ design: StaffingDesign,
        replications: Int = 200
    ) -> ReplicationTally {
        let prepared = PreparedDesign(pool, scenario, design)
        return ReplicationTally(prepared.model, seed: 1, replications: 0..<replications)
    }
}

extension Day {
    /// Monday 23 November 2026.
    fileprivate static var on2026Monday: Day { Day(daysSince1970: 20_780) }
}

extension StaffingDesign {
    static let regional = StaffingDesign(name: "Regionaal", sharing: .regional, shiftHours: 8)
    static let local = StaffingDesign(name: "Lokaal", sharing: .local, shiftHours: 8)
}
