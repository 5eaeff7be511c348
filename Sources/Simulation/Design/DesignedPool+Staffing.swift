import Domain

extension DesignedPool {
    /// Minutes that an unknown travel time counts for: far, because the product does not know.
    private static let unknownTravelMinutes = 120
    /// The day begins at 07:00 and ends at 23:00, Amsterdam time.
    private static let dayHours = 7..<23

    /// The model of this pool in a scenario.
    package func staffing(_ scenario: StaffingScenario, _ design: StaffingDesign) -> StaffingModel {
        let periods = periods(scenario)
        let travel = TravelRows(pool, spread: scenario.travelSpreadMinutes)
        var model = StaffingModel(
            hours: scenario.hours, shiftHours: design.shiftHours, restHours: scenario.restHours,
            weekHoursMax: scenario.weekHoursMax, extensionHoursMax: scenario.extensionHoursMax,
            noShow: Self.threshold(scenario.noShow), dropout: Self.threshold(scenario.dropout),
            people: pool.members.map { member in
                // Whoever is on duty for one function is called for another after the rest.
                StaffingModel.Person(
                    functionCount: max(1, member.functions.count), hoursBefore: member.duties.isEmpty ? 0 : 1)
            },
            posts: posts(scenario, travel), periodStarts: periods,
            periodRows: Array(periods.indices),
            availability: periods.indices.map { index in
                let end = index + 1 < periods.count ? periods[index + 1] : scenario.hours
                return availability(
                    Interval(scenario.instant(ofTick: periods[index]), scenario.instant(ofTick: end)),
                    scenario, gain: design.responseGain)
            },
            travel: travel.rows)
        model.illness = Self.threshold(scenario.illness)
        model.attemptsMax = scenario.attemptsMax
        model.attemptMinutes = scenario.attemptMinutes
        model.measure = StaffingModel.Measure(
            nightStarts: nightStarts(scenario, shift: design.shiftHours),
            acquaintances: pool.members.map(\.acquaintances))
        return model
    }

    /// Hundredths of a per cent as a threshold of 32 bits.
    static func threshold(_ share: Int) -> UInt32 {
        let whole = StaffingScenario.sharesWhole
        return UInt32(min(UInt64(UInt32.max), (UInt64(min(max(share, 0), whole)) << 32) / UInt64(whole)))
    }

    private func posts(_ scenario: StaffingScenario, _ travel: TravelRows) -> [StaffingModel.Post] {
        scenario.deployments.enumerated().flatMap { number, deployment -> [StaffingModel.Post] in
            guard let place = pool.municipalities.firstIndex(of: deployment.municipality) else { return [] }
            return pool.functions.indices.flatMap { function -> [StaffingModel.Post] in
                let row = travel.row(pool.functions[function].workplace, place)
                let norm = pool.functions[function].responseMinutesMax
                let post = StaffingModel.Post(
                    start: deployment.startHour, normMinute: 60 * deployment.startHour + (norm ?? 60),
                    travelRow: row, deployment: number,
                    tiers: tiers(function, place, norm: norm, travel: travel.rows[row]))
                return Array(repeating: post, count: pool.functions[function].wanted)
            }
        }
    }

    /// On duty for this place, then whoever can be in time, then everybody who may.
    private func tiers(
        _ function: Int, _ place: Int, norm: Int?, travel: [StaffingModel.Travel]
    ) -> [[Int]] {
        let everybody = pool.members.indices.filter { index in
            pool.members[index].functions.contains(function)
                && sharing[function][place].contains(pool.members[index].municipality)
        }
        func isInTime(_ index: Int) -> Bool {
            guard let norm else { return true }
            return travel[index].baseMinutes <= norm
        }
        let onDuty = everybody.filter { index in
            isInTime(index)
                && pool.members[index].duties.contains {
                    $0.function == function && $0.served.contains(place)
                }
        }
        return [onDuty, everybody.filter(isInTime)].filter { !$0.isEmpty } + [everybody]
    }

    private func availability(
        _ period: Interval, _ scenario: StaffingScenario, gain: Int
    ) -> [UInt32] {
        let share = response(at: period.start, scenario.response) + gain
        return pool.members.map { member in
            if member.absent.contains(where: { $0.overlaps(period) }) { return 0 }
            if member.duties.contains(where: { $0.interval.contains(period.start) }) { return .max }
            return Self.threshold(share)
        }
    }

    private func response(at start: Instant, _ response: StaffingScenario.Response) -> Int {
        let clock = Amsterdam.wallClock(at: start)
        if Holiday.isHoliday(clock.day) { return response.holiday }
        guard Self.dayHours.contains(clock.hour) else { return response.night }
        return [.saturday, .sunday].contains(clock.day.weekday) ? response.weekend : response.day
    }

    /// Ticks at which the day or the night begins on the wall clock.
    private func periods(_ scenario: StaffingScenario) -> [Int] {
        [0]
            + (1..<max(1, scenario.hours)).filter { tick in
                let now = Amsterdam.wallClock(at: scenario.instant(ofTick: tick)).hour
                let before = Amsterdam.wallClock(at: scenario.instant(ofTick: tick - 1)).hour
                return Self.dayHours.contains(now) != Self.dayHours.contains(before)
            }
    }

    /// A night shift holds more than one hour between 00:00 and 06:00 (Arbeidstijdenwet 1:7).
    private func nightStarts(_ scenario: StaffingScenario, shift: Int) -> [Bool] {
        let isNight = (0..<(scenario.hours + shift)).map { tick in
            Amsterdam.wallClock(at: scenario.instant(ofTick: tick)).hour < 6
        }
        return (0..<scenario.hours).map { tick in isNight[tick..<(tick + shift)].count { $0 } > 1 }
    }

    private struct TravelRows {
        let rows: [[StaffingModel.Travel]]
        private let centre: Int
        private let remote: Int

        init(_ pool: StaffingPool, spread: Int) {
            let places = pool.municipalities.indices.map { place in
                pool.members.map { member in
                    StaffingModel.Travel(
                        baseMinutes: pool.travelMinutes[member.base][place] ?? unknownTravelMinutes,
                        spreadMinutes: spread)
                }
            }
            rows = places + [pool.members.map { _ in .init(baseMinutes: 0, spreadMinutes: spread) }]
            centre = pool.coordinationCentre
            remote = places.count
        }

        func row(_ workplace: CrisisFunction.Workplace, _ place: Int) -> Int {
            switch workplace {
            case .scene: place
            case .coordinationCentre: centre
            case .remote, .none: remote
            }
        }
    }
}
