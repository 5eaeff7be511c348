/// What an answer does. Every kind of answer has one of these, and it is stored with the answer.
package enum AnswerEffect: Hashable, Sendable {
    /// A place is kept for them.
    case promised(post: Int)
    /// They come later or sooner than they said.
    case newTime
    /// Enough others promised before; they are asked when a place comes free.
    case reserve
    case declined
    /// They promised or were at work, and now cannot: their place is open again at once. Somebody may always
    /// take back their own word; nobody else does it for them.
    case withdrew
    case startedWork(post: Int)
    /// Enough people are at work on their post; they are counted all the same.
    case startedWorkBesides(post: Int)
    /// The same again: nothing changes.
    case repeated
    /// The alarm is over: they are told so, nothing changes.
    case tooLate
    /// Not somebody who was called by this alarm, or a number nobody knows: kept and shown, nothing changes.
    case notCalled
    case unclear
    /// Somebody who was called for more than one alarm, or shares a number, did not say which answer this is: they
    /// are asked, nothing changes.
    case ambiguous
    /// A named human has the alarm now.
    case taken

    package var code: String {
        switch self {
        case .promised: "promised"
        case .newTime: "newTime"
        case .reserve: "reserve"
        case .declined: "declined"
        case .withdrew: "withdrew"
        case .startedWork, .startedWorkBesides: "startedWork"
        case .repeated: "repeated"
        case .tooLate: "tooLate"
        case .notCalled: "notCalled"
        case .unclear: "unclear"
        case .ambiguous: "ambiguous"
        case .taken: "taken"
        }
    }
}

extension AnswerEffect {
    /// Nothing changed: said back once, and not again to the same answer. Two machines that answer each other
    /// would go on all night.
    package var changesNothing: Bool {
        switch self {
        case .repeated, .tooLate, .notCalled, .unclear, .ambiguous: true
        case .promised, .newTime, .reserve, .declined, .withdrew, .startedWork, .startedWorkBesides, .taken:
            false
        }
    }
}

extension AlarmProgress {
    /// What `reply` does, applied to this value too. The last word of a person counts: who said no may still
    /// come, and who promised may find they cannot.
    ///
    /// - Parameters:
    ///   - person: nil when nobody is known by the number or address it came from.
    ///   - mayTake: is one of those who are told that too few people were found.
    package mutating func answer(
        _ reply: AlarmReply, by person: ID<Functionary>?, mayTake: Bool = false, at now: Instant
    ) -> AnswerEffect {
        if case .unclear = reply { return .unclear }
        if case .taken = reply { return take(mayTake: mayTake) }
        // Somebody who may take it answers the call to do so with "JA".
        let callee = person.flatMap { callees[$0] }
        let wasCalled = callee.map { $0.state != .planned } ?? false
        guard var callee, wasCalled else {
            if mayTake, case .coming = reply { return take(mayTake: true) }
            return state.isOver && callee != nil ? .tooLate : .notCalled
        }
        let effect: AnswerEffect
        switch reply {
        // They were told that they need not come; only work that began counts after that.
        case .coming where callee.state == .released: effect = .tooLate
        case .coming(let minutes, let isRemote):
            effect = coming(&callee, minutes, isRemote: isRemote, at: now)
        case .declined: effect = decline(&callee)
        case .atWork(let isRemote): effect = startWork(&callee, isRemote: isRemote)
        case .taken, .unclear: return .unclear
        }
        callees[callee.person] = callee
        return effect
    }

    private mutating func take(mayTake: Bool) -> AnswerEffect {
        guard mayTake else { return .notCalled }
        switch state {
        case .exhausted:
            state = .taken
            return .taken
        case .taken: return .repeated
        case .open: return .unclear
        case .filled, .stopped: return .tooLate
        }
    }

    private func coming(
        _ callee: inout Callee, _ minutes: Int?, isRemote: Bool, at now: Instant
    ) -> AnswerEffect {
        if callee.state == .atWork { return .repeated }
        guard !state.isOver else { return .tooLate }
        if callee.state == .promised, let post = callee.post {
            let isSame = callee.minutes == minutes && callee.isRemote == isRemote && callee.askedAt == nil
            guard !isSame else { return .repeated }
            promise(&callee, post, minutes, isRemote: isRemote, at: now)
            return .newTime
        }
        guard let post = openPost(for: callee.person) else {
            let isRepeated = callee.state == .reserve
            callee.state = .reserve
            callee.minutes = minutes
            callee.isRemote = isRemote
            return isRepeated ? .repeated : .reserve
        }
        promise(&callee, post, minutes, isRemote: isRemote, at: now)
        return .promised(post: post)
    }

    private func promise(
        _ callee: inout Callee, _ post: Int, _ minutes: Int?, isRemote: Bool, at now: Instant
    ) {
        callee.state = .promised
        callee.post = post
        callee.minutes = minutes
        callee.isRemote = isRemote
        callee.arrivesAt = arrival(on: post, minutes: minutes, at: now)
        callee.askedAt = nil
        callee.silentAt = nil
    }

    private func decline(_ callee: inout Callee) -> AnswerEffect {
        switch callee.state {
        case .declined: return .repeated
        case .promised, .atWork:
            guard !state.isOver else { return .tooLate }
            callee.state = .declined
            callee.post = nil
            callee.arrivesAt = nil
            callee.askedAt = nil
            callee.silentAt = nil
            return .withdrew
        case .planned, .called, .reserve, .released:
            guard !state.isOver else { return .tooLate }
            callee.state = .declined
            return .declined
        }
    }

    /// Whoever is at work is at work, also when nobody asked any more: it is a fact.
    private func startWork(_ callee: inout Callee, isRemote: Bool) -> AnswerEffect {
        if callee.state == .atWork { return .repeated }
        let post = callee.post ?? openPost(for: callee.person) ?? posts(calledFor: callee.person).first
        guard let post else { return .notCalled }
        guard !state.isOver else { return .tooLate }
        let wasFilled = isFilled(post)
        callee.state = .atWork
        callee.post = post
        callee.isRemote = isRemote
        callee.askedAt = nil
        callee.silentAt = nil
        return wasFilled ? .startedWorkBesides(post: post) : .startedWork(post: post)
    }
}
