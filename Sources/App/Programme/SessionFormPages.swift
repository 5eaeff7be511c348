import Domain
import Web

/// The forms with which the programme is kept.
enum SessionFormPages {
    static func activities(_ activities: [Activity], _ names: [Code<CrisisFunction>: String]) -> Page {
        var table = Table("Activiteiten, op naam", columns: ["Activiteit", "Soort", "Voor wie", "Sessie"])
        for activity in activities {
            table.add([
                "<a href=\"/programma/activiteiten/\(activity.id)\">\(activity.title)</a>",
                "\(activity.kind.word)\(activity.isJoint ? ", gezamenlijk" : "")",
                "\(ProgrammePages.audience(activity, names))",
                "<a href=\"/programma/sessies/nieuw?activiteit=\(activity.id)\">plannen<span class=\"visually-hidden\"> van \(activity.title)</span></a>",
            ])
        }
        let heading =
            activities.isEmpty
            ? "Er zijn nog geen activiteiten"
            : "\(Dutch.count(activities.count, "activiteit", "activiteiten")) om te plannen"
        return Page(
            heading: heading, breadcrumb: ProgrammePages.crumb,
            body: """
                <p>Een activiteit is wat u aanbiedt; een sessie is een keer dat zij er is.</p>
                <div class="actions"><a class="button" href="/programma/activiteiten/nieuw">Activiteit toevoegen</a></div>
                \(activities.isEmpty ? nil : table.html)
                """)
    }

    /// - Parameter id: nil for a new one.
    static func activity(
        _ id: ID<Activity>?, _ functions: [CrisisFunction], _ csrf: String, _ state: FormState
    ) -> Page {
        let kinds =
            [("", "kies een soort")]
            + ActivityKind.allCases.filter { $0 != .deployment }.map {
                ($0.rawValue, $0.word)
            }
        let fields: [Field] = [
            Field("titel", "Naam", isRequired: true),
            Field("soort", "Soort", .choice(kinds), hint: "Bepaalt voor welke eis van een functie het telt."),
            Field("uitleg", "Uitleg voor deelnemers", .longText(rows: 4)),
            Field(
                "uitslag", "Deelnemers slagen of slagen niet; alleen wie slaagt, krijgt het mee", .checkbox),
            Field(
                "gezamenlijk",
                "Dit is de jaarlijkse gezamenlijke oefening (Besluit veiligheidsregio's 2.5.1)",
                .checkbox),
        ]
        let chosen = Set(state.fields.all("functies"))
        let boxes = functions.map { function -> HTML in
            let checked: HTML = chosen.contains(function.code.text) ? " checked" : ""
            return """
                <div class="nl-form-field"><input type="checkbox" id="functie-\(function.code)" name="functies" value="\(function.code)"\(checked)>
                <label for="functie-\(function.code)">\(function.name)</label></div>
                """
        }
        return page(
            id == nil ? "Activiteit toevoegen" : "Activiteit wijzigen",
            "<a href=\"/programma/activiteiten\">Activiteiten</a>", state,
            form(
                id.map { "/programma/activiteiten/\($0)" } ?? "/programma/activiteiten", csrf: csrf,
                """
                <input type="hidden" name="versie" value="\(state.fields["versie"])">
                \(fields.map { $0.html(state) })
                <fieldset><legend>Voor wie</legend><p class="hint">Niets aangekruist: voor iedereen.</p>\(boxes)</fieldset>
                <div class="actions"><button type="submit">Opslaan</button></div>
                """))
    }

    /// - Parameter session: nil for a new one.
    static func session(
        _ session: ID<ActivitySession>?, _ activities: [Activity], _ csrf: String, _ state: FormState
    ) -> Page {
        let choices = [("", "kies een activiteit")] + activities.map { ($0.id.description, $0.title) }
        var fields: [Field] = [
            Field("activiteit", "Activiteit", .choice(choices)),
            Field("dag", "Dag", .date, isRequired: true),
            Field("van", "Van", .time, isRequired: true),
            Field(
                "tot", "Tot", .time, hint: "Eerder dan het begin: tot de volgende dag.", isRequired: true),
            Field("plaats", "Waar", isRequired: true),
            Field("leiding", "Wie leidt het"),
            Field("plaatsen", "Aantal plekken", hint: "Leeg: geen grens."),
            Field("inschrijven-tot", "Zelf inschrijven tot en met", .date),
            Field(
                "kosten", "Kosten in euro's", hint: "Zaal, trainer, materiaal. Uren tellen apart."),
        ]
        if session == nil {
            fields.append(
                Field(
                    "herhalen-tot", "Elke week herhalen tot en met", .date,
                    hint: "Voor bijvoorbeeld de wekelijkse gezamenlijke dag."))
        }
        fields.append(Field("achteraf", "Dit is al geweest: achteraf vastleggen", .checkbox))
        return page(
            session == nil ? "Sessie plannen" : "Sessie wijzigen",
            session.map { "<a href=\"/programma/sessies/\($0)\">Terug naar de sessie</a>" }
                ?? ProgrammePages.crumb,
            state,
            form(
                session.map { "/programma/sessies/\($0)" } ?? "/programma/sessies", csrf: csrf,
                """
                <input type="hidden" name="versie" value="\(state.fields["versie"])">
                \(fields.map { $0.html(state) })
                <div class="actions"><button type="submit">Opslaan</button></div>
                """))
    }

