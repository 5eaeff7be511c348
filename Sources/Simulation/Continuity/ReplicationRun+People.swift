/// Who is free, and who goes first.
extension ReplicationRun {
    mutating func startWeek() {
        weekHours.fill(0)
        underWeekMax.fill(model.shift <= model.weekMax ? ~0 : 0)
        for word in 0..<model.words { standby[word] = underWeekMax[word] & ~refused[word] }
    }

    mutating func startPeriod() {
        for word in 0..<model.words {
            refused[word] = ill[word]
            drawnAvailable[word] = 0
            standby[word] = underWeekMax[word] & ~ill[word]
        }
    }

    mutating func wakeRested(_ tick: Int) {
        let slot = tick & (model.restSlots - 1)
        var person = Int(restHead[slot])
        restHead[slot] = -1
        while person >= 0 {
            setFree(person)
            person = Int(restNext[person])
        }
    }

    mutating func setFree(_ person: Int) {
        let at = Int(level[person])
        levels.setBit(at * model.words << 6 + person)
        levelsInUse.setBit(at)
        levelTop = max(levelTop, at)
    }

    mutating func setBusy(_ person: Int) {
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
    func draw(_ kind: ChanceDraw.Kind, _ person: Int, _ moment: Int) -> UInt32 {
        ChanceDraw.draw(root: root, model.personPart[person], ChanceDraw.momentPart(kind, moment))
    }

    /// - Returns: who comes, and how many were called before them; nil when nobody does.
    @inline(__always)
    mutating func call(_ post: Int, _ tick: Int, isEmpty: Bool) -> (person: Int, before: Int)? {
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
            outcome.counts.noShows &+= 1
            refuse(person)
        }
        return nil
    }
}
