/// The best shifts of one person at given prices: a dynamic program over days.
///
/// State: work still to do × weekends still allowed × shifts left of capped kinds × how the last days went.
/// Kinds that may follow, and be followed by, the same kinds and last as long are one class: only the
/// cheapest of a class matters on a day. A cap enters the state only where an answer without it breaks it
/// (decremental state space; Righini and Salani, 2008), so the value stays a lower bound at any time and is
/// exact when the answer keeps every cap.
struct ShiftPricing: Sendable {
    let rules: ShiftRules
    let periods: Int
    private let starts: [Int]
    /// What one step of the work count is, in minutes.
    private let unit: Int
    private let work: ClosedRange<Int>

    init(_ person: RosterProblem.Person, rules: ShiftRules, periods: Int) {
        self.rules = rules
        self.periods = periods
        starts = person.starts(periods: periods)
        unit = max(1, rules.kinds.reduce(0) { Self.commonDivisor($0, $1.minutes) })
        let most = rules.minutes.upperBound / unit
        work = min((rules.minutes.lowerBound + unit - 1) / unit, most)...most
    }

    private static func commonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : commonDivisor(b, a % b) }

    /// Tables beyond so many numbers take longer than they help; the cap that would make them is left out.
    private static let tableMax = 60_000_000

    /// - Parameter prices: price of each choice, ascending by index; infinite forbids it.
    func cheapest(_ prices: [Double], tasks: [Int], room: inout PricingRoom) -> PersonPrice {
        var capped: [Int] = []
        while true {
            let plan = ShiftPlan(rules, capped: capped, work: work.upperBound, unit: unit)
            let found = solve(plan, prices, tasks, &room)
            let kept = found.filter { breaks($0.choices, tasks) == nil }
            let bound = found.first?.value ?? .infinity
            guard let first = found.first, let broken = breaks(first.choices, tasks),
                !capped.contains(broken),
                plan.size * (rules.kinds[broken].max + 1) * (periods + 1) <= Self.tableMax
            else { return PersonPrice(bound: bound, rosters: kept) }
            capped.append(broken)
        }
    }

    /// The kind whose cap a roster breaks most.
    private func breaks(_ choices: [Int32], _ tasks: [Int]) -> Int? {
        var counts = [Int](repeating: 0, count: rules.kinds.count)
        for choice in choices { counts[tasks[Int(choice)]] += 1 }
        let over = counts.indices.max { counts[$0] - rules.kinds[$0].max < counts[$1] - rules.kinds[$1].max }
        return over.flatMap { counts[$0] > rules.kinds[$0].max ? $0 : nil }
    }

    private func solve(
        _ plan: ShiftPlan, _ prices: [Double], _ tasks: [Int], _ room: inout PricingRoom
    ) -> [(value: Double, choices: [Int32])] {
        let classes = plan.classes.count
        room.ready(table: plan.size * (periods + 1), prices: periods * classes)
        for index in 0..<periods * classes { room.price[index] = .infinity }
        for day in 0..<periods {
            for choice in starts[day]..<starts[day + 1] {
                let cell = day * classes + plan.classOf[tasks[choice]]
                if prices[choice] < room.price[cell] {
                    room.price[cell] = prices[choice]
                    room.choice[cell] = Int32(choice)
                }
            }
        }
        fill(plan, &room)
        var found: [(value: Double, choices: [Int32])] = []
        let first = plan.index(
            mode: plan.rested, weekends: rules.maxWeekends, caps: plan.capSize - 1, work: 0)
        for amount in work {
            let value = room.table[first + amount]
            if value < .infinity { found.append((value, walk(plan, room, amount))) }
        }
        return found.sorted { $0.value < $1.value }
    }

    private func fill(_ plan: ShiftPlan, _ room: inout PricingRoom) {
        let width = plan.work + 1
        let prices = room.price
        room.table.withUnsafeMutableBufferPointer { table in
            let end = plan.size * periods
            for index in 0..<plan.size { table[end + index] = index % width == 0 ? 0 : .infinity }
            for day in stride(from: periods - 1, through: 0, by: -1) {
                let here = plan.size * day
                let after = here + plan.size
                let workMost = min(plan.work, (periods - day) * plan.longest)
                for mode in plan.modes.indices {
                    for weekends in 0...rules.maxWeekends {
                        for caps in 0..<plan.capSize {
                            let row = here + plan.index(mode: mode, weekends: weekends, caps: caps, work: 0)
                            if let off = plan.afterRest(mode, day: day) {
                                let from =
                                    after + plan.index(mode: off, weekends: weekends, caps: caps, work: 0)
                                for work in 0...plan.work { table[row + work] = table[from + work] }
                            } else {
                                for work in 0...plan.work { table[row + work] = .infinity }
                            }
                            for step in plan.steps[mode] {
                                let price = prices[day * plan.classes.count + step.kind]
                                guard price < .infinity,
                                    let next = plan.after(
                                        step, mode, day: day, weekends: weekends, caps: caps)
                                else { continue }
                                let units = plan.classes[step.kind].units
                                let from = after + next - units
                                if units > workMost { continue }
                                for work in units...workMost {
                                    let value = price + table[from + work]
                                    if value < table[row + work] { table[row + work] = value }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func walk(_ plan: ShiftPlan, _ room: PricingRoom, _ amount: Int) -> [Int32] {
        var (mode, weekends, caps, work) = (plan.rested, rules.maxWeekends, plan.capSize - 1, amount)
        var taken: [Int32] = []
        for day in 0..<periods {
            let after = plan.size * (day + 1)
            let value = room.table[
                plan.size * day + plan.index(mode: mode, weekends: weekends, caps: caps, work: work)]
            if let off = plan.afterRest(mode, day: day),
                room.table[after + plan.index(mode: off, weekends: weekends, caps: caps, work: work)] == value
            {
                mode = off
                continue
            }
            for step in plan.steps[mode] {
                let cell = day * plan.classes.count + step.kind
                let units = plan.classes[step.kind].units
                guard units <= work, room.price[cell] < .infinity,
                    let next = plan.after(step, mode, day: day, weekends: weekends, caps: caps),
                    room.price[cell] + room.table[after + next + work - units] == value
                else { continue }
                taken.append(room.choice[cell])
                (weekends, caps) = plan.left(step, mode, day: day, weekends: weekends, caps: caps)
                mode = step.mode
                work -= units
                break
            }
        }
        return taken
    }
}
