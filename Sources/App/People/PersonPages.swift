import Domain
import Web

/// The page of one functionary.
enum PersonPages {
    static func person(_ model: PersonPage, _ csrf: String) -> Page {
        Page(
            heading: heading(model),
            breadcrumb: model.isOwn ? nil : "<a href=\"/mensen\">Mensen</a>",
            body: """
                \(facts(model))
                \(functions(model))
                \(model.showsReasons ? absences(model, csrf) : nil)
                \(duties(model))
                """)
    }

    private static func heading(_ model: PersonPage) -> String {
        if let absence = model.absences.first(where: { $0.interval.contains(model.now) }) {
            guard model.showsReasons else { return "\(model.person.name.full) is nu niet inzetbaar" }
            return "\(model.person.name.full) is verhinderd tot \(Dutch.moment(absence.interval.end))"
        }
        if let duty = model.duties.first(where: { $0.duty.interval.contains(model.now) }) {
            return "\(model.person.name.full) heeft nu dienst, tot \(Dutch.moment(duty.duty.interval.end))"
        }
        return model.person.name.full
    }

    private static func facts(_ model: PersonPage) -> HTML {
        let channels = model.channels.map { channels -> HTML in
            guard !channels.isEmpty else {
                return """
                    <dt>Bereikbaar via</dt><dd><span class="tag gap">niet bereikbaar</span> Vul een mobiel nummer of
                    e-mailadres in.</dd>
                    """
            }
            return HTML(
                channels.enumerated().map { index, channel in
                    """
                    <dt>\(index == 0 ? "Eerst via" : "Daarna via") \(channel.kind.word)</dt>
                    <dd><a href="\(channel.link)">\(channel.shown)</a></dd>
                    """
                })
        }
        let former = model.former.map { employer -> HTML in
            """
            <dt>Eerder</dt><dd>\(employer.municipality), nummer \(employer.personnelNumber),
            t/m \(Dutch.shortDate(employer.through))</dd>
            """
        }
        let edit: HTML? =
            model.mayEdit
            ? """
            <div class="actions"><a class="button" href="/mensen/\(model.person.id)/wijzigen">Gegevens wijzigen</a>
            <a class="button quiet" href="/mensen/\(model.person.id)/vertrek">Weggaan</a></div>
            """
            : nil
        return """
            <div class="card"><dl class="facts">
            <dt>Werkgever</dt><dd>\(model.municipality)</dd>
            <dt>Personeelsnummer</dt><dd>\(model.person.personnelNumber)</dd>
            <dt>Standplaats</dt><dd>\(model.workBase)</dd>
            \(model.person.employedThrough.map { day -> HTML in "<dt>In dienst</dt><dd>t/m \(Dutch.date(day))</dd>" })
            \(channels)\(former)
            </dl>\(edit)</div>
            """
    }

    private static func functions(_ model: PersonPage) -> HTML {
        let add: HTML? =
            model.mayEdit
            ? "<div class=\"actions\"><a class=\"button quiet\" href=\"/mensen/\(model.person.id)/functie\">Functie toevoegen</a></div>"
            : nil
        guard !model.functions.isEmpty else {
            return "<h2>Functies</h2><p>Er is nog geen crisisfunctie vastgelegd.</p>\(add)"
        }
        let cards = model.functions.map { standing in
            model.showsReasons ? card(standing, model) : plainCard(standing)
        }
        let passport: HTML? =
            model.showsReasons
            ? "<p><a href=\"/mensen/\(model.person.id)/paspoort\">Paspoort: eisen, wat er is gedaan en wat eraan komt</a></p>"
            : nil
        return "<h2>Functies en vakbekwaamheid</h2>\(passport)<div class=\"cards\">\(cards)</div>\(add)"
    }

    /// For whoever may not know why.
    private static func plainCard(_ standing: PersonPage.FunctionStanding) -> HTML {
        let state: HTML =
            standing.competence.isCompetent
            ? "<span class=\"tag competent\">vakbekwaam</span>"
            : "<span class=\"tag gap\">niet inzetbaar</span>"
        return "<section class=\"card\"><h3>\(standing.function.name)</h3><p>\(state)</p></section>"
    }

