import Domain
import Web

/// Entries as a log shows them, and the parts of a page that refresh by themselves.
enum EntryPages {
    /// The log, newest first. Without anything that is of one visitor: viewers with the same rights share it.
    static func log(_ model: DeploymentPage) -> HTML {
        let items = model.entries.map { entry in item(entry, model) }
        let last = model.entries.last?.number ?? 1
        let older: HTML? =
            last > 1 && model.knownAt == nil
            ? "<p><a href=\"\(model.path)/log?tot=\(last - 1)\">Ouder dan regel \(last)</a></p>" : nil
        return "<ul class=\"log\">\(items)</ul>\(older)"
    }

    static func item(_ entry: DeploymentEntry, _ model: DeploymentPage) -> HTML {
        let isOpen = !entry.isConfidential || model.opened?.number == entry.number
        let text: HTML = isOpen ? "<p>\(entry.text)</p>" : hidden(entry, model)
        return """
            <li id="regel-\(entry.number)">
            <p class="muted"><span class="nowrap">\(entry.number) · \(time(entry, model))</span> \(tag(entry))
            \(entry.author.text)\(entry.source.isEmpty ? "" : ", van \(entry.source)")\(late(entry))</p>
            \(text)\(isOpen ? details(entry, model) : nil)</li>
            """
    }

    /// With its day where that is not today: a deployment may last for weeks.
    private static func time(_ entry: DeploymentEntry, _ model: DeploymentPage) -> String {
        Amsterdam.day(at: entry.occurredAt) == Amsterdam.day(at: model.now)
            ? Dutch.time(entry.occurredAt) : Dutch.shortMoment(entry.occurredAt)
    }

    private static func hidden(_ entry: DeploymentEntry, _ model: DeploymentPage) -> HTML {
        model.access.mayReadConfidential
            ? "<p><a href=\"\(model.path)/regels/\(entry.number)\">Vertrouwelijk: lezen wordt vastgelegd</a></p>"
            : "<p>Vertrouwelijk.</p>"
    }

    private static func tag(_ entry: DeploymentEntry) -> HTML {
        let word: String =
            if case .note(let note) = entry.content {
                note.kind == .fact ? note.verification.word : note.kind.word
            } else {
                entry.content.kind.word
            }
        let secret: HTML? = entry.isConfidential ? " <span class=\"tag attention\">vertrouwelijk</span>" : nil
        return "<span class=\"tag\">\(word)</span>\(secret)"
    }

    /// Said only when a log reader must know: heard or written down clearly later than it happened.
    private static func late(_ entry: DeploymentEntry) -> String {
        let heard = entry.receivedAt.minutes(since: entry.occurredAt)
        let written = entry.recordedAt.minutes(since: entry.receivedAt)
        var parts: [String] = []
        if heard >= 1 { parts.append("gehoord \(Dutch.time(entry.receivedAt))") }
        if written >= 1 { parts.append("vastgelegd \(Dutch.time(entry.recordedAt))") }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }

    private static func details(_ entry: DeploymentEntry, _ model: DeploymentPage) -> HTML? {
        switch entry.content {
        case .level(let declaration):
            let heard = HeardDeclaration(
                number: entry.number, occurredAt: entry.occurredAt, declaration: declaration)
            return signals(
                model.state.declarations.signals(of: heard, matrix: model.declarers).map(\.sentence))
        case .note(let note):
            return note.corrects.map { number -> HTML in
                "<p class=\"muted\">Verbetert <a href=\"#regel-\(number)\">regel \(number)</a>.</p>"
            }
        case .message(let message):
            return signals(message.deviations.map(\.sentence))
        default: return nil
        }
    }

    static func signals(_ sentences: [String]) -> HTML? {
        guard !sentences.isEmpty else { return nil }
        let items = sentences.map { sentence -> HTML in "<li>\(sentence)</li>" }
        return "<div class=\"nl-alert nl-alert--warning\"><ul>\(items)</ul></div>"
    }

    /// How it stands, above the log: level, what is due, what contradicts.
    static func standing(_ model: DeploymentPage) -> HTML {
        """
        \(notices(model))
        <ul class="figures">
        <li><strong>\(level(model.state))</strong> sinds \
        \(Dutch.time(model.state.declarations.current?.occurredAt ?? model.deployment.openedAt)) uur</li>
        <li><strong>\(model.state.picture.topics.count)</strong> onderwerpen in het beeld</li>
        <li><strong>\(model.state.actions.count { !$0.value.state.isOver })</strong> acties open</li>
        </ul>
        """
    }

