import Domain
import Storage
import Web

/// What somebody who leaves says to whoever comes.
struct HandoverDraft: Sendable {
    let function: Code<CrisisFunction>
    let from: ID<Functionary>
    let to: ID<Functionary>
    let promises: String
    let worries: String
    let key: String
}

/// Why a handover is not written down: everything that is missing.
struct HandoverRefusal: Error, Hashable, Sendable {
    let faults: [HandoverFault]
}

enum HandoverFault: Hashable, Sendable {
    case nobodyLeaves, nobodyComes, samePerson
    /// The account that wrote down one side does not confirm the other.
    case sameAccount
    /// The deployment is over: nobody comes to work in it any more.
    case ended
}

extension Change {
    /// Whoever leaves hands over their work: it is written down as given, and waits for the other.
    ///
    /// - Throws: `HandoverRefusal`, `ReliefRefusal.unknownPerson`, `WebFailure`.
    mutating func giveHandover(_ draft: HandoverDraft, in id: ID<Deployment>) throws {
        let names = try handoverNames(draft.from, draft.to)
        let began = try tx.crewTimes(of: id).last { $0.person == draft.from && $0.function == draft.function }
        guard let deployment = try tx.deployment(id) else { throw WebFailure.notFound }
        let handover = Handover(
            function: draft.function, from: draft.from.description, to: draft.to.description,
            since: began?.since ?? deployment.openedAt, promises: draft.promises, worries: draft.worries,
            givenAt: now)
        try recordEntry(
            EntryDraft(
                .handover(handover),
                "\(try functionName(draft.function)): \(names.from) draagt over aan \(names.to).",
                key: draft.key),
            in: id)
    }

    /// One of the two says that it is done. With both, whoever came works in the deployment and whoever left does
    /// not.
    ///
    /// - Throws: `HandoverRefusal`, `WebFailure`.
    mutating func confirmHandover(
        _ number: Int, isTaken: Bool, in id: ID<Deployment>, key: String
    ) throws {
        let (deployment, access) = try tx.deployment(id, for: actor)
        guard access.mayRecord else { throw WebFailure.forbidden }
        let standing = try tx.handoverCourses(of: id)
        guard let present = standing.first(where: { $0.isKnown(as: number) }),
            let from = ID<Functionary>(present.value.from), let to = ID<Functionary>(present.value.to)
        else { throw WebFailure.notFound }
        let handover = isTaken ? present.value.taken(at: now) : present.value.given(at: now)
        guard handover != present.value else { return }
        guard deployment.endedAt == nil else { throw HandoverRefusal(faults: [.ended]) }
        guard present.mayConfirm(actor.journalText) else { throw HandoverRefusal(faults: [.sameAccount]) }
        let names = try handoverNames(from, to)
        let function = try functionName(handover.function)
        var draft = EntryDraft(
            .handover(handover),
            isTaken
                ? "\(function): \(names.to) neemt over van \(names.from)."
                : "\(function): \(names.from) draagt over aan \(names.to).", key: key)
        draft.replaces = [present.entry.number]
        let recorded = try recordEntry(draft, in: id)
        guard handover.isConfirmed, !recorded.isDuplicate else { return }
        try changeCrew(handover, from, to, names, function, in: id, key: key)
    }

    private mutating func changeCrew(
        _ handover: Handover, _ from: ID<Functionary>, _ to: ID<Functionary>,
        _ names: (from: String, to: String), _ function: String, in id: ID<Deployment>, key: String
    ) throws {
        let present = try tx.crewTimes(of: id).filter { $0.until == nil && $0.function == handover.function }
        if !present.contains(where: { $0.person == to }) {
            try recordEntry(
                EntryDraft(
                    .member(DeploymentMember(person: to.description, function: handover.function)),
                    "\(names.to) aan het werk als \(function).", key: "\(key)-komt"), in: id)
        }
        try recordEntry(
            EntryDraft(
                .member(
                    DeploymentMember(
                        person: from.description, function: handover.function, isActive: false)),
                "\(names.from) afgelost als \(function).", key: "\(key)-gaat"), in: id)
    }

    /// Writes down, once each, where somebody's hours go against the working-time act: whenever they come or go, and
    /// when all is over. It is allowed (ATW 2:2, 5:10), and the rest is to be made up.
    mutating func logDeviations(of people: Set<ID<Functionary>>, in id: ID<Deployment>) throws {
        let hours = try ReliefHours(id, tx, at: now)
        for person in hours.people where people.contains(person.person) {
            // A shift that still goes on is told when it ends.
            for deviation in person.ledger.deviations where !person.isPresent || deviation.interval.end < now
            {
                guard let deployment = try tx.deployment(id) else { return }
                let moment = deviation.interval.start.milliseconds
                let draft = EntryDraft(
                    .note(Note(kind: .personal, verification: .confirmed)),
                    "Afwijking Arbeidstijdenwet (art. 2:2 en 5:10): \(person.name), \(deviation.sentence).",
                    key: "atw-\(person.person)-\(moment)-\(deviation.code)")
                _ = try append(draft, to: deployment, .full)
            }
        }
    }

    /// Somebody who said yes to a shift that is over was there: written in and out at its begin and end, it counts.
    ///
    /// - Throws: `ReliefRefusal.unknownShift` for one that was written down already.
    mutating func recordWorked(_ id: ID<ReliefShift>, of deployment: ID<Deployment>) throws {
        let shift = try ReliefHours(deployment, tx, at: now).unrecorded.first { $0.id == id }
        guard let shift else { throw ReliefRefusal.unknownShift }
        let name = try reliefName(shift.person)
        let words = try reliefWords(shift)
        for (isActive, at) in [(true, shift.interval.start), (false, shift.interval.end)] {
            let member = DeploymentMember(
                person: shift.person.description, function: shift.function, isActive: isActive)
            var draft = EntryDraft(
                .member(member), "\(name) \(isActive ? "was aan het werk" : "ging weg"), \(words).",
                key: "gewerkt-\(shift.id)-\(isActive ? "komt" : "gaat")")
            draft.occurredAt = at
            try recordEntry(draft, in: deployment)
        }
    }

    private func handoverNames(
        _ from: ID<Functionary>, _ to: ID<Functionary>
    ) throws -> (from: String, to: String) {
        guard from != to else { throw HandoverRefusal(faults: [.samePerson]) }
        guard let first = try tx.functionary(from), let second = try tx.functionary(to) else {
            throw ReliefRefusal.unknownPerson
        }
        return (first.name.full, second.name.full)
    }

    private func functionName(_ code: Code<CrisisFunction>) throws -> String {
        try tx.functions().first { $0.code == code }?.name ?? code.text
    }
}
