import Domain
import Solver
import Storage
import Web

extension Change {
    /// Asks the planned crew of a shift whether they can come: through the engine of alarms, in calm time, and
    /// without the word. Who says no is followed by whoever else can; nobody is asked twice.
    ///
    /// - Returns: how many people were asked.
    /// - Throws: `ReliefRefusal`, `WebFailure`.
    @discardableResult
    mutating func askRelief(from start: Instant, of id: ID<Deployment>) throws -> Int {
        let (_, access) = try tx.deployment(id, for: actor)
        guard access.mayRecord else { throw WebFailure.forbidden }
        let situation = try ReliefSituation(planned: id, tx, at: now)
        let left = start.minutes(since: now)
        guard left > 0 else { throw ReliefRefusal.begun }
        guard left <= ReliefQuestion.askMinutesMax else { throw ReliefRefusal.tooEarly }
        let waiting = situation.shifts.filter { $0.interval.start == start && $0.state == .planned }
        guard !waiting.isEmpty else { return 0 }
        let groups = Dictionary(grouping: waiting, by: \.function).sorted { $0.key < $1.key }
        let request = AlarmRequest(
            key: "aflossing \(newID() as ID<ReliefShift>)",
            posts: groups.map { .init(function: $0.key, wanted: $0.value.count) },
            municipality: situation.deployment.municipalities.first ?? Code(""),
            place: situation.deployment.place, description: "Aflossing bij \(situation.deployment.title)",
            withinMinutes: left, isExercise: situation.deployment.isExercise)
        let model = situation.model(shifts: situation.norms.shiftsAhead)
        let usual = try tx.alarmPlan(for: request, at: now)
        let plan = AlarmPlan(
            posts: groups.map { function, shifts in
                situation.post(function, shifts, model, besides: Set(waiting.map(\.person)), within: left)
            }, leaders: usual.leaders, lastResorts: usual.lastResorts, informed: [])
        let requests = groups.enumerated().map { position, group in
            ReliefRequest(
                position: position, deployment: id, function: group.key, interval: group.value[0].interval)
        }
        let norms = AlarmNorms(calm: try tx.normSet(), at: now, minutesLeft: left)
        let alarm = try raiseAlarm(request, plan, norms, shifts: requests)
        for shift in waiting { try tx.setReliefShift(shift.id, .asked, askedAt: now, answeredAt: nil) }
        try record(
            JournalEntry(
                "relief.asked", "deployment", id,
                after: [
                    "dienst": .text(start.iso8601), "alarm": .text(alarm.description),
                    "mensen": .number(waiting.count),
                ]))
        try tellLog(
            "\(Dutch.count(waiting.count, "persoon", "mensen")) gevraagd om af te lossen vanaf \(Dutch.moment(start)).",
            of: id)
        return waiting.count
    }

    /// What answers to a request change in the plan: who comes is settled, who does not is replaced by whoever
    /// the engine found, and the shifts of which nobody was told yet are made anew around that.
    mutating func followRelief(_ alarm: Alarm) throws {
        let requests = try tx.reliefRequests(of: alarm.id)
        guard let id = requests.first?.deployment else { return }
        let callees = try tx.standings(of: alarm).sorted { $0.person < $1.person }
        var changed = false
        for callee in callees {
            let own = try tx.reliefShifts(of: id).filter { $0.person == callee.person }
            func shift(of request: ReliefRequest) -> ReliefShift? {
                own.first { $0.function == request.function && $0.interval == request.interval }
            }
            let found =
                callee.post.flatMap { post in requests.first { $0.position == post } }
                ?? requests.first { shift(of: $0) != nil }
            guard let request = found else { continue }
            let present = shift(of: request)
            if callee.state == .atWork { try join(callee.person, request.function, id) }
            guard let state = Self.state(callee.state), present?.state != state else { continue }
            // Who was taken off by hand is not on it again because of what they say.
            if present?.state == .cancelled { continue }
            changed = true
            let answered = ReliefShift(
                id: present?.id ?? newID(), deployment: id, function: request.function,
                person: callee.person, interval: request.interval, state: state,
                isPinned: present?.isPinned ?? false, madeAt: present?.madeAt ?? now,
                askedAt: present?.askedAt ?? alarm.raisedAt, answeredAt: now)
            if present == nil {
                try tx.insert(answered)
            } else {
                try tx.setReliefShift(
                    answered.id, state, askedAt: answered.askedAt, answeredAt: answered.answeredAt)
            }
            let who = state == .accepted ? "\(try reliefName(callee.person)) komt" : "Iemand kan niet komen"
            try tellLog("\(who) om af te lossen, \(try reliefWords(answered)).", of: id)
        }
        if changed, let deployment = try tx.deployment(id) { try replanRelief(of: deployment) }
    }

    /// Whoever says they are at work is: from then on they are in the deployment's log.
    private mutating func join(
        _ person: ID<Functionary>, _ function: Code<CrisisFunction>, _ id: ID<Deployment>
    ) throws {
        let present = try tx.crewTimes(of: id)
        guard let deployment = try tx.deployment(id),
            !present.contains(where: { $0.person == person && $0.function == function && $0.until == nil })
        else { return }
        let name = try tx.functionary(person)?.name.full ?? ""
        _ = try append(
            EntryDraft(
                .member(DeploymentMember(person: person.description, function: function)),
                "\(name) meldt zich aan het werk.", key: "aflossing-\(newID() as ID<ReliefShift>)"),
            to: deployment, .full)
    }

    /// Nil: nothing was said.
    private static func state(_ state: CalleeState) -> ReliefShift.State? {
        switch state {
        case .promised, .atWork: .accepted
        case .declined: .declined
        case .planned, .called, .reserve, .released: nil
        }
    }
}

extension ReliefSituation {
    /// The planned people first; then whoever else can take the shift, those who worked least in front.
    fileprivate func post(
        _ function: Code<CrisisFunction>, _ shifts: [ReliefShift], _ model: ReliefModel,
        besides asked: Set<ID<Functionary>>, within minutes: Int
    ) -> AlarmPlan.Post {
        func place(_ person: ID<Functionary>, _ travel: Int?) -> AlarmPlan.Place {
            .init(person: person, inclusion: .ofFunction, travelMinutes: travel, warnings: [])
        }
        let travel = Dictionary(
            people.map { ($0.person, $0.travelMinutes) }, uniquingKeysWith: { first, _ in first })
        let post = model.posts.firstIndex { $0.function == function }
        let shift = (0..<model.grid.count).first { model.grid.start(of: $0) == shifts[0].interval.start }
        let others = model.members.filter { member in
            guard let post, let shift, !asked.contains(member.person) else { return false }
            return member.able[shift].contains(post)
        }.sorted {
            ($0.minutesBefore, $0.travelMinutes, $0.person) < ($1.minutesBefore, $1.travelMinutes, $1.person)
        }
        let first = AlarmPlan.Wave(
            kind: .function, people: shifts.map { place($0.person, travel[$0.person]) })
        let second = AlarmPlan.Wave(
            kind: .neighbours, people: others.map { place($0.person, $0.travelMinutes) })
        return AlarmPlan.Post(
            function: function, wanted: shifts.count, withinMinutes: minutes,
            waves: others.isEmpty ? [first] : [first, second], exclusions: [])
    }
}
