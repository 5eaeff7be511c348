import Domain
import Web

/// What somebody sees of their own alarms: answer them, and why (not) me.
enum OwnAlarmPages {
    static func list(_ model: OwnAlarmsPage) -> Page {
        let entries = model.alarms.map { entry -> HTML in
            let what = entry.alarm.description.isEmpty ? "Alarm" : entry.alarm.description
            let word = entry.state.map { "Jij: \($0.word)." } ?? "Jij: niet gevraagd."
            return """
                <li class="card">\(AlarmPages.exercise(entry.alarm))<h2><a href="/alarmen/\(entry.alarm.id)/ik">\(what)</a></h2>
                <p>\(AlarmPages.state(entry.alarm.state)) \(entry.municipality), \(Dutch.moment(entry.alarm.raisedAt))</p>
                <p class="muted">\(word)</p></li>
                """
        }
        return Page(
            heading: model.heading,
            body: entries.isEmpty
                ? "<p>Zodra je voor een alarm in aanmerking komt, staat het hier, met waarom je wel of niet werd gevraagd.</p>"
                : "<ul class=\"cards board\">\(entries)</ul>")
    }

    static func own(_ model: OwnAlarmPage, _ csrf: String) -> Page {
        let place =
            model.alarm.place.isEmpty ? model.municipality : "\(model.alarm.place), \(model.municipality)"
        let mayAnswer = model.state.map { $0 != .planned && $0 != .released } ?? false
        return Page(
            heading: model.heading, breadcrumb: "<a href=\"/alarmen\">Alarmen</a>",
            body: """
                \(AlarmPages.exercise(model.alarm))
                <p class="lead">\(model.alarm.description.isEmpty ? "Wat er is, volgt nog." : model.alarm.description) \(place).</p>
                \(mayAnswer && !model.alarm.state.isOver ? buttons(model, csrf) : nil)
                <h2>Waarom (niet) ik?</h2><ul>\(model.reasons.map { reason -> HTML in "<li>\(reason)</li>" })</ul>
                \(AlarmPersonPages.messages(model.messages))
                \(AlarmPages.exercise(model.alarm))
                """)
    }

    private static func buttons(_ model: OwnAlarmPage, _ csrf: String) -> HTML {
        let path = "/alarmen/\(model.alarm.id)/antwoord"
        func button(_ answer: String, _ label: String, minutes: String = "", kind: String = "go") -> HTML {
            form(
                path, csrf: csrf,
                """
                <input type="hidden" name="antwoord" value="\(answer)"><input type="hidden" name="minuten" value="\(minutes)">
                <button class="\(kind)" type="submit">\(label)</button>
                """)
        }
        let isComing = model.state == .promised || model.state == .atWork
        let times = (model.alarm.isCalm ? [] : ["30", "60", "90"]).map {
            button("komt", "Over \($0) minuten", minutes: $0, kind: isComing ? "quiet" : "go")
        }
        let there: HTML? =
            model.state == .promised
            ? "<div class=\"answers\">\(button(model.isRemote ? "aanwezig-afstand" : "aanwezig", "Ik ben aan het werk"))</div>"
            : nil
        let coming: HTML? =
            model.state == .atWork
            ? nil
            : """
            <h2>\(isComing ? "Verandert er iets?" : "Ik kom")</h2>
            <div class="answers">\(button("komt", model.alarm.isCalm ? "Ja, ik kom" : "Ik ga nu", kind: isComing ? "quiet" : "go"))\(times)
            \(button("afstand", "Ik werk op afstand mee", kind: "quiet"))</div>
            """
        let no =
            model.state == .declined
            ? nil : button("nee", isComing ? "Ik kan toch niet" : "Ik kan niet", kind: "quiet")
        return "\(there)\(coming)<div class=\"answers\">\(no)</div>"
    }
}
