/// Runs replications of one model, one after another, on one thread.
///
/// `levels` has one set of people per number of hours worked, of those who are free; the lowest bit of the
/// lowest level that fits is who is called. Availability is drawn only for who would be called, and
/// remembered for the period.
package struct ReplicationRun: ~Copyable {
    private let model: CompiledStaffing
    private let seed: UInt64

    private let levels: Block<UInt64>
    /// Which levels hold anybody.
    private let levelsInUse: Block<UInt64>
    private let level: Block<Int32>
    private let weekHours: Block<Int32>
    /// May be chosen as far as week, illness, refusals and availability drawn so far go.
    private let standby: Block<UInt64>
    private let underWeekMax: Block<UInt64>
    /// Not in this period: ill, stayed away, or drawn as not available.
    private let refused: Block<UInt64>
    private let drawnAvailable: Block<UInt64>
    private let ill: Block<UInt64>
    private let holder: Block<Int32>
    private let extended: Block<Int32>
    private let emptySince: Block<Int>
    /// The minute at which somebody arrives who travels longer than their shift, or 0.
    private let lateArrival: Block<Int>
    private let empty: Block<UInt64>
    /// Per slot of the ring of ticks: posts whose holder leaves then.
    private let due: Block<UInt64>
    /// Per slot of the ring of ticks: a list of the people who are rested then.
    private let restHead: Block<Int32>
    private let restNext: Block<Int32>

    /// Over all replications so far.
    private let gapOfPost: Block<Int>
    private let hoursOfPerson: Block<Int>
    private let nightsOfPerson: Block<Int>

    private var outcome: ReplicationOutcome
    private var root: UInt64 = 0
    private var levelTop = 0

    package init(_ staffing: StaffingModel, seed: UInt64) {
        let model = CompiledStaffing(staffing)
        self.seed = seed
        levels = Block(repeating: 0, count: model.levelCount * model.words)
        levelsInUse = Block(repeating: 0, count: (model.levelCount + 63) / 64)
        level = Block(repeating: 0, count: model.personCount)
        weekHours = Block(repeating: 0, count: model.personCount)
        standby = Block(repeating: 0, count: model.words)
        underWeekMax = Block(repeating: 0, count: model.words)
        refused = Block(repeating: 0, count: model.words)
        drawnAvailable = Block(repeating: 0, count: model.words)
        ill = Block(repeating: 0, count: model.words)
        holder = Block(repeating: -1, count: model.postCount)
        extended = Block(repeating: 0, count: model.postCount)
        emptySince = Block(repeating: 0, count: model.postCount)
        lateArrival = Block(repeating: 0, count: model.postCount)
        empty = Block(repeating: 0, count: model.postWords)
        due = Block(repeating: 0, count: model.dueSlots * model.postWords)
        restHead = Block(repeating: -1, count: model.restSlots)
        restNext = Block(repeating: -1, count: model.personCount)
        gapOfPost = Block(repeating: 0, count: model.postCount)
        hoursOfPerson = Block(repeating: 0, count: model.personCount)
        nightsOfPerson = Block(repeating: 0, count: model.personCount)
        outcome = ReplicationOutcome(horizonMinutes: 60 * model.horizon)
        self.model = model
    }

    /// - Returns: the same for the same seed and `replication`, whatever ran before.
    package mutating func run(_ replication: Int) -> ReplicationOutcome {
        reset(replication)
        let postWords = model.postWords
        for tick in 0..<model.horizon {
            wakeRested(tick)
            if tick % 168 == 0 { startWeek() }
            if tick == 0 || model.periodOfTick[tick] != model.periodOfTick[tick - 1] { startPeriod() }
            if model.hasLaterStarts && tick > 0 { startPosts(tick) }
            let slot = (tick & (model.dueSlots - 1)) * postWords
            for word in 0..<postWords {
                var todo = due[slot + word] | empty[word]
                due[slot + word] = 0
                while todo != 0 {
                    let post = word << 6 + todo.trailingZeroBitCount
                    todo &= todo &- 1
                    decide(post, tick)
                }
            }
        }
        for post in 0..<model.postCount {
            if holder[post] < 0 {
                countGap(post, emptySince[post], 60 * model.horizon)
            } else {
                settleArrival(post, model.horizon)
            }
        }
        return outcome
    }

    /// Over all replications that this run has done.
    package func gapMinutes(ofPost post: Int) -> Int {
        gapOfPost[post]
    }

    /// Adds the hours and night shifts of all replications that this run has done.
    package func addPeople(hours: inout [Int], nights: inout [Int]) {
        for (rank, number) in model.numbers.enumerated() {
            hours[number] += hoursOfPerson[rank]
            nights[number] += nightsOfPerson[rank]
        }
    }

    private mutating func reset(_ replication: Int) {
        root = ChanceDraw.root(seed: seed, replication: replication)
        outcome = ReplicationOutcome(horizonMinutes: 60 * model.horizon)
        levels.fill(0, count: (levelTop + 1) * model.words)
        levels.copy(model.startLevels)
        levelTop = model.startLevelCount - 1
        levelsInUse.fill(0)
        for index in 0...levelTop { levelsInUse.setBit(index) }
        level.copy(model.startLevel)
        holder.fill(-1)
        due.fill(0)
        empty.fill(0)
        restHead.fill(-1)
        lateArrival.fill(0)
        for post in 0..<model.postCount {
            emptySince[post] = 60 * Int(model.postStart[post])
            if model.postStart[post] == 0 { empty.setBit(post) }
        }
        guard model.illness > 0 else { return }
        ill.fill(0)
        let moment = ChanceDraw.momentPart(.illness, 0)
        for person in 0..<model.personCount
        where ChanceDraw.draw(root: root, model.personPart[person], moment) < model.illness {
            ill.setBit(person)
        }
    }
}

