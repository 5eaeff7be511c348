import Domain
import Storage
import Web

/// What somebody did, before it is written down.
struct ActivityDraft: Sendable {
    let person: ID<Functionary>
    let kind: ActivityKind
    /// Empty: it counts for every function of the person.
    var functions: Set<Code<CrisisFunction>> = []
    let day: Day
    let minutes: Int
    let title: String
}

extension Change {
    /// Writes down what somebody did; it replaces what `source` said of that person before, so that saying it
    /// twice changes nothing.
    ///
    /// For whoever may change the person, keeps the programme or approves evaluations: somebody's own employer is not
    /// always at the session.
    mutating func recordActivity(_ draft: ActivityDraft, from source: PerformedActivity.Source) throws {
        try requireRecording(of: draft.person, from: source)
        let before = try tx.performedActivities(from: source).filter { $0.person == draft.person }
        let functions: [Code<CrisisFunction>?] = draft.functions.isEmpty ? [nil] : draft.functions.sorted()
        let after = functions.map { function in
            PerformedActivity(
                id: newID(), person: draft.person, kind: draft.kind, function: function, day: draft.day,
                minutes: draft.minutes, title: draft.title, source: source)
        }
        guard before.map(\.fact) != after.map(\.fact) else { return }
        try noticingGaps(of: draft.person, cause: "activity.recorded") { change in
            try change.tx.deletePerformedActivities(from: source, of: draft.person)
            for activity in after { try change.tx.insert(activity, at: change.now) }
        }
        try record(
            JournalEntry(
                before.isEmpty ? "activity.recorded" : "activity.changed", "person", draft.person,
                before: before.first?.journalState(functions: before.map(\.function)),
                after: after.first?.journalState(functions: functions)))
    }

    /// Takes back what `source` said of that person; nothing happens when it said nothing.
    mutating func withdrawActivity(
        from source: PerformedActivity.Source, of person: ID<Functionary>
    ) throws {
        try requireRecording(of: person, from: source)
        let before = try tx.performedActivities(from: source).filter { $0.person == person }
        guard let first = before.first else { return }
        try noticingGaps(of: person, cause: "activity.withdrawn") { change in
            try change.tx.deletePerformedActivities(from: source, of: person)
        }
        try record(
            JournalEntry(
                "activity.withdrawn", "person", person,
                before: first.journalState(functions: before.map(\.function))))
    }

    private func requireRecording(
        of id: ID<Functionary>, from source: PerformedActivity.Source
    ) throws {
        guard let person = try tx.functionary(id) else { throw WebFailure.notFound }
        if case .account(let signedIn) = actor, signedIn.may(.editProgramme) { return }
        // Whoever approves an evaluation says with it who worked.
        if case .account(let signedIn) = actor, source.kind == .deployment, signedIn.may(.approveEvaluations)
        {
            return
        }
        try actor.require(.editPeople, for: person.municipality)
    }
}

extension PerformedActivity {
    /// All but its identity.
    fileprivate var fact: [String] {
        [kind.rawValue, function?.text ?? "", day.iso, "\(minutes)", title]
    }

    fileprivate func journalState(functions: [Code<CrisisFunction>?]) -> [String: JournalValue] {
        [
            "soort": .text(kind.rawValue), "dag": .secret(day.iso, of: person), "minuten": .number(minutes),
            "wat": .secret(title, of: person), "bron": .text("\(source.kind.rawValue) \(source.key)"),
            "functies": .text(functions.compactMap { $0?.text }.joined(separator: " ")),
        ]
    }
}
