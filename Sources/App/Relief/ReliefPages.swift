import Domain
import Web

/// Relief of crews: until when it holds, and the shifts to come.
enum ReliefPages {
    static func relief(_ page: ReliefPage) -> Page {
        DeploymentPages.page(
            page.model, "/aflossing", heading: page.heading,
            body: """
                \(EntryPages.signals(page.signals))
                \(power(page))
                \(actions(page))
                <ul class="cards board">\(page.crews.map { crew($0, page) })</ul>
                \(byHand(page))
                <p><a href="\(page.model.path)/overdracht">Overdracht</a> · <a href="\(page.model.path)/uren">Uren, rust en kosten</a></p>
                """)
    }

    private static func power(_ page: ReliefPage) -> HTML? {
        guard let power = page.power else {
            return "<p>Wie er werkte, en welke rust nog is in te halen, staat bij Uren, rust en kosten.</p>"
        }
        guard !power.functions.isEmpty else {
            return "<p>Geef per functie een aantal, of leg een niveau vast. Dan is er een plan te maken.</p>"
        }
        var table = Table(
            "Voortzettingsvermogen per functie",
            columns: ["Functie", "Nodig", "Inzetbaar", "Niemand meer vanaf", "Vraag een buurregio vóór"])
        for function in power.functions {
            let wanted = page.situation.wanted.first { $0.function == function.function }?.count ?? 0
            table.add([
                "\(page.names[function.function] ?? function.function.text)", "\(wanted)",
                "\(function.people)", "\(end(function, page))", "\(ask(function, page))",
            ])
        }
        return """
            \(ReliefPicture(page, power).html)
            <details><summary>Als tabel</summary>\(table.html)</details>
            <p class="muted">Gerekend met iedereen die vakbekwaam, bereikbaar en uitgerust is, ook wie nog niet is gevraagd, \
            tot \(Dutch.moment(power.horizon)). Wie nee zei, telt voor die dienst niet mee. <a href="/normen">Normen</a></p>
            """
    }

    private static func end(_ function: StayingPower.Function, _ page: ReliefPage) -> String {
        if page.hasNobody(function) { return "er is niemand" }
        guard let at = function.exhaustedAt else { return "houdt het vol" }
        return "\(Dutch.shortMoment(at))\(function.isExact ? "" : " of later")"
    }

    private static func ask(_ function: StayingPower.Function, _ page: ReliefPage) -> String {
        guard function.exhaustedAt != nil else { return "–" }
        guard let at = function.askBy else { return "niet vastgesteld" }
        return at <= page.model.now ? "nu" : Dutch.shortMoment(at)
    }

    private static func actions(_ page: ReliefPage) -> HTML? {
        guard page.mayRecord, !page.situation.wanted.isEmpty else { return nil }
        let count = Dutch.count(page.situation.norms.shiftsAhead, "dienst", "diensten")
        let word = page.situation.rhythm == nil ? "Maak een plan voor \(count)" : "Maak het plan opnieuw"
        return """
            \(form(page.path, csrf: page.model.csrf, "<div class=\"actions\"><button type=\"submit\">\(word)</button></div>"))
            <p class="muted">Eerste wissel: \(Dutch.moment(page.situation.changeAt)). Wie is gevraagd, ja zei of is vastgezet, blijft.</p>
            """
    }

    private static func crew(_ crew: ReliefPage.Crew, _ page: ReliefPage) -> HTML {
        let title = crew.isPresent ? "Nu" : "Vanaf \(Dutch.moment(crew.interval.start))"
        let ask: HTML? =
            crew.mayAsk && page.mayRecord
            ? form(
                "\(page.path)/vraag", csrf: page.model.csrf,
                """
                <input type="hidden" name="van" value="\(crew.interval.start.milliseconds)">
                <div class="actions"><button type="submit">Vraag deze ploeg</button></div>
                """) : nil
        let open = crew.posts.reduce(0) { $0 + $1.missing }
        let state: HTML =
            open > 0
            ? "<span class=\"tag gap\">nog nodig: \(open)</span>"
            : "<span class=\"tag covered\">gevuld</span>"
        return """
            <li class="card"><h2>\(title) \(state)</h2><p class="muted">\(Dutch.period(crew.interval))</p>
            <ul class="plain crew">\(crew.posts.flatMap { post($0, crew, page) })</ul>
            \((page.asks[crew.interval.start] ?? []).map { asked($0, page) })\(ask)</li>
            """
    }

