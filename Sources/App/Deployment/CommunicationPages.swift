import Domain
import Web

/// Messages to the public, who speaks, and what people think and ask.
enum CommunicationPages {
    static func communication(_ model: DeploymentPage) -> Page {
        DeploymentPages.page(
            model, "/communicatie", heading: heading(model),
            body: """
                \(conflicts(model))
                <h2>Berichten</h2><ul class="cards board">\(model.state.messages.map { message($0, model) })</ul>
                \(newMessage(model))
                <h2>Omgevingsbeeld</h2><ul class="cards board">\(model.state.environment.map { report($0, model) })</ul>
                \(newReport(model))
                <h2>Wie spreekt nu waarover</h2>\(mandates(model))
                """)
    }

    static func phase(_ model: DeploymentPage) -> MandatePhase {
        MandatePhase(level: model.state.declarations.level, isOver: model.state.ending != nil)
    }

    private static func heading(_ model: DeploymentPage) -> String {
        if !model.communication.conflicts.isEmpty { return "Afzenders spreken elkaar tegen" }
        guard let due = model.communication.dueAt else { return "Communicatie" }
        let what = model.communication.released.isEmpty ? "De eerste feiten" : "Het volgende bericht"
        return due <= model.now
            ? "\(what) had om \(Dutch.time(due)) uur naar buiten gemoeten"
            : "\(what) vóór \(Dutch.time(due)) uur"
    }

    private static func conflicts(_ model: DeploymentPage) -> HTML? {
        guard !model.communication.conflicts.isEmpty else { return nil }
        let sides = model.communication.conflicts.map { entries -> HTML in
            let cards = entries.map { entry -> HTML in
                guard case .message(let message) = entry.content else { return HTML() }
                return
                    "<div class=\"card\"><p class=\"muted\">\(message.speaker.word), \(Dutch.time(entry.occurredAt)) uur</p><p>\(entry.text)</p></div>"
            }
            return "<div class=\"side-by-side\">\(cards)</div>"
        }
        return
            "<div class=\"nl-alert nl-alert--warning\"><h2>Over hetzelfde zeggen regio en gemeente iets anders</h2></div>\(sides)"
    }

    private static func message(
        _ message: DeploymentState.Changing<PublicMessage>, _ model: DeploymentPage
    ) -> HTML {
        let value = message.value
        let deviations = value.deviations.map(\.sentence)
        let answers =
            value.answers.isEmpty
            ? "" : " Antwoord op \(Dutch.list(value.answers.map { "regel \($0)" }))."
        let approved = value.approvedBy.isEmpty ? "" : " Goedgekeurd door \(value.approvedBy)."
        return """
            <li class="card"><h3>\(value.subject.isEmpty ? value.kind.word.capitalisedFirst : value.subject)</h3>
            <p>\(message.entry.text)</p>\(value.advice.isEmpty ? nil : "<p><strong>Doe dit:</strong> \(value.advice)</p>" as HTML?)
            <p class="muted">\(value.speaker.word.capitalisedFirst), \(Dutch.time(message.entry.occurredAt)) uur, \(value.channel) voor \(value.audience).
            Doel: \(value.goal.word).\(approved)\(answers)</p>\(EntryPages.signals(deviations))</li>
            """
    }

    private static func newMessage(_ model: DeploymentPage) -> HTML? {
        guard model.mayRecord else { return nil }
        let state = FormState()
        let advice: HTML? =
            model.deployment.isExercise
            ? "<p class=\"exercise\"><strong>OEFENING</strong> staat boven elk bericht.</p>" : nil
        return """
            <details><summary>Bericht vrijgeven</summary>\(advice)\(DeploymentPages.entryForm("\(model.path)/berichten", model, "bericht", """
                \(Field("onderwerp", "Onderwerp", isRequired: true).html(state, in: "bericht"))
                \(Field("tekst", "Bericht", .longText(rows: 4), isRequired: true).html(state, in: "bericht"))
                \(Field("advies", "Wat kunnen mensen doen").html(state, in: "bericht"))
                <div class="row">\(Field("soort", "Soort", .choice(MessageKind.allCases.map { ($0.rawValue, $0.word) })).html(state, in: "bericht"))
                \(Field("doel", "Doel", .choice(CommunicationGoal.allCases.map { ($0.rawValue, $0.word) })).html(state, in: "bericht"))
                \(Field("afzender", "Afzender", .choice(Speaker.allCases.map { ($0.rawValue, $0.word) })).html(state, in: "bericht"))</div>
                <div class="row">\(Field("doelgroep", "Voor wie").html(state, in: "bericht"))\(Field("kanaal", "Kanaal").html(state, in: "bericht"))
                \(Field("akkoord", "Goedgekeurd door").html(state, in: "bericht"))
                \(Field("antwoord", "Antwoord op regel (nummers)").html(state, in: "bericht"))</div>
                <div class="actions"><button type="submit">Vrijgeven</button></div>
                """))</details>
            """
    }

    private static func report(
        _ report: DeploymentState.Changing<EnvironmentReport>, _ model: DeploymentPage
    ) -> HTML {
        let answered = model.state.messages.filter { $0.value.answers.contains(report.entry.number) }
        let mark: HTML =
            answered.isEmpty
            ? "<span class=\"tag attention\">nog geen bericht</span>"
            : "<span class=\"tag covered\">beantwoord in regel \(Dutch.list(answered.map { "\($0.entry.number)" }))</span>"
        return """
            <li class="card"><p>\(report.entry.text)</p>
            <p class="muted">Regel \(report.entry.number), \(report.value.topic.word), \(report.entry.author.text),
            \(Dutch.time(report.entry.occurredAt)) uur</p><p>\(mark)</p></li>
            """
    }

    private static func newReport(_ model: DeploymentPage) -> HTML? {
        guard model.mayRecord else { return nil }
        let state = FormState()
        return """
            <details><summary>Toevoegen aan het omgevingsbeeld</summary>\(DeploymentPages.entryForm("\(model.path)/omgeving", model, "omgeving", """
                \(Field("tekst", "Wat weten, denken of vragen mensen", .longText(rows: 3), isRequired: true).html(state, in: "omgeving"))
                <div class="row">\(Field("soort", "Soort", .choice(EnvironmentReport.Topic.allCases.map { ($0.rawValue, $0.word) })).html(state, in: "omgeving"))
                \(Field("bron", "Waar gezien").html(state, in: "omgeving"))</div>
                <div class="actions"><button type="submit">Toevoegen</button></div>
                """))</details>
            """
    }

    private static func mandates(_ model: DeploymentPage) -> HTML {
        let rows = MessageKind.allCases.map { kind -> HTML in
            let rule = model.mandates.rule(kind, phase(model))
            return """
                <tr><th scope="row">\(kind.word.capitalisedFirst)</th><td data-label="Wie">\(rule.speaker.word)</td>
                <td data-label="Eerst goedkeuren">\(rule.needsApproval ? "ja" : "nee, gaat meteen uit")</td></tr>
                """
        }
        return """
            <div class="table-frame"><table><caption>Mandaatmatrix bij \(phase(model).word)</caption>
            <thead><tr><th scope="col">Bericht over</th><th scope="col">Wie spreekt</th><th scope="col">Eerst goedkeuren</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}
