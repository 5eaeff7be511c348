import Domain
import Web

/// Following an alarm: the list, one alarm, and what somebody sees of their own.
enum AlarmPages {
    static func list(_ model: AlarmsPage) -> Page {
        let raise: HTML? =
            model.mayRaise
            ? "<div class=\"actions\"><a class=\"button\" href=\"/alarmen/nieuw\">Alarmeren</a></div>" : nil
        let none: HTML = "<p>Zodra er een alarm is, staat het hier.</p>"
        let ended: HTML? =
            model.ended.isEmpty
            ? nil : "<h2>Voorbij</h2><ul class=\"cards board\">\(model.ended.map(entry))</ul>"
        return Page(
            heading: model.heading,
            body: """
                \(raise)
                \(model.running.isEmpty ? none : "<ul class=\"cards board\">\(model.running.map(entry))</ul>")
                \(ended)
                """)
    }

    private static func entry(_ entry: AlarmsPage.Entry) -> HTML {
        let posts = entry.posts.map { "\($0.atWork) van \($0.wanted) \($0.function)" }
        let what = entry.alarm.description.isEmpty ? "Alarm" : entry.alarm.description
        return """
            <li class="card">\(exercise(entry.alarm))<h3><a href="/alarmen/\(entry.alarm.id)">\(what)</a></h3>
            <p>\(state(entry.alarm.state)) \(entry.municipality), \(Dutch.moment(entry.alarm.raisedAt))</p>
            <p class="muted">Aan het werk: \(Dutch.list(posts)).</p></li>
            """
    }

    private static func exercise(_ alarm: Alarm) -> HTML? {
        alarm.isExercise ? "<p class=\"exercise\"><strong>OEFENING</strong></p>" : nil
    }

    private static func state(_ state: AlarmState) -> HTML {
        switch state {
        case .open, .taken: "<span class=\"tag attention\">\(state.word)</span>"
        case .exhausted: "<span class=\"tag gap\">\(state.word)</span>"
        case .filled: "<span class=\"tag covered\">\(state.word)</span>"
        case .stopped: "<span class=\"tag unknown\">\(state.word)</span>"
        }
    }

    static func alarm(_ model: AlarmPage, _ csrf: String) -> Page {
        let alarm = model.alarm
        let place = alarm.place.isEmpty ? model.municipality : "\(alarm.place), \(model.municipality)"
        return Page(
            heading: model.heading, breadcrumb: "<a href=\"/alarmen\">Alarmen</a>",
            body: """
                \(exercise(alarm))
                <p class="lead">\(alarm.description.isEmpty ? "Nog geen omschrijving." : alarm.description) \(place).</p>
                <p>\(state(alarm.state)) \(model.next) <a href="/alarmen/\(alarm.id)">Vernieuwen</a></p>
                \(lead(model, csrf))
                <ul class="cards board">\(model.posts.map(post))</ul>
                \(warnings(model))
                <h2>Wie is gevraagd</h2>
                \(people(model, csrf))
                \(informed(model, csrf))
                <h2>Wat er gebeurde</h2>
                <ul class="plain">\(model.timeline.lines.reversed().map { line -> HTML in
                    "<li><span class=\"muted nowrap\">\(Dutch.time(line.at))</span> \(line.sentence)</li>"
                })</ul>
                \(exercise(alarm))
                """)
    }

    /// What whoever leads can do now; nothing when it is over.
    private static func lead(_ model: AlarmPage, _ csrf: String) -> HTML? {
        guard model.mayLead, !model.alarm.state.isOver else { return nil }
        let path = "/alarmen/\(model.alarm.id)"
        let take: HTML? =
            model.alarm.state == .exhausted
            ? form("\(path)/overname", csrf: csrf, "<button type=\"submit\">Ik neem dit over</button>") : nil
        let text = Field(
            "tekst", "Betere omschrijving voor iedereen die is gevraagd", .longText(rows: 2),
            hint: model.alarm.describedAt == nil
                ? "De norm is binnen \(model.alarm.norms.followUpMinutes) minuten." : nil)
        return """
            <div class="actions">\(take)
            \(form("\(path)/beeindiging", csrf: csrf, """
                <button class="quiet" type="submit">Stop: niemand meer vragen</button>
                """))</div>
            <details><summary>Nieuw bericht sturen</summary>
            \(form("\(path)/omschrijving", csrf: csrf, """
                \(text.html(FormState()))<div class="actions"><button type="submit">Verstuur</button></div>
                """))</details>
            """
    }

    private static func post(_ post: AlarmPage.Post) -> HTML {
        let figures = post.post
        let need: HTML =
            post.open > 0
            ? "<span class=\"tag gap\">nog nodig: \(post.open)</span>"
            : figures.atWork >= figures.wanted
                ? "<span class=\"tag covered\">gevuld</span>"
                : "<span class=\"tag attention\">onderweg</span>"
        let by = figures.by.map { moment -> HTML in "<p>Aan het werk vóór \(Dutch.time(moment)) uur.</p>" }
        let excluded = post.exclusions.map { entry -> HTML in "<li>\(entry.name): \(entry.sentence)</li>" }
        return """
            <li class="card"><h3>\(figures.wanted) × \(post.name) \(need)</h3>
            <progress max="\(figures.wanted)" value="\(min(figures.wanted, figures.atWork))">\(figures.atWork)</progress>
            <p>\(figures.atWork) aan het werk, \(figures.promised) onderweg.</p>\(by)
            \(excluded.isEmpty ? nil : "<details><summary>Niet gevraagd: \(excluded.count)</summary><ul>\(excluded)</ul></details>" as HTML?)
            </li>
            """
    }