    /// What came of a question, and where somebody writes down what is said on the telephone.
    private static func asked(_ ask: ReliefPage.Ask, _ page: ReliefPage) -> HTML {
        let tone: HTML? = ask.delivery.unreached > 0 ? " class=\"nl-alert nl-alert--warning\"" : nil
        let link: HTML? =
            page.mayFollow
            ? " <a href=\"/alarmen/\(ask.alarm)\">Wie is gevraagd, en antwoorden vastleggen</a>" : nil
        return "<p\(tone)>\(ask.delivery.sentence)\(link)</p>"
    }

    /// A line a person; the function by its abbreviation, whole for who has it read out.
    private static func post(
        _ post: ReliefPage.Post, _ crew: ReliefPage.Crew, _ page: ReliefPage
    ) -> [HTML] {
        let name = page.names[post.function] ?? post.function.text
        let function: HTML =
            "<abbr title=\"\(name)\">\(page.short[post.function] ?? post.function.text)</abbr>"
        let people = post.shifts.map { shift -> HTML in
            let who = page.people[shift.person] ?? ""
            let off: HTML? =
                page.mayRecord && shift.state.counts && !crew.isPresent
                ? form(
                    "\(page.path)/eraf", csrf: page.model.csrf,
                    """
                    <input type="hidden" name="dienst" value="\(shift.id)">
                    <button class="link" type="submit">eraf<span class="visually-hidden">: \(who), \(name)</span></button>
                    """) : nil
            let pinned: HTML? = shift.isPinned ? " <span class=\"tag unknown\">vastgezet</span>" : nil
            return """
                <li><span><strong>\(function)</strong> \(who) <span class="tag \(tone(shift.state))">\(shift.state.word)</span>\(pinned)</span>\(off)</li>
                """
        }
        let gap: [HTML] =
            post.missing > 0
            ? [
                "<li><span><strong>\(function)</strong> <span class=\"tag gap\">niemand</span> nog nodig: \(post.missing)</span></li>"
            ] : []
        return people + gap
    }

    private static func tone(_ state: ReliefShift.State) -> HTML {
        switch state {
        case .planned: "unknown"
        case .asked: "attention"
        case .accepted: "covered"
        case .declined, .cancelled: "gap"
        }
    }

    private static func byHand(_ page: ReliefPage) -> HTML? {
        guard page.mayRecord else { return nil }
        let state = FormState()
        let functions = page.model.functions.map { ($0.code.text, $0.name) }
        let people = [("", "kies iemand")] + page.candidates.map { ($0.id.description, $0.name) }
        let grid = page.situation.model(shifts: page.situation.norms.shiftsAhead).grid
        let shifts = (0..<grid.count).map {
            ("\(grid.start(of: $0).milliseconds)", Dutch.period(grid.interval(of: $0)))
        }
        let pin: HTML? =
            page.candidates.isEmpty
            ? nil
            : """
            <details><summary>Zelf iemand inplannen</summary>\(form("\(page.path)/diensten", csrf: page.model.csrf, """
                <div class="row">\(Field("persoon", "Wie", .choice(people)).html(state, in: "dienst"))
                \(Field("functie", "Functie", .choice(functions)).html(state, in: "dienst"))
                \(Field("van", "Dienst", .choice(shifts)).html(state, in: "dienst"))
                <div class="actions"><button type="submit">Inplannen</button></div></div>
                """))</details>
            """
        return """
            \(pin)
            <details><summary>Hoeveel mensen per functie</summary>\(form("\(page.path)/aantallen", csrf: page.model.csrf, """
                <div class="row">\(Field("functie", "Functie", .choice(functions)).html(state, in: "aantal"))
                \(Field("aantal", "Aantal", .choice((0...20).map { ("\($0)", "\($0)") })).html(state, in: "aantal"))
                <div class="actions"><button type="submit">Opslaan</button></div></div>
                """))</details>
            """
    }
}
