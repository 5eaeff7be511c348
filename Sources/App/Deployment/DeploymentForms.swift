import Domain
import Web

/// Forms of a deployment, read into entries. What cannot be read as more is kept as text: nothing typed is lost.
struct DeploymentForm: Sendable {
    let fields: FormFields
    let now: Instant
    /// Whoever sends it.
    let author: String

    static let wordsMax = 400

    init(_ fields: FormFields, at now: Instant, author: String = "") {
        self.fields = fields
        self.now = now
        self.author = author
    }

    func text(_ name: String, max: Int = wordsMax) -> String { String(fields[name].prefix(max)) }

    var body: String { text("tekst", max: EntryDraft.textMax) }

    /// What cannot be kept as it was typed; nil when all of it can.
    var refusal: EntryRefusal? {
        for name in fields.names {
            let most = Self.longFields.contains(name) ? EntryDraft.textMax : Self.wordsMax
            if let long = fields.all(name).first(where: { $0.count > most }) {
                return .tooLong(field: name, count: long.count, most: most)
            }
        }
        for name in Self.pastFields where !fields[name].isEmpty && past(name) == nil {
            return .unreadableTime(field: name, text: fields[name], isAhead: false)
        }
        for name in Self.comingFields where !fields[name].isEmpty && coming(name) == nil {
            return .unreadableTime(field: name, text: fields[name], isAhead: true)
        }
        return nil
    }

    /// Of the fields that say what it is about, the one that was left empty.
    var emptyField: String {
        ["tekst", "naam", "aantal", "betrokkenen"].first { fields.names.contains($0) && fields[$0].isEmpty }
            ?? "tekst"
    }

    private static let longFields: Set = [
        "tekst", "oordeel", "overdracht", "gedaan", "toegezegd", "zorgen", "waarom", "reden",
    ]
    private static let pastFields = ["gebeurd", "begin"]
    private static let comingFields = ["tijd", "nagaan"]

    /// A time of the clock as the moment nearest before now, one that lies ahead by hours was of yesterday; or with
    /// its day. Nil for what is neither, and for what lies ahead.
    func past(_ name: String) -> Instant? {
        guard let typed = TypedMoment(fields[name]) else { return nil }
        let today = Amsterdam.day(at: now)
        let moment = typed.instant(on: today)
        if moment.minutes(since: now) <= Self.aheadMinutesMax { return moment }
        return typed.day == nil ? typed.instant(on: today.adding(days: -1)) : nil
    }

    /// Clocks of phones and servers differ; up to here a time ahead is a time of now.
    private static let aheadMinutesMax = 10

    /// A time of the clock as the first moment after now, or with its day.
    func coming(_ name: String) -> Instant? {
        guard let typed = TypedMoment(fields[name]) else { return nil }
        let today = Amsterdam.day(at: now)
        let moment = typed.instant(on: today)
        if moment > now { return moment }
        return typed.day == nil ? typed.instant(on: today.adding(days: 1)) : nil
    }

    /// Nil where nothing was typed.
    ///
    /// - Throws: `EntryRefusal` for what is no number, or one that cannot be.
    func count(_ name: String, max: Int = ShelterLocation.capacityMax) throws -> Int? {
        let typed = fields[name].filter { !$0.isWhitespace && $0 != "." }
        guard !typed.isEmpty else { return nil }
        guard let count = Int(typed), (0...max).contains(count) else {
            throw EntryRefusal.unreadableCount(field: name, text: fields[name], most: max)
        }
        return count
    }

    /// The number of an entry that was typed; nil where nothing was.
    ///
    /// - Throws: `EntryRefusal` for one that is not there, or is of another kind.
    func entry(_ name: String, _ desk: EntryDesk, of kind: EntryContent.Kind? = nil) throws -> Int? {
        guard !fields[name].isEmpty else { return nil }
        guard let number = Int(fields[name]), let entry = try desk.known(number),
            kind == nil || entry.content.kind == kind
        else { throw EntryRefusal.unknownEntry(field: name, text: fields[name]) }
        return number
    }

