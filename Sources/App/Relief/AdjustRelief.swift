import Domain
import Solver
import Storage
import Web

extension Change {
    /// Puts somebody on a shift by hand. Nothing forbids it: what is against a rule shows in the hours, and the plan
    /// is made anew around it.
    mutating func pinRelief(
        _ person: ID<Functionary>, as function: Code<CrisisFunction>, during interval: Interval,
        of id: ID<Deployment>
    ) throws {
        let deployment = try reliefDeployment(id)
        guard try tx.functionary(person) != nil else { throw ReliefRefusal.unknownPerson }
        for shift in try tx.reliefShifts(of: id)
        where shift.person == person && shift.interval == interval && shift.state == .planned {
            try tx.deleteReliefShift(shift.id)
        }
        let pinned = ReliefShift(
            id: newID(), deployment: id, function: function, person: person, interval: interval,
            state: .planned, isPinned: true, madeAt: now, askedAt: nil, answeredAt: nil)
        try tx.insert(pinned)
        try record(journalEntry("relief.pinned", pinned))
        try tellLog(
            "\(try reliefName(person)) ingepland om af te lossen, \(try reliefWords(pinned)).", of: id)
        try replanRelief(of: deployment)
    }

    /// Takes somebody off a shift; who was asked or had said yes is told so by the engine that asked.
    mutating func cancelRelief(_ id: ID<ReliefShift>, of deployment: ID<Deployment>) throws {
        let deployment = try reliefDeployment(deployment)
        guard let shift = try tx.reliefShift(id), shift.deployment == deployment.id, shift.state.counts else {
            throw ReliefRefusal.unknownShift
        }
        try tx.setReliefShift(
            id, .cancelled, askedAt: shift.askedAt, answeredAt: shift.answeredAt)
        try record(journalEntry("relief.cancelled", shift))
        for request in try tx.runningReliefRequests(of: deployment.id) {
            let isOfShift = try tx.reliefRequests(of: request).contains {
                $0.function == shift.function && $0.interval == shift.interval
            }
            if isOfShift { try release(shift.person, from: request) }
        }
        try tellLog(
            "\(try reliefName(shift.person)) van de dienst gehaald, \(try reliefWords(shift)).",
            of: deployment.id)
        try replanRelief(of: deployment)
    }

    /// When a deployment ends nobody is relieved any more: whoever was asked hears so, and what the hours of the crew
    /// say of their rest is written down.
    mutating func endRelief(of id: ID<Deployment>) throws {
        for request in try tx.runningReliefRequests(of: id) { try withdrawRequest(request) }
        for shift in try tx.reliefShifts(of: id) where shift.interval.start > now && shift.state.counts {
            try tx.setReliefShift(
                shift.id, .cancelled, askedAt: shift.askedAt, answeredAt: shift.answeredAt)
        }
        try logDeviations(of: Set(try tx.crewTimes(of: id).map(\.person)), in: id)
    }

    /// A line in the log of a deployment: who works in it sees that the relief changed.
    mutating func tellLog(_ sentence: String, of id: ID<Deployment>) throws {
        guard let deployment = try tx.deployment(id) else { throw WebFailure.notFound }
        let key: ID<ReliefShift> = newID()
        _ = try append(
            EntryDraft(.note(Note(kind: .personal)), sentence, key: "aflossing-\(key)"), to: deployment,
            .full)
    }

    func reliefName(_ person: ID<Functionary>) throws -> String {
        try tx.functionary(person)?.name.full ?? ""
    }

    func reliefWords(_ shift: ReliefShift) throws -> String {
        let name = try tx.functions().first { $0.code == shift.function }?.name ?? shift.function.text
        return "\(name), \(Dutch.period(shift.interval))"
    }

    /// How many of a function are wanted from now on.
    mutating func setReliefPost(
        _ function: Code<CrisisFunction>, wanted: Int, of id: ID<Deployment>
    ) throws {
        _ = try reliefDeployment(id)
        guard (0...AlarmRequest.wantedMax).contains(wanted),
            try tx.functions().contains(where: { $0.code == function })
        else { throw WebFailure.malformed }
        try tx.saveReliefPost(function, wanted: wanted, of: id)
        let name = try tx.functions().first { $0.code == function }?.name ?? function.text
        try tellLog("In elke ploeg nodig: \(wanted) × \(name).", of: id)
        try record(
            JournalEntry(
                "relief.numberSet", "deployment", id,
                after: ["functie": .code(function), "aantal": .number(wanted)]))
    }

    /// The shifts that nobody was told of, made anew around what is settled.
    mutating func replanRelief(of deployment: Deployment) throws {
        guard try tx.reliefRhythm(of: deployment.id) != nil, deployment.endedAt == nil else { return }
        let situation = try ReliefSituation(deployment, tx, at: now)
        guard !situation.wanted.isEmpty else { return }
        let problem = situation.problem(shifts: nil)
        guard let plan = problem.replanned() else { return }
        try keepRelief(plan, problem.model, of: deployment)
    }

    /// - Throws: `WebFailure.notFound` or `.forbidden`, `ReliefRefusal.ended`.
    private func reliefDeployment(_ id: ID<Deployment>) throws -> Deployment {
        let (deployment, access) = try tx.deployment(id, for: actor)
        guard access.mayRecord else { throw WebFailure.forbidden }
        guard deployment.endedAt == nil else { throw ReliefRefusal.ended }
        return deployment
    }

    private func journalEntry(_ action: String, _ shift: ReliefShift) -> JournalEntry {
        JournalEntry(
            action, "deployment", shift.deployment,
            after: [
                "persoon": .text(shift.person.description), "functie": .code(shift.function),
                "van": .text(shift.interval.start.iso8601), "tot": .text(shift.interval.end.iso8601),
            ])
    }
}
