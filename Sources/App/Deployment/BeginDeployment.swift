import Domain
import Storage
import Web

extension Change {
    /// Opens a deployment with the first tasks of its template.
    mutating func beginDeployment(_ request: OpeningRequest) throws -> ID<Deployment> {
        let id = try openDeployment(request)
        guard let template = DeploymentTemplate.find(request.template) else { return id }
        for (index, task) in template.tasks.enumerated() {
            let action = DeploymentAction(
                what: task.what, owner: task.owner, dueAt: now.adding(minutes: task.minutes),
                giver: "sjabloon \(template.name)", card: task.card)
            try recordEntry(
                EntryDraft(.action(action), task.what, key: "\(request.key)/taak-\(index)"), in: id)
        }
        if !template.specialists.isEmpty {
            try recordEntry(
                EntryDraft(
                    .note(Note(kind: .personal)),
                    "Denk aan specialisten: \(Dutch.list(template.specialistNames)). Wie er te bellen zijn, staat bij Mensen.",
                    key: "\(request.key)/specialisten"), in: id)
        }
        return id
    }

    /// Writes a small deployment or advice down whole: it is over, the municipality reads it in the morning.
    mutating func recordSmallDeployment(
        _ request: OpeningRequest, _ small: SmallDeployment
    ) throws -> ID<Deployment> {
        let id = try openDeployment(request)
        let who = small.askedBy.isEmpty ? "" : "Gevraagd door \(small.askedBy). "
        let to = small.handedTo.isEmpty ? "" : " Overgedragen aan \(small.handedTo)."
        try recordEntry(
            EntryDraft(.small(small), "\(who)\(small.done)\(to)", key: "\(request.key)/klein"), in: id)
        try recordOwnWork(in: id, key: "\(request.key)/zelf")
        try recordEntry(
            EntryDraft(
                .ended(DeploymentEnding(handedTo: small.handedTo)), "Afgesloten.", key: "\(request.key)/einde"
            ),
            in: id)
        return id
    }

    /// Whoever writes a small deployment down did it, in the function of their duty: it may count for them.
    private mutating func recordOwnWork(in id: ID<Deployment>, key: String) throws {
        guard case .account(let signedIn) = actor, let person = signedIn.person,
            let functionary = try tx.functionary(person),
            let function = try tx.functions().first(where: { signedIn.dutyFunctions.contains($0.code) })
        else { return }
        try recordEntry(
            EntryDraft(
                .member(DeploymentMember(person: person.description, function: function.code)),
                "\(functionary.name.full) deed dit als \(function.name).", key: key), in: id)
    }

    /// Calls people for a deployment and ties the alarm to it.
    mutating func raiseAlarm(
        for id: ID<Deployment>, _ posts: [AlarmRequest.Post], in municipality: Code<Municipality>, key: String
    ) throws -> ID<Alarm> {
        let (deployment, access) = try tx.deployment(id, for: actor)
        guard access.mayRecord else { throw WebFailure.forbidden }
        let raised = try raiseAlarm(
            AlarmRequest(
                key: key, posts: posts, municipality: municipality, place: deployment.place,
                description: deployment.title, isExercise: deployment.isExercise,
                isFlexible: deployment.mode == .flexible,
                isRegional: deployment.level.map { $0 >= .four } ?? false))
        let asked = Dictionary(posts.map { ($0.function.text, $0.wanted) }, uniquingKeysWith: +)
        let text = posts.map { "\($0.wanted) × \($0.function)" }
        let draft = EntryDraft(
            .alarm(AlarmLink(alarm: raised.id.description, asked: asked)),
            "Gealarmeerd: \(Dutch.list(text)).", key: "alarm-\(raised.id)")
        try recordEntry(draft, in: id)
        return raised.id
    }

    /// Lets somebody read a confidential entry, and writes down that they did.
    mutating func readConfidential(_ number: Int, in id: ID<Deployment>) throws -> DeploymentEntry {
        let (_, access) = try tx.deployment(id, for: actor)
        guard let entry = try tx.entry(number, in: id) else { throw WebFailure.notFound }
        guard access.mayReadConfidential || entry.author.account == actor.journalText else {
            throw WebFailure.forbidden
        }
        try record(
            JournalEntry(
                "deploymentEntry.read", "deployment", id, after: ["nummer": .number(number)]))
        return entry
    }
}
