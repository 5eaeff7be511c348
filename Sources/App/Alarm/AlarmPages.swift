import Domain
import Web

/// Following an alarm: the list and one alarm.
enum AlarmPages {
    /// A page that follows an alarm fetches itself again this often; whoever wants it still says so.
    private static let refreshSeconds = 20

    static func list(_ model: AlarmsPage) -> Page {
        let raise: HTML? =
            model.mayRaise
            ? "<div class=\"actions\"><a class=\"button\" href=\"/alarmen/nieuw\">Alarmeren</a></div>" : nil
        let none: HTML = "<p>Zodra er een alarm is, staat het hier.</p>"
        let ended: HTML? =
            model.ended.isEmpty
            ? nil : "<h2>Voorbij</h2><ul class=\"cards board\">\(model.ended.map(entry))</ul>"
        let asked: HTML? =
            model.asked.isEmpty
            ? nil : "<h2>Om aflossing gevraagd</h2><ul class=\"cards board\">\(model.asked.map(entry))</ul>"
        return Page(
            heading: model.heading,
            body: """
                \(raise)
                \(model.running.isEmpty ? none : "<ul class=\"cards board\">\(model.running.map(entry))</ul>")
                \(asked)
                \(ended)
                <p><a href="/alarmen/opkomst">Opkomst van het afgelopen jaar, gemeten aan de norm</a> · <a href="/bellijst">Als Oranje niet werkt: de bellijst</a></p>
                """)
    }

    private static func entry(_ entry: AlarmsPage.Entry) -> HTML {
        let posts = entry.posts.map { "\($0.atWork) van \($0.wanted) \($0.function)" }
        let what = entry.alarm.description.isEmpty ? "Alarm" : entry.alarm.description
        return """
            <li class="card">\(exercise(entry.alarm))<h2><a href="/alarmen/\(entry.alarm.id)">\(what)</a></h2>
            <p>\(state(entry.alarm.state)) \(entry.municipality), \(Dutch.moment(entry.alarm.raisedAt))</p>
            <p class="muted">Aan het werk: \(Dutch.list(posts)).</p></li>
            """
    }

    static func exercise(_ alarm: Alarm) -> HTML? {
        alarm.isExercise ? "<p class=\"exercise\"><strong>OEFENING</strong></p>" : nil
    }