    func numbers(_ name: String) -> [Int] {
        fields.all(name).flatMap { $0.split { !$0.isNumber } }.compactMap { Int($0) }
    }

    func draft(_ content: EntryContent, _ text: String) -> EntryDraft {
        var draft = EntryDraft(content, text, key: fields["sleutel"])
        draft.occurredAt = past("gebeurd")
        // A page that waited for the line tells when it was typed: that is when it was heard.
        draft.receivedAt = Int64(fields["getypt"]).map { min(Instant(milliseconds: $0), now) } ?? now
        draft.source = self.text("bron")
        draft.isConfidential = fields["vertrouwelijk"] == "ja"
        return draft
    }
}

extension DeploymentForm {
    func note(_ desk: EntryDesk) throws -> EntryDraft {
        draft(
            .note(
                Note(
                    kind: Note.Kind(rawValue: fields["soort"]) ?? .fact,
                    verification: Verification(rawValue: fields["zeker"]) ?? .unconfirmed,
                    corrects: try entry("verbetert", desk), setsAside: numbers("opzij"))), body)
    }

    /// - Parameter known: the municipalities that it was in until now.
    func level(_ known: [Code<Municipality>]) -> EntryDraft {
        let added: [Code<Municipality>] = fields["erbij"].isEmpty ? [] : [Code(fields["erbij"])]
        let declaration = Declaration(
            level: Int(fields["niveau"]).flatMap(GRIPLevel.init),
            declarer: Declarer(rawValue: fields["functie"]), declaredBy: text("naam"),
            heardFrom: text("bron"), ground: text("grond"), municipalities: known + added)
        return draft(.level(declaration), declaration.sentence)
    }

    var statement: EntryDraft {
        let topic = text("onderwerp").tidied
        var draft = draft(
            .statement(
                PictureStatement(
                    theme: PictureTheme(rawValue: fields["thema"]) ?? .incident,
                    topic: topic.isEmpty ? "Algemeen" : topic,
                    verification: Verification(rawValue: fields["zeker"]) ?? .unconfirmed,
                    from: numbers("uit"), isSettlement: fields["beslist"] == "ja")), body)
        draft.replaces = numbers("vervangt")
        return draft
    }

    /// - Parameter giver: whoever writes it gives it.
    func action(_ desk: EntryDesk, by giver: String) throws -> EntryDraft {
        let what = body.isEmpty ? "Actie" : body
        return draft(
            .action(
                DeploymentAction(
                    what: what, owner: text("wie"), dueAt: coming("tijd"), giver: giver,
                    decision: try entry("besluit", desk, of: .decision))), what)
    }

    func change(_ entry: DeploymentEntry, _ action: DeploymentAction) -> EntryDraft {
        let state = DeploymentAction.State(rawValue: fields["staat"]) ?? action.state
        let feedback = text("terug").isEmpty ? action.feedback : text("terug")
        let changed = DeploymentAction(
            what: action.what, owner: action.owner, dueAt: action.dueAt, state: state, giver: action.giver,
            feedback: feedback, decision: action.decision, card: action.card)
        let told = text("terug").isEmpty ? "" : " \(text("terug"))"
        var draft = draft(.action(changed), "\(action.what): \(state.word).\(told)")
        draft.replaces = [entry.number]
        return draft
    }

    /// - Parameter picture: the frozen version that it rests on.
    func decision(picture: Int?, by author: String) -> EntryDraft {
        let decided = text("wie").isEmpty ? author : text("wie")
        return draft(
            .decision(
                DeploymentDecision(
                    judgement: text("oordeel", max: EntryDraft.textMax), decision: body, picture: picture,
                    decidedBy: decided, checkAt: coming("nagaan"))), body)
    }

    func effect(_ entry: DeploymentEntry, _ decision: DeploymentDecision) -> EntryDraft {
        let effect = DeploymentDecision.Effect(rawValue: fields["effect"]) ?? .unchecked
        let checked = DeploymentDecision(
            judgement: decision.judgement, decision: decision.decision, picture: decision.picture,
            decidedBy: decision.decidedBy, checkAt: decision.checkAt, effect: effect)
        var draft = draft(.decision(checked), "\(decision.decision): \(effect.word).")
        draft.replaces = [entry.number]
        return draft
    }
}

