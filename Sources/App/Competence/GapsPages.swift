import Domain
import Web

enum GapsPages {
    /// Places listed one by one, those that gain most first.
    private static let placesMax = 20
    /// The rest stands on the page of notices.
    private static let noticesMax = 20

    static func gaps(_ model: GapsPage) -> Page {
        Page(
            heading: heading(model),
            breadcrumb: "<a href=\"/vakbekwaamheid\">Vakbekwaamheid</a>",
            body: """
                <h2>Welke open plaatsen het meest opleveren</h2>\(advice(model))
                <h2>Waar vakbekwaamheid bezetting kost</h2>\(losses(model))
                <h2>Wat door een feit open kwam</h2>\(notices(model))
                """)
    }

    private static func heading(_ model: GapsPage) -> String {
        let minutes = model.losses.map(\.minutes).reduce(0, +)
        guard minutes > 0 else { return "Nergens kost vakbekwaamheid bezetting" }
        return
            "\(Dutch.duration(minutes: minutes)) onbezet, omdat wie op het rooster staat niet vakbekwaam is"
    }

    private static func notices(_ model: GapsPage) -> HTML {
        guard !model.notices.isEmpty else { return "<p>Er staan geen gatmeldingen open.</p>" }
        let count = Dutch.count(model.notices.count, "gatmelding", "gatmeldingen")
        var table = Table(
            "De eerste \(min(noticesMax, model.notices.count)) van \(count)",
            columns: ["Lijn", "Wanneer", "Gemeld", "Door een feit over"])
        for notice in model.notices.prefix(noticesMax) {
            table.add([
                "\(model.lineNames[notice.line] ?? notice.line.text)", "\(Dutch.period(notice.interval))",
                "\(Dutch.shortMoment(notice.openedAt))",
                "\(notice.person.flatMap { model.people[$0]?.name.full } ?? "meer mensen")",
            ])
        }
        return "\(table.html)<p><a href=\"/bezetting/meldingen\">Alle gatmeldingen</a></p>"
    }

    private static func losses(_ model: GapsPage) -> HTML {
        guard !model.losses.isEmpty else { return "<p>Nergens.</p>" }
        var table = Table(
            "Onbezet terwijl er wel iemand op het rooster staat, \(Dutch.period(model.horizon))",
            columns: ["Lijn", "Onbezet"])
        for (line, minutes) in model.losses {
            table.add(["\(model.lineNames[line] ?? line.text)", "\(Dutch.duration(minutes: minutes))"])
        }
        return table.html
    }

    private static func advice(_ model: GapsPage) -> HTML {
        guard let choice = model.choice else {
            return """
                <p>Geen open plaats in het <a href="/programma">programma</a> maakt iemand vakbekwaam die er bezetting mee
                wint. Plan een basisopleiding of oefening voor de functies hierboven.</p>
                """
        }
        let field = Field("plaatsen", "Aantal plaatsen", hint: "1 tot \(GapsPage.placesMax).")
        let state = FormState(FormFields(["plaatsen": "\(model.count)"]))
        let proof =
            choice.isBest
            ? "Meer is met dit aantal plaatsen niet te winnen."
            : "Meer dan \(Dutch.duration(minutes: choice.bound)) samen is met dit aantal plaatsen niet te winnen."
        let best = choice.places.map { index -> HTML in
            let place = model.places[index]
            return "<li>\(place.person.name.full): \(link(place))</li>"
        }
        let order = model.places.indices.sorted {
            (model.places[$1].gain.sum, $0) < (model.places[$0].gain.sum, $1)
        }
        var table = Table(
            "Wat één plaats oplevert", columns: ["Wie", "Sessie", "Meer bezet", "Meer ook bij één uitval"])
        for index in order.prefix(placesMax) {
            let place = model.places[index]
            table.add([
                "<a href=\"/mensen/\(place.person.id)/paspoort\">\(place.person.name.listed)</a>",
                link(place),
                "\(Dutch.duration(minutes: place.gain.covered))",
                "\(Dutch.duration(minutes: place.gain.oneOut))",
            ])
        }
        return """
            <form method="get" action="/vakbekwaamheid/gaten"><div class="row">\(field.html(state))
            <div class="actions"><button type="submit" class="quiet">Reken</button></div></div></form>
            <p>De beste \(Dutch.count(choice.places.count, "plaats", "plaatsen")) samen:
            \(Dutch.duration(minutes: choice.gain.covered)) meer bezet, en
            \(Dutch.duration(minutes: choice.gain.oneOut)) meer ook als één persoon uitvalt. \(proof)</p>
            <ol>\(best)</ol>\(table.html)
            <p class="muted">Een basisopleiding telt hier alsof zij met een certificaat eindigt.</p>
            """
    }

    private static func link(_ place: GapsPage.Place) -> HTML {
        """
        <a href="/programma/sessies/\(place.session.id)">\(place.session.title)</a>,
        \(Dutch.date(Amsterdam.day(at: place.session.interval.start)))
        """
    }
}
