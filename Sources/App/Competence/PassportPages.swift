import Domain
import Web

/// The passport of one functionary: function, competent until, what is missing; history below.
enum PassportPages {
    static func passport(_ model: PassportPage) -> Page {
        Page(
            heading: heading(model),
            breadcrumb: """
                <a href="/mensen/\(model.person.id)">\(model.isOwn ? "Mijn gegevens" : model.person.name.full)</a>
                """,
            body: """
                \(model.functions.isEmpty ? "<p>Er is geen functie vastgelegd.</p>" : nil)
                \(model.functions.map { function($0, model) })
                \(activities(model))
                \(candidacies(model))
                \(model.isOwn ? acquaintances(model) : nil)
                """)
    }

    /// The next sessions that mend what is missing.
    private static func sessions(_ standing: PassportPage.Standing, _ model: PassportPage) -> HTML {
        let open = (model.sessions[standing.function.code] ?? []).prefix(3)
        guard !open.isEmpty else {
            return "<p class=\"muted\">Er staat nog geen sessie op het programma die dit oplost.</p>"
        }
        let lines = open.map { session -> HTML in
            """
            <li><span><a href="/programma/sessies/\(session.id)">\(session.title)</a>, \(Dutch.period(session.interval))</span>
            \(enrolment(session, model))</li>
            """
        }
        return "<p>Dit lost het op:</p><ul class=\"plain\">\(lines)</ul>"
    }

    private static func enrolment(_ session: OpenSession, _ model: PassportPage) -> HTML? {
        if session.enrolled.contains(model.person.id) {
            return "<span class=\"tag covered\">ingeschreven</span>"
        }
        guard model.isOwn else { return nil }
        return form(
            "/programma/sessies/\(session.id)/inschrijving", csrf: model.csrf,
            """
            <button class="quiet" type="submit">Inschrijven<span class="visually-hidden"> voor \(session.title),
            \(Dutch.period(session.interval))</span></button>
            """)
    }

