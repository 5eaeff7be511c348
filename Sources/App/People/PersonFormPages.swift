import Domain
import Web

/// The forms about a person. Each is shown again with everything that was typed when it is refused.
enum PersonFormPages {
    static func person(_ model: PersonFormPage, _ id: ID<Functionary>?, _ state: FormState) -> Page {
        let municipalities = model.municipalities.map { ($0.code.text, $0.name) }
        let bases = model.bases.map { ($0.code.text, $0.name) }
        let channels = ContactChannel.Kind.allCases.map { ($0.rawValue, $0.word) }
        let person: [Field] = [
            Field(
                "gemeente", "Werkgever", .choice([("", "kies een gemeente")] + municipalities),
                isRequired: true),
            Field("personeelsnummer", "Personeelsnummer", isRequired: true),
            Field("voornaam", "Voornaam", isRequired: true), Field("tussenvoegsel", "Tussenvoegsel"),
            Field("achternaam", "Achternaam", isRequired: true),
            Field(
                "standplaats", "Standplaats", .choice([("", "zelfde als werkgever")] + bases),
                hint: "Waar deze persoon meestal vertrekt; de reistijd wordt vanaf hier gerekend."),
            Field("uit-dienst", "Laatste dag in dienst", .date),
        ]
        let reach: [Field] = [
            Field("mobiel", "Mobiel nummer", .telephone, hint: "Bijvoorbeeld 06 12345678."),
            Field("email", "E-mailadres", .email), Field("vast", "Vast nummer", .telephone),
            Field("eerst", "Eerst proberen via", .choice(channels)),
        ]
        let action = id.map { "/mensen/\($0)" } ?? "/mensen"
        return Page(
            heading: id == nil ? "Functionaris toevoegen" : "Gegevens wijzigen",
            breadcrumb: id.map { "<a href=\"/mensen/\($0)\">Terug naar de persoon</a>" }
                ?? "<a href=\"/mensen\">Mensen</a>",
            body: """
                \(state.summary)
                \(form(action, csrf: model.csrf, """
                    <input type="hidden" name="versie" value="\(state.fields["versie"])">
                    <fieldset><legend>Persoon</legend>\(person.map { $0.html(state) })</fieldset>
                    <fieldset><legend>Bereikbaar</legend>\(reach.map { $0.html(state) })</fieldset>
                    <div class="actions"><button type="submit">Opslaan</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    static func absence(_ person: Functionary, _ csrf: String, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field("van", "Eerste dag", .date, hint: "Bijvoorbeeld 23-11-2026.", isRequired: true),
            Field("van-tijd", "Vanaf", .time, hint: "Leeg: het begin van de dag."),
            Field("tot", "Laatste dag", .date, hint: "Leeg: dezelfde dag."),
            Field("tot-tijd", "Tot", .time, hint: "Leeg: het einde van de dag."),
        ]
        return simple(
            "Wanneer is \(person.name.full) verhinderd?", person.id, "verhinderingen", csrf, state, fields,
            intro:
                "Een reden is niet nodig. Staat er een dienst op het rooster, dan ziet de planner meteen dat die open valt."
        )
    }

    static func designation(
        _ person: Functionary, _ id: ID<Designation>?, _ model: PersonFormPage, _ state: FormState
    ) -> Page {
        let functions = [("", "kies een functie")] + model.functions.map { ($0.code.text, $0.name) }
        let fields: [Field] = [
            Field("functie", "Functie", .choice(functions)),
            Field("bereik", "Voor", .choice(Designation.Scope.allCases.map { ($0.rawValue, $0.word) })),
            Field("staat", "Staat", .choice(Designation.State.allCases.map { ($0.rawValue, $0.word) })),
            Field("vanaf", "Vanaf", .date), Field("tot", "Tot en met", .date),
            Field("door", "Aangewezen door", hint: "Bijvoorbeeld: college van Schiedam."),
            Field("document", "Besluit"),
        ]
        return simple(
            "Functie van \(person.name.full)", person.id, id.map { "functies/\($0)" } ?? "functies",
            model.csrf, state,
            fields)
    }

    static func certificate(
        _ person: Functionary, _ id: ID<Certificate>?, _ model: PersonFormPage, _ state: FormState
    ) -> Page {
        let functions = model.functions.map { ($0.code.text, $0.name) }
        let fields: [Field] = [
            Field("functie", "Functie", .choice(functions)),
            Field("staat", "Staat", .choice(Certificate.State.allCases.map { ($0.rawValue, $0.word) })),
            Field(
                "specialisatie", "Specialisatie",
                hint:
                    "Leeg: het basiscertificaat van de functie. Anders de naam zoals die in het profiel staat."
            ),
            Field("uitgever", "Uitgever", hint: "NIPV of een andere instelling."),
            Field("behaald", "Behaald op", .date),
            Field("geldig", "Geldig tot en met", .date, hint: "Leeg: geen einddatum."),
        ]
        return simple(
            "Certificaat van \(person.name.full)", person.id,
            id.map { "certificaten/\($0)" } ?? "certificaten",
            model.csrf, state, fields)
    }

    private static func simple(
        _ heading: String, _ person: ID<Functionary>, _ action: String, _ csrf: String, _ state: FormState,
        _ fields: [Field], intro: String? = nil
    ) -> Page {
        Page(
            heading: heading, breadcrumb: "<a href=\"/mensen/\(person)\">Terug naar de persoon</a>",
            body: """
                \(intro.map { text -> HTML in "<p>\(text)</p>" })
                \(state.summary)
                \(form("/mensen/\(person)/\(action)", csrf: csrf, """
                    \(fields.map { $0.html(state) })
                    <div class="actions"><button type="submit">Opslaan</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }
}