    private static func card(_ standing: PersonPage.FunctionStanding, _ model: PersonPage) -> HTML {
        let designation = standing.designation
        let person = model.person.id
        let certificates = standing.certificates.map { certificate -> HTML in
            let change: HTML =
                model.mayEdit
                ? " <a href=\"/mensen/\(person)/certificaat/\(certificate.id)\">wijzigen</a>" : ""
            return
                "<li>\(certificate.issuer.isEmpty ? "Uitgever onbekend" : certificate.issuer): \(words(certificate)).\(change)</li>"
        }
        let noCertificates: HTML = "<p class=\"muted\">Er is geen certificaat vastgelegd.</p>"
        let edits: HTML? =
            model.mayEdit
            ? """
            <div class="actions"><a href="/mensen/\(person)/functie/\(designation.id)">Aanwijzing wijzigen</a>
            <a href="/mensen/\(person)/certificaat?functie=\(standing.function.code)">Certificaat toevoegen</a></div>
            """ : nil
        return """
            <section class="card"><h3>\(standing.function.name)</h3>
            <p>\(tag(standing.competence)) \(standing.competence.sentence)</p>
            <p>\(designation.state.word.capitalisedFirst) voor \(designation.scope.word)\(period(designation)).
            \(designation.designatedBy)\(designation.document.isEmpty ? "" : ", ")\(designation.document)</p>
            \(certificates.isEmpty ? noCertificates : "<ul>\(certificates)</ul>")\(edits)</section>
            """
    }

    static func tag(_ competence: Competence) -> HTML {
        switch competence {
        case .competent: "<span class=\"tag competent\">\(competence.word)</span>"
        case .grace: "<span class=\"tag attention\">\(competence.word)</span>"
        case .lacking: "<span class=\"tag gap\">\(competence.word)</span>"
        case .unknown: "<span class=\"tag unknown\">\(competence.word)</span>"
        }
    }

    private static func period(_ designation: Designation) -> String {
        let from = designation.validFrom.map { " vanaf \(Dutch.shortDate($0))" } ?? ""
        let through = designation.validThrough.map { " t/m \(Dutch.shortDate($0))" } ?? ""
        return from + through
    }

    private static func words(_ certificate: Certificate) -> String {
        let issued = certificate.issued.map { " op \(Dutch.shortDate($0))" } ?? ""
        let through = certificate.validThrough.map { ", geldig t/m \(Dutch.shortDate($0))" } ?? ""
        return "\(certificate.state.word)\(issued)\(through)"
    }

    private static func absences(_ model: PersonPage, _ csrf: String) -> HTML {
        let list = model.absences.map { absence -> HTML in
            let withdraw: HTML? =
                model.mayEdit || model.isOwn
                ? form(
                    "/mensen/\(model.person.id)/verhinderingen/\(absence.id)/intrekking", csrf: csrf,
                    "<button class=\"link\" type=\"submit\">intrekken</button>") : nil
            return "<li>\(Dutch.period(absence.interval)) \(withdraw)</li>"
        }
        let report: HTML? =
            model.mayEdit || model.isOwn
            ? """
            <div class="actions"><a class="button quiet" href="/mensen/\(model.person.id)/verhindering">Verhindering melden</a></div>
            """ : nil
        return """
            <h2>Verhinderd</h2>
            \(list.isEmpty ? "<p>Er is geen verhindering gemeld.</p>" : "<ul class=\"plain\">\(list)</ul>")\(report)
            """
    }

    private static func duties(_ model: PersonPage) -> HTML {
        guard !model.duties.isEmpty else {
            return "<h2>Diensten</h2><p>Er staan geen diensten op het rooster.</p>\(why(model))"
        }
        let columns = ["Wanneer", "Lijn", "Plaats"] + (model.showsReasons ? ["Waarom"] : [])
        var table = Table("Diensten, de eerste bovenaan", columns: columns)
        for stored in model.duties.prefix(12) {
            let cells: [HTML] = [
                "\(Dutch.period(stored.duty.interval))",
                "\(model.lineNames[stored.duty.line] ?? stored.duty.line.text)", "\(stored.duty.slot.word)",
            ]
            table.add(cells + (model.showsReasons ? ["\(stored.explanation)"] : []))
        }
        return "<h2>Diensten</h2>\(table.html)\(why(model))"
    }

    private static func why(_ model: PersonPage) -> HTML? {
        guard model.showsReasons else { return nil }
        return """
            <p><a href="/mensen/\(model.person.id)/waarom">\(model.isOwn ? "Waarom (niet) ik?" : "Waarom telt deze persoon wel of niet mee?")</a></p>
            """
    }
}