    private static func candidacies(_ model: PassportPage) -> HTML? {
        guard model.isOwn || !model.candidacies.isEmpty else { return nil }
        let list = model.candidacies.map { candidacy -> HTML in
            let answer = candidacy.answer.isEmpty ? "" : " Antwoord: \(candidacy.answer)"
            let withdraw: HTML? =
                model.isOwn && candidacy.state.isOpen
                ? form(
                    "/mensen/\(model.person.id)/aanmelding/\(candidacy.id)/intrekking", csrf: model.csrf,
                    "<button class=\"link\" type=\"submit\">intrekken</button>") : nil
            return """
                <li><span>\(model.functionNames[candidacy.function] ?? candidacy.function.text):
                \(candidacy.state.word).\(answer)</span> \(withdraw)</li>
                """
        }
        let apply: HTML? =
            model.open.isEmpty
            ? nil
            : "<p class=\"actions\"><a class=\"button quiet\" href=\"/mensen/\(model.person.id)/aanmelding\">Aanmelden voor een functie</a></p>"
        return "<h2>Aanmeldingen</h2>\(list.isEmpty ? nil : "<ul class=\"plain\">\(list)</ul>")\(apply)"
    }

    /// Lines of the list; the number above it is complete.
    private static let meetingsMax = 20

    private static func acquaintances(_ model: PassportPage) -> HTML {
        let path = "/mensen/\(model.person.id)/kennen"
        guard !model.isOptedOut else {
            return """
                <h2>Wie je kent</h2><p>Je doet niet mee: je staat in geen enkel overzicht van wie elkaar kent.</p>
                \(form(path, csrf: model.csrf, """
                    <input type="hidden" name="keuze" value="mee"><div class="actions">
                    <button class="quiet" type="submit">Weer meedoen</button></div>
                    """))
                """
        }
        let people = Set(model.meetings.map(\.meeting.person)).count
        let lines = model.meetings.prefix(meetingsMax).map { name, meeting -> HTML in
            "<li>\(name): \(meeting.title), \(Dutch.shortDate(meeting.day))</li>"
        }
        return """
            <h2>Wie je kent</h2>
            <p>Je deed samen iets met \(Dutch.count(people, "persoon", "personen")). Alleen jij ziet deze lijst; voor een
            ploeg telt alleen welk deel elkaar kent. Er is geen cijfer over jou.</p>
            <ul>\(lines)</ul>
            \(form(path, csrf: model.csrf, """
                <input type="hidden" name="keuze" value="niet"><div class="actions">
                <button class="quiet" type="submit">Niet meer meedoen</button></div>
                """))
            """
    }

    private static func heading(_ model: PassportPage) -> String {
        let lacking = model.functions.filter { !$0.assessment.competence.isCompetent }
        let name = model.isOwn ? "Je bent" : "\(model.person.name.full) is"
        if !lacking.isEmpty, lacking.allSatisfy({ $0.assessment.competence == .unknown }) {
            let functions = Dutch.list(lacking.map(\.function.abbreviation))
            return
                "Of \(model.isOwn ? "je" : model.person.name.full) vakbekwaam is voor \(functions), is niet bekend"
        }
        if model.functions.isEmpty { return "Paspoort van \(model.person.name.full)" }
        if lacking.isEmpty {
            let ends = model.functions.compactMap(\.assessment.changesAt).min()
            let until = ends.map { " tot \(Dutch.date(Amsterdam.day(at: $0)))" } ?? ""
            return "\(name) vakbekwaam\(until)"
        }
        let functions = Dutch.list(lacking.map(\.function.abbreviation))
        return "\(name) nu niet vakbekwaam voor \(functions)"
    }

    private static func function(_ standing: PassportPage.Standing, _ model: PassportPage) -> HTML {
        let competence = standing.assessment.competence
        var table = Table(
            "Eisen voor \(standing.function.name)", columns: ["Eis", "Gevraagd", "Stand", "Berust op"])
        for reason in standing.assessment.reasons {
            table.add([
                "\(reason.subject.word.capitalisedFirst)",
                "\(reason.terms.sentence(for: reason.subject))\(reason.municipality == nil ? "" : " (gemeente)")",
                "\(reason.sentence)", "\(standing.record.source(of: reason) ?? "–")",
            ])
        }
        let missing = standing.assessment.missing
        let todo: HTML? =
            missing.isEmpty
            ? nil
            : "<p>Nog te doen: \(Dutch.list(missing.map(\.subject.word))).</p>\(sessions(standing, model))"
        return """
            <section class="card" id="\(standing.function.code)"><h2 class="first">\(standing.function.name)</h2>
            <p>\(PersonPages.tag(competence)) \(competence.sentence)</p>\(todo)
            \(table.html)\(mandates(standing))
            \(certificates(standing, model))\(exempt(standing, model))
            \(forecast(standing, model))
            </section>
            """
    }

    /// A notice and never a block: who is designated works wherever they are needed.
    private static func mandates(_ standing: PassportPage.Standing) -> HTML? {
        guard !standing.withoutMandate.isEmpty else { return nil }
        return """
            <p class="muted">Nog geen mandaat van \(Dutch.list(standing.withoutMandate)). Dat houdt niemand tegen.</p>
            """
    }

    private static func exempt(_ standing: PassportPage.Standing, _ model: PassportPage) -> HTML? {
        let path = "/mensen/\(model.person.id)/vrijstelling"
        let lines = standing.record.exemptions.map { exemption -> HTML in
            let isOver = exemption.through.map { $0 < Amsterdam.day(at: model.now) } ?? false
            let withdraw: HTML? =
                model.mayEdit && !isOver
                ? form(
                    "\(path)/\(exemption.id)/intrekking", csrf: model.csrf,
                    "<button class=\"link\" type=\"submit\">intrekken</button>") : nil
            let through = exemption.through.map { " t/m \(Dutch.shortDate($0))" } ?? ", zonder einddatum"
            return """
                <li><span>\(exemption.subject.word.capitalisedFirst), vanaf \(Dutch.shortDate(exemption.from))\(through):
                \(exemption.reason)</span> \(withdraw)</li>
                """
        }
        let grant: HTML? =
            model.mayEdit
            ? "<p><a href=\"\(path)?functie=\(standing.function.code)\">Vrijstellen van een eis</a></p>" : nil
        guard !lines.isEmpty else { return grant }
        return "<h3>Vrijstellingen</h3><ul class=\"plain\">\(lines)</ul>\(grant)"
    }

    private static func certificates(_ standing: PassportPage.Standing, _ model: PassportPage) -> HTML? {
        guard !standing.record.certificates.isEmpty else { return nil }
        let lines = standing.record.certificates.map { certificate -> HTML in
            let name = certificate.specialisation.isEmpty ? "Basiscertificaat" : certificate.specialisation
            let through = certificate.validThrough.map { ", geldig t/m \(Dutch.shortDate($0))" } ?? ""
            let proof = model.proofs[certificate.id]
            let checked =
                proof?.isVerified == true
                ? "gecontroleerd" : proof?.file == nil ? "nog geen bewijs" : "bewijs nog niet gecontroleerd"
            return """
                <li>\(name), \(certificate.state.word)\(through):
                <a href="/mensen/\(model.person.id)/certificaat/\(certificate.id)/bewijs">\(checked)</a></li>
                """
        }
        return "<h3>Certificaten</h3><ul>\(lines)</ul>"
    }

    private static func forecast(_ standing: PassportPage.Standing, _ model: PassportPage) -> HTML {
        let turns = standing.forecast.dropFirst().map { period -> HTML in
            """
            <li>\(Dutch.date(Amsterdam.day(at: period.interval.start))): \(period.competence.word).
            \(period.competence.sentence)</li>
            """
        }
        guard !turns.isEmpty else {
            return "<p class=\"muted\">De komende twee jaar verandert er niets aan wat nu is vastgelegd.</p>"
        }
        return "<h3>Als er niets bijkomt</h3><ul>\(turns)</ul>"
    }

    private static func activities(_ model: PassportPage) -> HTML {
        guard !model.activities.isEmpty else {
            return "<h2>Gedaan</h2><p>Er is nog geen opleiding, training, oefening of inzet vastgelegd.</p>"
        }
        var table = Table(
            "Gedaan, het nieuwste bovenaan", columns: ["Dag", "Wat", "Soort", "Uren", "Functie", "Bron"])
        for activity in model.activities.reversed() {
            table.add([
                "\(Dutch.shortDate(activity.day))", "\(activity.title)", "\(activity.kind.word)",
                "\(Dutch.duration(minutes: activity.minutes))", "\(activity.function?.text ?? "alle")",
                "\(activity.source.kind.word)",
            ])
        }
        return "<h2>Gedaan</h2>\(table.html)"
    }
}