extension ReplicationRun {
    private mutating func startPosts(_ tick: Int) {
        for post in 0..<model.postCount where Int(model.postStart[post]) == tick { empty.setBit(post) }
    }

    private mutating func startWeek() {
        weekHours.fill(0)
        underWeekMax.fill(model.shift <= model.weekMax ? ~0 : 0)
        for word in 0..<model.words { standby[word] = underWeekMax[word] & ~refused[word] }
    }

    private mutating func startPeriod() {
        for word in 0..<model.words {
            refused[word] = ill[word]
            drawnAvailable[word] = 0
            standby[word] = underWeekMax[word] & ~ill[word]
        }
    }

    private mutating func wakeRested(_ tick: Int) {
        let slot = tick & (model.restSlots - 1)
        var person = Int(restHead[slot])
        restHead[slot] = -1
        while person >= 0 {
            setFree(person)
            person = Int(restNext[person])
        }
    }

    private mutating func setFree(_ person: Int) {
        let at = Int(level[person])
        levels.setBit(at * model.words << 6 + person)
        levelsInUse.setBit(at)
        levelTop = max(levelTop, at)
    }

    private mutating func setBusy(_ person: Int) {
        let at = Int(level[person])
        let base = at * model.words
        levels.clearBit(base << 6 + person)
        for word in 0..<model.words where levels[base + word] != 0 { return }
        levelsInUse.clearBit(at)
    }

    /// Not to be called again in this period.
    private mutating func refuse(_ person: Int) {
        refused.setBit(person)
        standby.clearBit(person)
    }

    /// Who goes first among the people of a tier; nil when nobody can.
    @inline(__always)
    private mutating func choose(_ tier: Int, _ tick: Int) -> Int? {
        // Held in registers: through `self` they were read again at every step.
        let words = model.words
        let tierBits = model.tiers.start + tier * words
        let levelBits = levels.start
        let standbyBits = standby.start
        let inUseBits = levelsInUse.start
        for levelWord in 0...(levelTop >> 6) {
            var inUse = inUseBits[levelWord]
            while inUse != 0 {
                let freeBits = levelBits + (levelWord << 6 + inUse.trailingZeroBitCount) * words
                inUse &= inUse &- 1
                for word in 0..<words {
                    var fit = tierBits[word] & standbyBits[word] & freeBits[word]
                    while fit != 0 {
                        let person = word << 6 + fit.trailingZeroBitCount
                        if isAvailable(person, tick) { return person }
                        refuse(person)
                        fit &= fit &- 1
                    }
                }
            }
        }
        return nil
    }

    @inline(__always)
    private mutating func isAvailable(_ person: Int, _ tick: Int) -> Bool {
        if drawnAvailable.hasBit(person) { return true }
        let period = Int(model.periodOfTick[tick])
        let row = Int(model.periodRow[period]) * model.personCount
        let drawn = draw(.availability, person, period)
        guard drawn < model.availability[row + person] else { return false }
        drawnAvailable.setBit(person)
        return true
    }

    @inline(__always)
    private func draw(_ kind: ChanceDraw.Kind, _ person: Int, _ moment: Int) -> UInt32 {
        ChanceDraw.draw(root: root, model.personPart[person], ChanceDraw.momentPart(kind, moment))
    }

    /// - Returns: who comes, and how many were called before them; nil when nobody does.
    @inline(__always)
    private mutating func call(_ post: Int, _ tick: Int, isEmpty: Bool) -> (person: Int, before: Int)? {
        let last = Int(model.tierStart[post + 1]) - 1
        for attempt in 0..<model.attemptsMax {
            var chosen: Int?
            var tier = isEmpty ? Int(model.tierStart[post]) : last
            while chosen == nil && tier <= last {
                chosen = choose(tier, tick)
                tier += 1
            }
            guard let person = chosen else { return nil }
            guard draw(.noShow, person, tick) < model.noShow else { return (person, attempt) }
            outcome.noShows &+= 1
            refuse(person)
        }
        return nil
    }

