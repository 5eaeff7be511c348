/// A model in the shape in which replications read it.
///
/// People are renumbered by the part of the order that does not change (functions, then number), so that
/// among people with equally many hours the lowest set bit is the first to be called.
struct CompiledStaffing: ~Copyable {
    let horizon: Int
    let shift: Int
    let rest: Int
    let weekMax: Int
    let extensionMax: Int
    let noShow: UInt32
    let dropout: UInt32
    let illness: UInt32
    let attemptsMax: Int
    let attemptMinutes: Int

    let personCount: Int
    /// 64-bit words in a set of people.
    let words: Int
    let postCount: Int
    let postWords: Int
    /// How many different numbers of hours somebody who is free can have.
    let levelCount: Int
    let startLevelCount: Int
    /// Powers of two, so that a tick finds its slot with a mask.
    let dueSlots: Int
    let restSlots: Int
    /// Travel may outlast a shift, so that somebody is relieved before they arrive.
    let mayArriveLate: Bool
    let hasLaterStarts: Bool

    /// Per person, in the new order: their number in the model.
    let numbers: [Int]
    let personPart: Block<UInt64>
    let startLevel: Block<Int32>
    /// Sets of people per level at the start.
    let startLevels: Block<UInt64>
    /// Rows of thresholds, one value a person.
    let availability: Block<UInt32>
    let periodOfTick: Block<Int32>
    let periodRow: Block<Int32>
    let travelBase: Block<Int>
    let travelSpread: Block<UInt64>
    /// Sets of people, tier after tier, post after post.
    let tiers: Block<UInt64>
    let tierStart: Block<Int32>
    let norm: Block<Int>
    let postStart: Block<Int32>
    let postTravel: Block<Int32>
    let postDeployment: Block<Int32>

    let isMeasured: Bool
    let nightStarts: Block<Bool>
    /// One set of people per person.
    let acquaintances: Block<UInt64>

    init(_ model: StaffingModel) {
        // Only code makes models, and a wrong index would read outside the blocks.
        precondition(model.isWellFormed, "een personeelsmodel dat naar buiten zichzelf wijst")
        horizon = model.hours
        shift = model.shiftHours
        rest = model.restHours
        weekMax = model.weekHoursMax
        extensionMax = model.extensionHoursMax
        noShow = model.noShow
        dropout = model.dropout
        illness = model.illness
        attemptsMax = model.attemptsMax
        attemptMinutes = model.attemptMinutes
        personCount = model.people.count
        words = (personCount + 63) / 64
        postCount = model.posts.count
        postWords = (postCount + 63) / 64
        dueSlots = Self.slots(min(shift, horizon) + 1)
        restSlots = Self.slots(min(rest, horizon) + 1)
        mayArriveLate = model.mayArriveLate
        hasLaterStarts = model.posts.contains { $0.start > 0 }

        let order = PersonOrder(model.people)
        numbers = order.numbers
        personPart = Block(order.numbers.map { ChanceDraw.personPart($0) })
        startLevel = Block(order.levels.map { Int32($0) })
        startLevelCount = (order.levels.max() ?? 0) + 1
        // Whoever is free again has worked no more hours than have passed.
        levelCount = startLevelCount + horizon
        startLevels = Block(order.startSets(levelCount: startLevelCount, words: words))
        availability = Block(model.availability.flatMap { row in order.numbers.map { row[$0] } })
        periodOfTick = Block(model.periodOfTick)
        periodRow = Block(model.periodRows.map { Int32($0) })
        travelBase = Block(model.travel.flatMap { row in order.numbers.map { row[$0].baseMinutes } })
        travelSpread = Block(
            model.travel.flatMap { row in order.numbers.map { UInt64(row[$0].spreadMinutes) } })
        tiers = Block(model.posts.flatMap { post in post.tiers.flatMap { order.set($0) } })
        tierStart = Block(
            model.posts.reduce(into: [0]) { starts, post in
                starts.append((starts.last ?? 0) + Int32(post.tiers.count))
            })
        norm = Block(model.posts.map(\.normMinute))
        postStart = Block(model.posts.map { Int32(clamping: $0.start) })
        let travelRowLength = personCount
        postTravel = Block(model.posts.map { Int32($0.travelRow * travelRowLength) })
        postDeployment = Block(model.posts.map { Int32(clamping: $0.deployment) })
        isMeasured = model.measure != nil
        nightStarts = Block(model.measure?.nightStarts ?? [])
        let known = model.measure?.acquaintances ?? []
        acquaintances = Block(known.isEmpty ? [] : order.numbers.flatMap { order.set(Array(known[$0])) })
    }

    private static func slots(_ count: Int) -> Int {
        var slots = 1
        while slots < count { slots <<= 1 }
        return slots
    }
}

extension StaffingModel {
    fileprivate var mayArriveLate: Bool {
        let waiting = (attemptsMax - 1) * attemptMinutes
        return travel.contains { row in
            row.contains { $0.baseMinutes + $0.spreadMinutes - 1 + waiting > 60 * shiftHours }
        }
    }

    fileprivate var periodOfTick: [Int32] {
        var periods: [Int32] = []
        for (index, start) in periodStarts.enumerated() {
            let end = index + 1 < periodStarts.count ? periodStarts[index + 1] : hours
            for _ in start..<max(start, min(end, hours)) where periods.count < hours {
                periods.append(Int32(index))
            }
        }
        return periods
    }
}

/// The order in which people are called: hours · 4096 + functions · 512 + number, the lowest first, and of
/// two that are equal the lower number.
///
/// With *fixed* = functions · 512 + number that is by level (hours + fixed / 4096), then by fixed modulo
/// 4096, then by number; only the level changes with the hours.
private struct PersonOrder {
    let numbers: [Int]
    /// At the start, the lowest at 0.
    let levels: [Int]
    private let ranks: [Int]

    init(_ people: [StaffingModel.Person]) {
        let fixed = people.enumerated().map { $1.functionCount * 512 + $0 }
        let numbers = people.indices.sorted { (fixed[$0] & 4095, $0) < (fixed[$1] & 4095, $1) }
        let levels = numbers.map { people[$0].hoursBefore + fixed[$0] >> 12 }
        let lowest = levels.min() ?? 0
        var ranks = [Int](repeating: 0, count: people.count)
        for (rank, number) in numbers.enumerated() { ranks[number] = rank }
        self.numbers = numbers
        self.levels = levels.map { $0 - lowest }
        self.ranks = ranks
    }

    func set(_ people: [Int]) -> [UInt64] {
        var words = [UInt64](repeating: 0, count: (numbers.count + 63) / 64)
        for person in people { words[ranks[person] >> 6] |= 1 << UInt64(ranks[person] & 63) }
        return words
    }

    func startSets(levelCount: Int, words: Int) -> [UInt64] {
        var sets = [UInt64](repeating: 0, count: levelCount * words)
        for (rank, level) in levels.enumerated() {
            sets[level * words + rank >> 6] |= 1 << UInt64(rank & 63)
        }
        return sets
    }
}