    static func state(_ state: AlarmState) -> HTML {
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
            heading: model.heading,
            breadcrumb: model.relieved.map { deployment -> HTML in
                "<a href=\"/inzetten/\(deployment)/aflossing\">Aflossing</a>"
            } ?? "<a href=\"/alarmen\">Alarmen</a>",
            body: """
                \(exercise(alarm))
                <p class="lead">\(alarm.description.isEmpty ? "Nog geen omschrijving." : alarm.description) \(place).</p>
                <p>\(state(alarm.state)) \(model.next)</p>
                \(silence(model))
                \(refreshing(model))
                \(lead(model, csrf))
                <ul class="cards board">\(model.posts.map(post))</ul>
                \(warnings(model))
                \(informed(model, csrf))
                <h2>Wie is gevraagd</h2>
                \(people(model))
                <h2>Wat er gebeurde</h2>
                <ul class="plain">\(model.timeline.lines.reversed().map { line -> HTML in
                    "<li><span class=\"muted nowrap\">\(Dutch.time(line.at))</span> \(line.sentence)</li>"
                })</ul>
                \(exercise(alarm))
                """, refreshSeconds: isFollowing(model) ? refreshSeconds : nil)
    }

    private static func isFollowing(_ model: AlarmPage) -> Bool {
        !model.isStill && !model.alarm.state.isOver
    }

    private static func refreshing(_ model: AlarmPage) -> HTML {
        let path = "/alarmen/\(model.alarm.id)"
        let report: HTML = "<a href=\"\(path)/verslag\">Verslag</a>"
        guard !model.alarm.state.isOver else { return "<p>\(report)</p>" }
        return model.isStill
            ? """
            <p>Stand van \(Dutch.time(model.now)) uur. <a href="\(path)">Weer zelf bijwerken</a> · \(report)</p>
            """
            : """
            <p>Stand van \(Dutch.time(model.now)) uur, elke \(refreshSeconds) seconden bijgewerkt.
            <a href="\(path)?stil=ja">Stilzetten</a> · \(report)</p>
            """
    }

    /// What whoever leads can do now; nothing when it is over.
    private static func lead(_ model: AlarmPage, _ csrf: String) -> HTML? {
        guard model.mayLead, !model.alarm.state.isOver else { return nil }
        let path = "/alarmen/\(model.alarm.id)"
        let take: HTML? =
            model.alarm.state == .exhausted
            ? form("\(path)/overname", csrf: csrf, "<button type=\"submit\">Ik neem dit over</button>") : nil
        return """
            <div class="actions">\(take)
            <a class="button quiet" href="\(path)/omschrijving">Nieuw bericht sturen</a>
            <a class="button quiet" href="\(path)/beeindiging">\(model.alarm.isCalm ? "Vraag intrekken" : "Stoppen")</a></div>
            \(described(model))
            """
    }

    /// The first message is often thin; a better one must follow (Bvr 2.2.4).
    private static func described(_ model: AlarmPage) -> HTML? {
        guard model.alarm.describedAt == nil, !model.alarm.isCalm else { return nil }
        let due = model.alarm.raisedAt.adding(minutes: model.alarm.norms.followUpMinutes)
        return model.now < due
            ? "<p>Stuur vóór \(Dutch.time(due)) uur een betere omschrijving.</p>"
            : """
            <p><span class="tag attention">let op</span> Er is nog geen betere omschrijving gestuurd; de norm was
            \(Dutch.time(due)) uur.</p>
            """
    }

    /// The text for everybody who was called, on a page of its own: the other fetches itself again.
    static func description(_ alarm: Alarm, _ csrf: String, _ state: FormState) -> Page {
        let text = Field(
            "tekst", "Betere omschrijving voor iedereen die is gevraagd", .longText(rows: 3),
            hint: "Wie later wordt gevraagd, krijgt deze tekst ook.", isRequired: true)
        return Page(
            heading: "Wat moet iedereen weten?",
            breadcrumb:
                "<a href=\"/alarmen/\(alarm.id)\">\(alarm.isCalm ? "Terug naar de vraag" : "Terug naar het alarm")</a>",
            body: """
                \(exercise(alarm))\(state.summary)
                <p>Nu staat er: \(alarm.description.isEmpty ? "niets" : alarm.description)</p>
                \(form("/alarmen/\(alarm.id)/omschrijving", csrf: csrf, """
                    \(text.html(state))<div class="actions"><button type="submit">Verstuur</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    /// Asked once more: nobody is called after it.
    static func stop(_ alarm: Alarm, _ csrf: String) -> Page {
        Page(
            heading: alarm.isCalm ? "De vraag om af te lossen intrekken?" : "Stoppen met alarmeren?",
            breadcrumb:
                "<a href=\"/alarmen/\(alarm.id)\">\(alarm.isCalm ? "Terug naar de vraag" : "Terug naar het alarm")</a>",
            body: """
                \(exercise(alarm))
                <p class="lead">Niemand wordt daarna nog gevraagd. Wie is gevraagd en nog niet aan het werk is, hoort dat die niet
                meer nodig is. Dit is niet terug te draaien.</p>
                \(form("/alarmen/\(alarm.id)/beeindiging", csrf: csrf, """
                    <div class="actions"><button type="submit">Stop: niemand meer vragen</button>
                    <a class="button quiet" href="/alarmen/\(alarm.id)">Toch doorgaan</a></div>
                    """))
                """)
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
            <li class="card"><h2>\(figures.wanted) × \(post.name) \(need)</h2>
            <progress max="\(figures.wanted)" value="\(min(figures.wanted, figures.atWork))">\(figures.atWork)</progress>
            <p>\(figures.atWork) aan het werk, \(figures.promised) onderweg.</p>\(by)
            \(excluded.isEmpty ? nil : "<details><summary>Niet gevraagd: \(excluded.count)</summary><ul>\(excluded)</ul></details>" as HTML?)
            </li>
            """
    }

    private static func silence(_ model: AlarmPage) -> HTML? {
        guard model.isSilent else { return nil }
        return """
            <div class="nl-alert nl-alert--error"><p><strong>Er is nog geen bericht verstuurd.</strong>
            Bel zelf, in de volgorde hieronder, en leg vast wie er komt.</p></div>
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

    /// Who was asked; everybody who was not yet is folded away, or the page is too long for a telephone.
    private static func people(_ model: AlarmPage) -> HTML {
        let asked = model.people.filter { $0.callee.state != .planned }
        let planned = model.people.filter { $0.callee.state == .planned }
        guard !model.people.isEmpty else { return "<p>Voor deze functies is niemand bekend.</p>" }
        let none: HTML = "<p>Nog niemand.</p>"
        let rest: HTML? =
            planned.isEmpty
            ? nil
            : """
            <details><summary>Nog niet gevraagd: \(planned.count)</summary>
            \(table("Nog niet gevraagd, in de volgorde waarin dat gebeurt", planned, model))</details>
            """
        return
            "\(asked.isEmpty ? none : table("Per functie, in de volgorde waarin is gevraagd", asked, model))\(rest)"
    }

    private static func table(_ caption: String, _ people: [AlarmPage.Person], _ model: AlarmPage) -> HTML {
        var table = Table(caption, columns: ["Wie", "Functie", "Hoe staat het", "Waarom"])
        for person in people {
            let call = person.number.map { number -> HTML in
                " <a href=\"\(number.link)\"><span class=\"visually-hidden\">Bel \(person.name), </span>\(number.shown)</a>"
            }
            table.add([
                "<a href=\"/alarmen/\(model.alarm.id)/mensen/\(person.id)\">\(person.name)</a> <span class=\"muted\">\(person.municipality)</span>\(call)",
                "\(person.callee.function)", standing(person.callee),
                "\(person.callee.inclusion.sentence) \(person.callee.warnings)",
            ])
        }
        return table.html
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
            let call = entry.official.flatMap { official -> HTML? in
                official.phone.map { phone -> HTML in
                    "<a class=\"button quiet\" href=\"tel:\(phone.e164)\">Bel \(official.name), \(phone.display)</a>"
                }
            }
            return
                "<li>\(entry.name.capitalisedFirst): <span class=\"tag gap\">nog niet geïnformeerd</span> \(call) \(action)</li>"
        }
        return "<h2>Bestuur</h2><ul class=\"plain\">\(rows)</ul>"
    }
}
