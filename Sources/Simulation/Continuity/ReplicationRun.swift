/// Runs replications of one model, one after another, on one thread.
///
/// `levels` has one set of people per number of hours worked, of those who are free; the lowest bit of the
/// lowest level that fits is who is called. Availability is drawn only for who would be called, and
/// remembered for the period.
package struct ReplicationRun: ~Copyable {
    let model: CompiledStaffing
    private let seed: UInt64

    let levels: Block<UInt64>
    /// Which levels hold anybody.
    let levelsInUse: Block<UInt64>
    let level: Block<Int32>
    let weekHours: Block<Int32>
    /// May be chosen as far as week, illness, refusals and availability drawn so far go.
    let standby: Block<UInt64>
    let underWeekMax: Block<UInt64>
    /// Not in this period: ill, stayed away, or drawn as not available.
    let refused: Block<UInt64>
    let drawnAvailable: Block<UInt64>
    let ill: Block<UInt64>
    let holder: Block<Int32>
    let extended: Block<Int32>
    let emptySince: Block<Int>
    /// The minute at which somebody arrives who travels longer than their shift, or 0.
    let lateArrival: Block<Int>
    let empty: Block<UInt64>
    /// Per slot of the ring of ticks: posts whose holder leaves then.
    let due: Block<UInt64>
    /// Per slot of the ring of ticks: a list of the people who are rested then.
    let restHead: Block<Int32>
    let restNext: Block<Int32>

    /// Over all replications so far.
    let gapOfPost: Block<Int>
    let hoursOfPerson: Block<Int>
    let nightsOfPerson: Block<Int>

    var outcome: ReplicationOutcome
    var root: UInt64 = 0
    var levelTop = 0

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
