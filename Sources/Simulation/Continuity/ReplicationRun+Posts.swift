/// What happens at a post when nobody is there, or when a shift ends.
extension ReplicationRun {
    mutating func startPosts(_ tick: Int) {
        for post in 0..<model.postCount where Int(model.postStart[post]) == tick { empty.setBit(post) }
    }

    @inline(__always)
    mutating func decide(_ post: Int, _ tick: Int) {
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
            outcome.counts.assigned &+= 1
            addHours(person, model.shift)
            setDue(post, tick + model.shift)
            if old >= 0 { release(old, post, tick) }
        } else if old >= 0 {
            if Int(extended[post]) < model.extensionMax {
                extended[post] &+= 1
                outcome.counts.extensionHours &+= 1
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
        if level[person] == model.startLevel[person] { outcome.counts.peopleUsed &+= 1 }
        hoursOfPerson[person] &+= min(model.shift, model.horizon - tick)
        if model.nightStarts[tick] {
            outcome.counts.nightShifts &+= 1
            nightsOfPerson[person] &+= 1
        }
        for other in 0..<model.postCount
        where other != post && holder[other] >= 0
            && model.postDeployment[other] == model.postDeployment[post]
        {
            outcome.counts.pairs &+= 1
            let known = model.acquaintances.hasBit(person * model.words << 6 + Int(holder[other]))
            outcome.counts.acquaintedPairs &+= known ? 1 : 0
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
    mutating func settleArrival(_ post: Int, _ tick: Int) {
        guard lateArrival[post] > 0 else { return }
        countGap(post, emptySince[post], min(lateArrival[post], 60 * tick))
        lateArrival[post] = 0
    }

    private mutating func release(_ person: Int, _ post: Int, _ tick: Int) {
        settleArrival(post, tick)
        guard draw(.dropout, person, tick) >= model.dropout else {
            outcome.counts.dropouts &+= 1
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

    mutating func countGap(_ post: Int, _ from: Int, _ to: Int) {
        let start = max(from, model.norm[post])
        let end = min(to, 60 * model.horizon)
        guard start < end else { return }
        outcome.counts.gapMinutes &+= end - start
        gapOfPost[post] &+= end - start
        if start < outcome.firstGap {
            outcome.firstGap = start
            outcome.firstGapPost = post
        } else if start == outcome.firstGap, let first = outcome.firstGapPost, post < first {
            outcome.firstGapPost = post
        }
    }
}