extension DeploymentForm {
    var team: EntryDraft {
        let kind = TeamKind(rawValue: fields["soort"]) ?? .other
        let name = text("naam").isEmpty ? kind.word : text("naam")
        return draft(.team(DeploymentTeam(kind: kind, name: name)), "\(name) begint.")
    }

    /// A role more, or the end of the team with what is handed over.
    func change(_ entry: DeploymentEntry, _ team: DeploymentTeam) -> EntryDraft {
        var draft: EntryDraft
        if fields["stopt"] == "ja" {
            let handed = text("overdracht", max: EntryDraft.textMax)
            draft = self.draft(
                .team(
                    DeploymentTeam(
                        kind: team.kind, name: team.name, roles: team.roles, isActive: false,
                        handedOver: handed)), "\(team.name) stopt. Overgedragen: \(handed)")
        } else {
            let role = DeploymentTeam.Role(
                role: text("rol"), name: text("naam"), duty: DeploymentTeam.Duty(rawValue: fields["taak"]))
            draft = self.draft(
                .team(DeploymentTeam(kind: team.kind, name: team.name, roles: team.roles + [role])),
                "\(team.name): \(role.name) als \(role.role).")
        }
        draft.replaces = [entry.number]
        return draft
    }

    /// - Parameter isExercise: every message of an exercise says so (spec C8).
    func message(isExercise: Bool) -> EntryDraft {
        let mark = isExercise && !body.hasPrefix("OEFENING") ? "OEFENING. " : ""
        return draft(
            .message(
                PublicMessage(
                    kind: MessageKind(rawValue: fields["soort"]) ?? .confirmedFacts,
                    goal: CommunicationGoal(rawValue: fields["doel"]) ?? .information,
                    audience: text("doelgroep").isEmpty ? "iedereen" : text("doelgroep"),
                    channel: text("kanaal").isEmpty ? "website" : text("kanaal"),
                    speaker: Speaker(rawValue: fields["afzender"]) ?? .region, advice: text("advies"),
                    approvedBy: text("akkoord"), subject: text("onderwerp").tidied,
                    answers: numbers("antwoord"))), "\(mark)\(body)")
    }

    var report: EntryDraft {
        draft(
            .environment(
                EnvironmentReport(topic: EnvironmentReport.Topic(rawValue: fields["soort"]) ?? .questions)),
            body)
    }

    func watch(_ state: DeploymentState) -> EntryDraft {
        let watch = Watch(
            watcher: text("wie"), nextLookAt: coming("tijd"), trigger: text("aanleiding"),
            informed: text("ingelicht"))
        let next = watch.nextLookAt.map { " Kijkt weer \(Dutch.moment($0))." } ?? ""
        var draft = draft(.watch(watch), "\(watch.watcher) kijkt.\(next)")
        draft.replaces = state.standing.filter { $0.content.kind == .watch }.map(\.number)
        return draft
    }

    /// A mayor's objection, as it was written (Wvr 39).
    func objection(_ desk: EntryDesk) throws -> EntryDraft {
        draft(
            .objection(
                Objection(
                    by: text("wie").isEmpty ? "Burgemeester" : text("wie"),
                    municipality: fields["gemeente"].isEmpty ? nil : Code(fields["gemeente"]),
                    decision: try entry("besluit", desk, of: .decision))), body)
    }

    var ending: EntryDraft {
        let handed = text("overdracht", max: EntryDraft.textMax)
        let isWithout = fields["zonder"] == "ja"
        return draft(
            .ended(DeploymentEnding(handedTo: handed, isWithoutDeployment: isWithout)),
            "Afgesloten\(isWithout ? " zonder inzet" : "").\(handed.isEmpty ? "" : " Overgedragen: \(handed)")"
        )
    }
}