    @inline(__always)
    private mutating func decide(_ post: Int, _ tick: Int) {
        let old = Int(holder[post])
        if let (person, before) = call(post, tick, isEmpty: old < 0) {
            if old < 0 {
                empty.clearBit(post)
                arrive(person, post, tick, minutesLater: before * model.attemptMinutes)
            }
            if model.isMeasured { measure(person, post, tick) }
            holder[post] = Int32(person)
            extended[post] = 0
            setBusy(person)
            outcome.assigned &+= 1
            addHours(person, model.shift)
            setDue(post, tick + model.shift)
            if old >= 0 { release(old, post, tick) }
        } else if old >= 0 {
            if Int(extended[post]) < model.extensionMax {
                extended[post] &+= 1
                outcome.extensionHours &+= 1
                if model.isMeasured { hoursOfPerson[old] &+= 1 }
                addHours(old, 1)
                setDue(post, tick + 1)
            } else {
                holder[post] = -1
                empty.setBit(post)
                release(old, post, tick)
                emptySince[post] = 60 * tick
            }
        }
    }

    private mutating func measure(_ person: Int, _ post: Int, _ tick: Int) {
        if level[person] == model.startLevel[person] { outcome.peopleUsed &+= 1 }
        hoursOfPerson[person] &+= min(model.shift, model.horizon - tick)
        if model.nightStarts[tick] {
            outcome.nightShifts &+= 1
            nightsOfPerson[person] &+= 1
        }
        for other in 0..<model.postCount
        where other != post && holder[other] >= 0
            && model.postDeployment[other] == model.postDeployment[post]
        {
            outcome.pairs &+= 1
            let known = model.acquaintances.hasBit(person * model.words << 6 + Int(holder[other]))
            outcome.acquaintedPairs &+= known ? 1 : 0
        }
    }

    @inline(__always)
    private mutating func setDue(_ post: Int, _ tick: Int) {
        guard tick < model.horizon else { return }
        due.setBit((tick & (model.dueSlots - 1)) * model.postWords << 6 + post)
    }

    @inline(__always)
    private mutating func addHours(_ person: Int, _ hours: Int) {
        // A shift counts whole when it starts; whoever is beyond the top level is not free before the end.
        level[person] = Int32(min(Int(level[person]) + hours, model.levelCount - 1))
        weekHours[person] = Int32(clamping: Int(weekHours[person]) + hours)
        if Int(weekHours[person]) + model.shift > model.weekMax {
            underWeekMax.clearBit(person)
            standby.clearBit(person)
        }
    }

    private mutating func arrive(_ person: Int, _ post: Int, _ tick: Int, minutesLater: Int) {
        let travel = Int(model.postTravel[post]) + person
        let spread = (UInt64(draw(.travel, person, tick)) * model.travelSpread[travel]) >> 32
        let at = 60 * tick + minutesLater + model.travelBase[travel] + Int(spread)
        if model.mayArriveLate && at > 60 * (tick + model.shift) {
            lateArrival[post] = at
        } else {
            countGap(post, emptySince[post], at)
        }
    }

    /// Somebody who travels longer than their shift is present from their arrival only; until they arrive or
    /// the next takes over, the post is empty.
    private mutating func settleArrival(_ post: Int, _ tick: Int) {
        guard lateArrival[post] > 0 else { return }
        countGap(post, emptySince[post], min(lateArrival[post], 60 * tick))
        lateArrival[post] = 0
    }

    private mutating func release(_ person: Int, _ post: Int, _ tick: Int) {
        settleArrival(post, tick)
        guard draw(.dropout, person, tick) >= model.dropout else {
            outcome.dropouts &+= 1
            return
        }
        if model.rest == 0 {
            setFree(person)
        } else if tick + model.rest < model.horizon {
            let slot = (tick + model.rest) & (model.restSlots - 1)
            restNext[person] = restHead[slot]
            restHead[slot] = Int32(person)
        }
    }

    private mutating func countGap(_ post: Int, _ from: Int, _ to: Int) {
        let start = max(from, model.norm[post])
        let end = min(to, 60 * model.horizon)
        guard start < end else { return }
        outcome.gapMinutes &+= end - start
        gapOfPost[post] &+= end - start
        if start < outcome.firstGap {
            outcome.firstGap = start
            outcome.firstGapPost = post
        } else if start == outcome.firstGap, let first = outcome.firstGapPost, post < first {
            outcome.firstGapPost = post
        }
    }
}
