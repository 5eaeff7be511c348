import Domain
import Web

/// The column's own picture: by theme and topic, contradictions side by side.
enum OwnPicturePages {
    static func picture(_ model: DeploymentPage) -> Page {
        DeploymentPages.page(
            model, "/beeld", heading: heading(model),
            body: """
                <div data-deel="beeld">\(content(model))</div>
                \(freeze(model))
                \(add(model))
                """)
    }

    private static func heading(_ model: DeploymentPage) -> String {
        let count = model.state.picture.contradictions.count
        if count > 0 { return "Eigen beeld: \(Dutch.count(count, "tegenspraak", "tegenspraken"))" }
        return model.state.picture.topics.isEmpty
            ? "Het eigen beeld is nog leeg" : "Eigen beeld, zonder tegenspraak"
    }

    /// Without anything that is of one visitor: viewers with the same rights share it.
    static func content(_ model: DeploymentPage) -> HTML {
        let themes = PictureTheme.allCases.compactMap { theme -> HTML? in
            let topics = model.state.picture.topics.filter { $0.theme == theme }
            guard !topics.isEmpty else { return nil }
            return "<h2>\(theme.word)</h2>\(topics.map { topic($0, model) })"
        }
        return "\(waiting(model))<p class=\"muted\">\(versions(model))</p>\(themes)"
    }

    private static func versions(_ model: DeploymentPage) -> HTML {
        let links = model.versions.map { frozen -> HTML in
            """
             <a href="\(model.path)/beeld/versies/\(frozen.entry.number)">versie \(frozen.version)</a>
            (\(Dutch.time(frozen.entry.recordedAt)))
            """
        }
        return links.isEmpty ? "Nog geen versie vastgelegd." : "Vastgelegd:\(links)"
    }

    /// The picture as it was frozen; nothing in it changes any more.
    static func frozen(_ frozen: PictureVersion, _ model: DeploymentPage) -> Page {
        DeploymentPages.page(
            model, "/beeld", heading: "Beeld versie \(frozen.version), zoals het is vastgelegd",
            body: content(model))
    }

    /// The indicator of ten minutes (Bvr 2.4.2), as a sentence with its norm.
    private static func waiting(_ model: DeploymentPage) -> HTML {
        guard let minutes = model.waitingMinutes else {
            return "<p><span class=\"tag covered\">bij</span> Alle meldingen zijn verwerkt.</p>"
        }
        let isLate = model.processMinutes.map { minutes >= $0 } ?? false
        let tag: HTML =
            isLate ? "<span class=\"tag gap\">te laat</span>" : "<span class=\"tag attention\">wacht</span>"
        let most = model.processMinutes.map { "\($0) minuten" } ?? "niet vastgesteld"
        let notes = model.unprocessed.prefix(20).map { entry -> HTML in
            let aside: HTML? =
                model.access.mayRecord
                ? " <a href=\"\(model.path)/beeld/nieuw?regel=\(entry.number)\">Verwerken</a>" : nil
            return
                "<li>Regel \(entry.number): \(entry.isConfidential ? "vertrouwelijk" : entry.text)\(aside)</li>"
        }
        let waiting = Dutch.count(model.unprocessed.count, "melding wacht", "meldingen wachten")
        return """
            <p>\(tag) \(waiting), de oudste \(Dutch.duration(minutes: minutes)) (\(NormPages.link(.pictureProcess)) \(most)).</p>
            <details open><summary>Nog te verwerken</summary><ul>\(notes)</ul></details>
            """
    }

    private static func topic(_ topic: OwnPicture.Topic, _ model: DeploymentPage) -> HTML {
        let mark: HTML? =
            topic.isContradicted
            ? " <span class=\"tag gap\">tegenspraak</span> <span class=\"muted\">de informatiecoördinator beslist</span>"
            : nil
        return """
            <h3>\(topic.name)\(mark)</h3>
            <div class="side-by-side">\(topic.statements.map { statement($0, topic, model) })</div>
            """
    }

    private static func statement(
        _ entry: DeploymentEntry, _ topic: OwnPicture.Topic, _ model: DeploymentPage
    ) -> HTML {
        guard case .statement(let statement) = entry.content else { return HTML() }
        let copied =
            model.state.copies[entry.number].map { copy in
                "Overgenomen in LCMS om \(Dutch.time(copy.occurredAt)) uur."
            } ?? "Nog niet in LCMS."
        let actions: HTML? =
            model.mayRecord
            ? """
            <div class="actions"><a class="button quiet" href="\(model.path)/beeld/nieuw?vervangt=\(entry.number)">Bijwerken</a>
            \(topic.isContradicted && model.access.isCoordinator
                ? "<a class=\"button quiet\" href=\"\(model.path)/beeld/nieuw?beslist=\(entry.number)\">Dit geldt</a>" : nil as HTML?)
            <a class="button quiet" href="\(model.path)/beeld/\(entry.number)">Naar LCMS</a></div>
            """ : nil
        return """
            <div class="card"><p class="lead" data-tekst>\(entry.text)</p>
            <p class="muted">\(statement.verification.word)\(statement.isSettlement ? ", beslist" : "") ·
            \(entry.author.text), \(Dutch.time(entry.occurredAt)) uur · \(copied)</p>\(actions)</div>
            """
    }