    private static func level(_ state: DeploymentState) -> String {
        guard let heard = state.declarations.current else { return state.mode.word }
        return heard.declaration.level?.name ?? "Geen GRIP"
    }

    private static func notices(_ model: DeploymentPage) -> HTML? {
        if model.state.ending == nil { return runningNotices(model) }
        // Nobody is late any more; what was left goes on in the aftermath.
        let left = model.state.actions.filter { !$0.value.state.isOver }
        return signals(left.map { "Stond nog open bij het afsluiten: \($0.value.what) (\($0.value.owner))." })
    }

    private static func runningNotices(_ model: DeploymentPage) -> HTML? {
        var sentences: [String] = []
        if let minutes = model.waitingMinutes, let most = model.processMinutes, minutes >= most {
            sentences.append(
                "Een melding wacht al \(Dutch.duration(minutes: minutes)) op verwerking in het beeld; de norm is \(most) minuten."
            )
        }
        for topic in model.state.picture.contradictions {
            sentences.append("Tegenspraak over \(topic.name): de informatiecoördinator beslist.")
        }
        for action in model.state.actions where action.value.isOverdue(at: model.now) {
            sentences.append("Over tijd: \(action.value.what) (\(action.value.owner)).")
        }
        for action in model.state.returned {
            sentences.append(
                "Terug naar \(action.value.giver), niet uitgevoerd: \(action.value.what). \(action.value.feedback)"
            )
        }
        let open = model.state.handovers.filter { !$0.value.isConfirmed }
        for handover in open {
            sentences.append("\(handover.entry.text) Dat is nog niet bevestigd; dat kan bij Overdracht.")
        }
        // Of what waits for one of the two, that sentence says more.
        for missing in model.missingHandovers
        where !open.contains(where: { $0.value.function == missing.function }) {
            let name = model.functions.first { $0.code == missing.function }?.name ?? missing.function.text
            sentences.append(
                "De overdracht van \(name) van \(Dutch.time(missing.dueAt)) uur is niet bevestigd.")
        }
        if model.wantsReliefPlan {
            sentences.append(
                "Er is nog geen aflosplan. Maak het bij Aflossing, dan weet iedereen wie er hierna komt.")
        }
        for decision in model.state.decisions where decision.value.isCheckDue(at: model.now) {
            sentences.append("Ga na of dit werkt: \(decision.value.decision)")
        }
        if let due = model.communication.dueAt, due <= model.now, model.state.ending == nil,
            model.state.mode != .small
        {
            sentences.append(
                model.communication.released.isEmpty
                    ? "De eerste feiten hadden om \(Dutch.time(due)) uur naar buiten gemoeten."
                    : "Een nieuw bericht was nodig om \(Dutch.time(due)) uur.")
        }
        for conflict in model.communication.conflicts {
            let numbers = conflict.map { "regel \($0.number)" }
            sentences.append("Afzenders spreken elkaar tegen: \(Dutch.list(numbers)).")
        }
        sentences += model.shelter.signals(at: model.now).map(\.sentence)
        if let watch = model.state.watch, let look = watch.nextLookAt, look <= model.now {
            sentences.append("Kijk opnieuw: \(watch.watcher) zou dat doen om \(Dutch.time(look)) uur.")
        }
        return signals(sentences) ?? HTML()
    }

    /// What a visitor sees of one confidential entry, after the reading was written down.
    static func reading(_ entry: DeploymentEntry, _ model: DeploymentPage) -> Page {
        Page(
            heading: "Vertrouwelijk: regel \(entry.number)",
            breadcrumb: "<a href=\"\(model.path)\">\(model.deployment.title)</a>",
            body:
                "<ul class=\"log\">\(item(entry, model))</ul><p class=\"muted\">Dat u dit las is vastgelegd.</p>",
            isExercise: model.deployment.isExercise)
    }

    /// Asks first: opening it leaves a trace.
    static func beforeReading(_ entry: DeploymentEntry, _ model: DeploymentPage) -> Page {
        Page(
            heading: "Deze regel is vertrouwelijk",
            breadcrumb: "<a href=\"\(model.path)\">\(model.deployment.title)</a>",
            body: """
                <p>Wie hem leest en wanneer wordt vastgelegd.</p>
                \(form("\(model.path)/regels/\(entry.number)/lezing", csrf: model.csrf, """
                    <div class="actions"><button type="submit">Lezen</button></div>
                    """))
                """, isExercise: model.deployment.isExercise)
    }
}