    private static func warnings(_ model: AlarmPage) -> HTML? {
        var lines: [HTML] = []
        if model.doubtfulCount > 0 {
            lines.append(
                "<p>\(Dutch.count(model.doubtfulCount, "bericht is", "berichten zijn")) mogelijk dubbel of na het einde verstuurd.</p>"
            )
        }
        if model.unknownAnswerCount > 0 {
            lines.append(
                """
                <p>\(Dutch.count(model.unknownAnswerCount, "antwoord kwam", "antwoorden kwamen")) van iemand die niet was gevraagd.
                Er is niets mee gedaan.</p>
                """)
        }
        return lines.isEmpty ? nil : "<div class=\"nl-alert nl-alert--warning\">\(lines)</div>"
    }

    private static func people(_ model: AlarmPage, _ csrf: String) -> HTML {
        var table = Table(
            "Per functie, in de volgorde waarin gevraagd wordt",
            columns: ["Wie", "Functie", "Hoe staat het", "Waarom"])
        for person in model.people {
            let call = person.number.map { number -> HTML in
                " <a href=\"\(number.link)\"><span class=\"visually-hidden\">Bel \(person.name), </span>\(number.shown)</a>"
            }
            table.add([
                "\(person.name) <span class=\"muted\">\(person.municipality)</span>\(call)",
                "\(person.callee.function)", standing(person.callee),
                "\(person.callee.inclusion.sentence) \(person.callee.warnings)",
            ])
        }
        return model.people.isEmpty ? "<p>Voor deze functies is niemand bekend.</p>" : table.html
    }

    private static func standing(_ callee: AlarmPage.Standing) -> HTML {
        let tag: HTML =
            switch callee.state {
            case .atWork: "<span class=\"tag covered\">\(callee.state.word)</span>"
            case .promised: "<span class=\"tag attention\">\(callee.state.word)</span>"
            case .declined: "<span class=\"tag gap\">\(callee.state.word)</span>"
            case .planned, .called, .reserve, .released:
                "<span class=\"tag unknown\">\(callee.state.word)</span>"
            }
        let isComing = callee.state == .promised
        let time = callee.arrivesAt.flatMap { isComing ? " vóór \(Dutch.time($0)) uur" : nil } ?? ""
        let remote = callee.isRemote && (isComing || callee.state == .atWork) ? ", op afstand" : ""
        return "\(tag)\(time)\(remote)\(callee.isAsked && isComing ? " (over tijd, nagevraagd)" : "")"
    }

    private static func informed(_ model: AlarmPage, _ csrf: String) -> HTML? {
        let offices = model.contacts.filter { AlarmContact.Role.offices.contains($0.contact.role) }
        guard !offices.isEmpty else { return nil }
        let rows = offices.map { entry -> HTML in
            let contact = entry.contact
            if let toldAt = contact.toldAt {
                return "<li>\(entry.name.capitalisedFirst): geïnformeerd om \(Dutch.time(toldAt)) uur</li>"
            }
            let action: HTML? =
                model.mayLead
                ? form(
                    "/alarmen/\(model.alarm.id)/geinformeerd", csrf: csrf,
                    """
                    <input type="hidden" name="wie" value="\(contact.role.rawValue)">
                    <input type="hidden" name="plaats" value="\(contact.position)">
                    <button class="quiet" type="submit">Nu geïnformeerd</button>
                    """) : nil
            return
                "<li>\(entry.name.capitalisedFirst): <span class=\"tag gap\">nog niet geïnformeerd</span> \(action)</li>"
        }
        return "<h2>Bestuur</h2><ul class=\"plain\">\(rows)</ul>"
    }

    static func own(_ model: OwnAlarmPage, _ csrf: String) -> Page {
        let path = "/alarmen/\(model.alarm.id)/antwoord"
        let place =
            model.alarm.place.isEmpty ? model.municipality : "\(model.alarm.place), \(model.municipality)"
        func button(_ answer: String, _ label: String, _ minutes: String = "") -> HTML {
            form(
                path, csrf: csrf,
                """
                <input type="hidden" name="antwoord" value="\(answer)"><input type="hidden" name="minuten" value="\(minutes)">
                <button type="submit">\(label)</button>
                """)
        }
        let mayAnswer = model.state.map { $0 != .planned && $0 != .released } ?? false
        let buttons: HTML? =
            mayAnswer && !model.alarm.state.isOver
            ? """
            <h2 class="first">Ik kom, over</h2>
            <div class="actions">\(["15", "30", "60", "90"].map { button("komt", "\($0) minuten", $0) })</div>
            <div class="actions">\(button("afstand", "Op afstand"))\(button("nee", "Ik kan niet"))</div>
            <div class="actions">\(button("aanwezig", "Ik ben aan het werk"))</div>
            """ : nil
        return Page(
            heading: model.heading,
            body: """
                \(exercise(model.alarm))
                <p class="lead">\(model.alarm.description.isEmpty ? "Wat er is, volgt nog." : model.alarm.description) \(place).</p>
                \(buttons)
                <h2>Waarom (niet) ik?</h2><ul>\(model.reasons.map { reason -> HTML in "<li>\(reason)</li>" })</ul>
                \(exercise(model.alarm))
                """)
    }
}
