import Domain
import Web

enum ExemptionPages {
    static func grant(_ model: PassportPage, _ standing: PassportPage.Standing, _ state: FormState) -> Page {
        let options = standing.assessment.reasons.filter(\.terms.mayBeExempt).map {
            ($0.subject.formValue, $0.subject.word.capitalisedFirst)
        }
        let code = standing.function.code
        return Page(
            heading: "Waarvan is \(model.person.name.full) vrijgesteld?",
            breadcrumb:
                "<a href=\"/mensen/\(model.person.id)/paspoort\">Paspoort van \(model.person.name.full)</a>",
            body: """
                <p>Voor \(standing.function.name). Een vrijstelling geldt vanaf vandaag en telt zoals de eis zelf.</p>
                \(state.summary)
                \(form("/mensen/\(model.person.id)/vrijstelling", csrf: model.csrf, """
                    <input type="hidden" name="functie" value="\(code)">
                    \(Field("eis", "Eis", .choice(options)).html(state))
                    \(Field("tot", "Tot en met", .date, hint: "Leeg: tot iemand haar intrekt.").html(state))
                    \(Field("reden", "Waarom", isRequired: true).html(state))
                    <div class="actions"><button type="submit">Vrijstellen</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }
}

extension Requirement.Subject {
    /// `specialisation Opvang`: the kind, and the name where there is one.
    var formValue: String {
        storedSpecialisation.isEmpty ? storedKind : "\(storedKind) \(storedSpecialisation)"
    }

    init?(formValue text: String) {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard let kind = parts.first else { return nil }
        self.init(storedKind: kind, specialisation: parts.count > 1 ? parts[1] : "")
    }
}