    static func cancellation(_ model: SessionPage, _ state: FormState) -> Page {
        let field = Field(
            "reden", "Waarom gaat het niet door", .longText(rows: 3),
            hint: "Iedereen op de lijst krijgt dit per mail.", isRequired: true)
        let people = model.placedCount + model.waitingCount
        return page(
            "\(model.activity.title) afzeggen",
            "<a href=\"/programma/sessies/\(model.session.id)\">Terug naar de sessie</a>", state,
            """
            <p>\(Dutch.period(model.session.interval)). \(Dutch.count(people, "persoon krijgt", "personen krijgen")) bericht.
            Afzeggen is niet terug te draaien.</p>
            \(form("/programma/sessies/\(model.session.id)/afzegging", csrf: model.csrf, """
                <input type="hidden" name="versie" value="\(model.session.version)">\(field.html(state))
                <div class="actions"><button type="submit">Zeg de sessie af</button></div>
                """))
            """)
    }

    static func opinion(_ model: SessionPage, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field(
                "nut", "Hoe nuttig was het",
                .choice([
                    ("", "kies"), ("5", "5: heel nuttig"), ("4", "4"), ("3", "3"), ("2", "2"),
                    ("1", "1: niet nuttig"),
                ])),
            Field("geleerd", "Wat leerde je", .longText(rows: 3)),
            Field("beter", "Wat kan beter", .longText(rows: 3)),
        ]
        return page(
            "Wat vond je van \(model.activity.title)?",
            "<a href=\"/programma/sessies/\(model.session.id)\">Terug naar de sessie</a>", state,
            """
            <p>Wie het programma maakt, leest dit zonder je naam.</p>
            \(form("/programma/sessies/\(model.session.id)/terugblik", csrf: model.csrf, """
                \(fields.map { $0.html(state) })
                <div class="actions"><button type="submit">Verstuur</button></div>
                """))
            """)
    }

    /// Who came, for everybody with a place.
    static func attendance(_ model: SessionPage, _ state: FormState) -> Page {
        let path = "/programma/sessies/\(model.session.id)"
        let placed = model.participants.filter { $0.enrolment.state == .placed }
        let columns =
            ["Naam", "Gemeente", "Er geweest", "Minuten"] + (model.activity.hasResult ? ["Uitslag"] : [])
        var table = Table("Wie een plek had", columns: columns)
        for participant in placed { table.add(row(participant, model, state)) }
        let isClosed = model.session.closedAt != nil
        let closed: HTML? =
            isClosed
            ? """
            <p>De lijst is afgesloten.</p>
            \(form("\(path)/aanwezigheid/heropening", csrf: model.csrf, "<button class=\"quiet\" type=\"submit\">Open de lijst weer</button>"))
            """ : nil
        let list: HTML? =
            isClosed
            ? nil : "<p><a href=\"\(path)/aanwezigheid/inlezen\">Inlezen uit een lijst (csv of xlsx)</a></p>"
        let write: HTML? =
            isClosed
            ? nil
            : """
            <div class="actions"><button type="submit">Bewaren</button>
            <button class="quiet" type="submit" name="afsluiten" value="ja">Bewaren en afsluiten</button></div>
            """
        return page(
            placed.isEmpty ? "Er had niemand een plek" : "Wie was er bij \(model.activity.title)?",
            "<a href=\"\(path)\">Terug naar de sessie</a>", state,
            """
            <p>\(Dutch.period(model.session.interval)). Wie er was, krijgt het meteen mee voor de vakbekwaamheid. Wie er
            onverwacht was, voegt u eerst toe bij de sessie.</p>\(list)
            \(form("\(path)/aanwezigheid", csrf: model.csrf, "\(table.html)\(write)"))\(closed)
            """)
    }

    private static func row(
        _ participant: SessionPage.Participant, _ model: SessionPage, _ state: FormState
    ) -> [HTML] {
        let person = participant.enrolment.person
        let name = participant.name.full
        var fields = [
            Field(
                "aanwezig-\(person)", "Er geweest: \(name)",
                .choice(
                    [("", "nog niet gezegd")] + Attendance.Presence.allCases.map { ($0.rawValue, $0.word) })),
            Field("minuten-\(person)", "Minuten van \(name)", .number),
        ]
        if model.activity.hasResult {
            let results = Attendance.Result.allCases.map { ($0.rawValue, $0.word) }
            fields.append(
                Field("uitslag-\(person)", "Uitslag van \(name)", .choice([("", "geen")] + results)))
        }
        let said = state.fields.isEmpty ? recorded(participant.enrolment, model) : state.fields
        let cells = fields.map {
            $0.cell(FormState(said, errors: state.errors), isDisabled: model.session.closedAt != nil)
        }
        return ["\(participant.name.listed)", "\(participant.municipality)"] + cells
    }

    /// What is on record; the whole session where nothing is.
    private static func recorded(_ enrolment: Enrolment, _ model: SessionPage) -> FormFields {
        let attendance = enrolment.attendance
        return FormFields([
            "aanwezig-\(enrolment.person)": attendance?.presence.rawValue ?? "",
            "minuten-\(enrolment.person)": "\(attendance?.minutes ?? model.session.interval.minutes)",
            "uitslag-\(enrolment.person)": attendance?.result?.rawValue ?? "",
        ])
    }

    private static func page(_ heading: String, _ crumb: HTML, _ state: FormState, _ body: HTML) -> Page {
        Page(
            heading: heading, breadcrumb: crumb, body: "\(state.summary)\(body)",
            hasErrors: !state.errors.isEmpty)
    }
}
