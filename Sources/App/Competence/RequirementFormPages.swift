import Domain
import Web

/// Adding and ending a requirement in two steps: what it should be, and what that changes.
enum RequirementFormPages {
    static let fieldNames = [
        "gemeente", "eis", "specialisatie", "aantal", "maat", "periode", "maanden", "geldig", "respijt", "na",
        "vrijstelling", "status", "bron", "door", "van", "tot",
    ]

    static func add(_ model: ProfilePage, _ state: FormState) -> Page {
        Page(
            heading: "Wat moet \(model.function.name) vragen?", breadcrumb: ProfilePages.crumb(model),
            body: """
                <p>Er wordt nog niets vastgelegd: eerst zie je wie er daardoor ophoudt mee te tellen en welke minuten
                hun bezetting verliezen.</p>
                \(state.summary)
                <form method="get" action="\(model.path)/eis" novalidate>
                <input type="hidden" name="stap" value="gevolg">
                \(fields(model).map { $0.html(state) })
                <div class="actions"><button type="submit">Bekijk wat dit verandert</button></div></form>
                """, hasErrors: !state.errors.isEmpty)
    }

    private static func fields(_ model: ProfilePage) -> [Field] {
        let region = model.mayAskRegion ? [("", "De hele regio")] : []
        let places = region + model.places.map { ($0.code.text, "Extra voor \($0.name)") }
        let kinds = ActivityKind.allCases.map { ($0.rawValue, $0.word.capitalisedFirst) }
        let subjects =
            [("baseLevel", "Basiscertificaat"), ("specialisation", "Certificaat voor een specialisatie")]
            + kinds
        let prerequisites = [("", "Geen voorwaarde")] + kinds
        let periods = [
            ("calendarYear", "per kalenderjaar"), ("months", "per aantal maanden"), ("once", "in totaal"),
        ]
        return [
            Field("gemeente", "Voor wie", .choice(places)),
            Field("eis", "Eis", .choice(subjects)),
            Field("specialisatie", "Naam van de specialisatie", hint: "Alleen bij een specialisatie."),
            Field("aantal", "Hoeveel", hint: "Bij een certificaat 1.", isRequired: true),
            Field("maat", "Geteld in", .choice([("times", "keer"), ("hours", "uur")])),
            Field("periode", "Periode", .choice(periods)),
            Field("maanden", "Aantal maanden", hint: "Alleen bij ‘per aantal maanden’."),
            Field("geldig", "Maanden geldig", hint: "Leeg: zo lang als de periode."),
            Field("respijt", "Dagen respijt", hint: "Leeg: zoals de norm van de regio."),
            Field("na", "Telt pas na", .choice(prerequisites)),
            Field("vrijstelling", "Een persoon kan worden vrijgesteld", .checkbox),
            Field("status", "Status", .choice(NormStatus.allCases.map { ($0.rawValue, $0.word) })),
            Field(
                "bron", "Bron", hint: "Waar het staat: het besluit met datum, het plan, de afspraak.",
                isRequired: true),
            Field("door", "Vastgesteld door", hint: "Het orgaan of de functie. Geen naam van een persoon."),
            Field("van", "Gevraagd vanaf", .date, isRequired: true),
            Field("tot", "Gevraagd tot en met", .date, hint: "Leeg: tot iemand een einde vastlegt."),
        ]
    }

    static func preview(
        _ model: ProfilePage, _ requirement: Requirement, _ impact: ProfileImpact, _ fields: FormFields
    ) -> Page {
        let hidden = fieldNames.map { name -> HTML in
            "<input type=\"hidden\" name=\"\(name)\" value=\"\(fields[name])\">"
        }
        let query = fieldNames.map { "\($0)=\(queryEncoded(fields[$0]))" }.joined(separator: "&")
        return Page(
            heading: heading(impact), breadcrumb: ProfilePages.crumb(model),
            body: """
                <p class="lead">\(requirement.subject.word.capitalisedFirst):
                \(requirement.terms.sentence(for: requirement.subject)), vanaf
                \(requirement.validFrom.map(Dutch.date) ?? "nu").</p>
                \(ProfilePages.impact(impact))
                \(form("\(model.path)/eis", csrf: model.csrf, """
                    \(hidden)<div class="actions"><button type="submit">Vastleggen</button>
                    <a href="\(model.path)/eis?\(query)">Nog aanpassen</a> <a href="\(model.path)">Niet doen</a></div>
                    """))
                """)
    }

    private static func heading(_ impact: ProfileImpact) -> String {
        impact.stopping.isEmpty
            ? "Niemand houdt hierdoor op mee te tellen"
            : "Hierdoor \(impact.stopping.count == 1 ? "telt 1 persoon" : "tellen \(impact.stopping.count) personen") niet meer mee"
    }

    static func end(
        _ model: ProfilePage, _ requirement: Requirement, _ impact: ProfileImpact?, _ state: FormState
    ) -> Page {
        let path = "\(model.path)/eis/\(requirement.id)"
        let field = Field("tot", "Laatste dag waarop dit wordt gevraagd", .date, isRequired: true)
        let confirm = impact.map { impact -> HTML in
            """
            <h2>Wat dit verandert</h2>\(ProfilePages.impact(impact))
            \(form("\(path)/einde", csrf: model.csrf, """
                <input type="hidden" name="tot" value="\(state.fields["tot"])">
                <input type="hidden" name="versie" value="\(requirement.version)">
                <div class="actions"><button type="submit">Zo laten eindigen</button></div>
                """))
            """
        }
        return Page(
            heading: "Tot wanneer geldt de eis ‘\(requirement.subject.word)’?",
            breadcrumb: ProfilePages.crumb(model),
            body: """
                \(state.summary)
                <form method="get" action="\(path)" novalidate>\(field.html(state))
                <div class="actions"><button type="submit" class="quiet">Bekijk wat dit verandert</button></div></form>
                \(confirm)
                <h2>Verwijderen</h2><p>Dat kan alleen zolang de eis nog niet is ingegaan.</p>
                \(form("\(path)/verwijdering", csrf: model.csrf, """
                    <div class="actions"><button type="submit" class="quiet">Verwijderen</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }
}