    private static func freeze(_ model: DeploymentPage) -> HTML? {
        guard model.mayRecord, !model.state.picture.topics.isEmpty else { return nil }
        return DeploymentPages.entryForm(
            "\(model.path)/beeld/versies", model, "versie",
            """
            <div class="actions"><button class="quiet" type="submit">Leg dit beeld vast als versie \(model.state.pictureVersion + 1)</button></div>
            """)
    }

    private static func add(_ model: DeploymentPage) -> HTML? {
        guard model.mayRecord else { return nil }
        return "<h2>Toevoegen</h2>\(fields(model, FormState(), "nieuw", nil))"
    }

    /// Changing a statement, deciding between several, or making one from a note.
    static func statementForm(_ model: DeploymentPage, _ start: StatementStart) -> Page {
        let aside: HTML? = start.note.map { note in
            DeploymentPages.entryForm(
                "\(model.path)/regels", model, "opzij", next: "\(model.path)/beeld",
                """
                <input type="hidden" name="soort" value="personal"><input type="hidden" name="opzij" value="\(note)">
                <input type="hidden" name="tekst" value="Regel \(note) verandert het beeld niet.">
                <div class="actions"><button class="quiet" type="submit">Verandert het beeld niet</button></div>
                """)
        }
        return Page(
            heading: start.heading, breadcrumb: "<a href=\"\(model.path)/beeld\">Beeld</a>",
            body: "\(fields(model, start.state, "wijzig", start))\(aside)",
            isExercise: model.deployment.isExercise)
    }

    private static func fields(
        _ model: DeploymentPage, _ state: FormState, _ name: String, _ start: StatementStart?
    ) -> HTML {
        let themes = PictureTheme.allCases.map { ($0.rawValue, $0.word) }
        let hidden = (start?.hidden ?? []).map { field -> HTML in
            "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">"
        }
        return DeploymentPages.entryForm(
            "\(model.path)/beeld", model, name, next: "\(model.path)/beeld",
            """
            \(hidden)\(Field("thema", "Thema", .choice(themes)).html(state))
            \(Field("onderwerp", "Onderwerp", hint: "Bijvoorbeeld: aantal geëvacueerden.", isRequired: true).html(state))
            \(Field("tekst", "Wat is zo", .longText(rows: 3), isRequired: true).html(state))
            \(Field("zeker", "Hoe zeker", .choice(Verification.allCases.map { ($0.rawValue, $0.word) })).html(state))
            <div class="actions"><button type="submit">\(start?.button ?? "In het beeld zetten")</button></div>
            """)
    }

    /// One statement to take over in LCMS, which has no other way in than a person's hands.
    static func copy(_ entry: DeploymentEntry, _ model: DeploymentPage) -> Page {
        Page(
            heading: "Neem over in LCMS", breadcrumb: "<a href=\"\(model.path)/beeld\">Beeld</a>",
            body: """
                <div class="card"><p class="lead" id="tekst" data-tekst>\(entry.text)</p></div>
                <div class="actions"><button type="button" class="quiet" data-kopieer="tekst" aria-label="Kopieer de tekst" hidden></button></div>
                \(DeploymentPages.entryForm("\(model.path)/beeld/\(entry.number)/lcms", model, "lcms", next: "\(model.path)/beeld", """
                    <div class="actions"><button type="submit">Overgenomen in LCMS</button></div>
                    """))
                """, isExercise: model.deployment.isExercise)
    }
}

/// From what somebody makes a statement: nothing, one that they change, several to decide between, or a note.
struct StatementStart: Sendable {
    let heading: String
    let button: String
    let state: FormState
    let hidden: [(name: String, value: String)]
    let note: Int?

    init(_ query: FormFields, _ entry: DeploymentEntry?, isCoordinator: Bool) {
        let number = entry.map { "\($0.number)" } ?? ""
        guard let entry else {
            (heading, button, state) = ("Zet iets in het beeld", "In het beeld zetten", FormState())
            (hidden, note) = ([], nil)
            return
        }
        guard case .statement(let statement) = entry.content else {
            heading = "Verwerk regel \(number)"
            button = "In het beeld zetten"
            state = FormState(FormFields(["tekst": entry.isConfidential ? "" : entry.text]))
            hidden = [("uit", number)]
            note = entry.number
            return
        }
        let settles = !query["beslist"].isEmpty && isCoordinator
        heading = settles ? "Beslis wat geldt over \(statement.topic)" : "Werk \(statement.topic) bij"
        button = settles ? "Dit geldt" : "Bijwerken"
        state = FormState(
            FormFields([
                "thema": statement.theme.rawValue, "onderwerp": statement.topic,
                "tekst": entry.isConfidential ? "" : entry.text, "zeker": statement.verification.rawValue,
            ]))
        hidden = [("vervangt", number)] + (settles ? [("beslist", "ja")] : [])
        note = nil
    }
}
