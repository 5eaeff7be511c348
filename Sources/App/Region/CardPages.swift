import Domain
import Web

/// The municipality card, and the list of cards.
enum CardPages {
    static func list(_ model: CardsPage) -> Page {
        let stale = model.rows.count { $0.staleCount > 0 }
        let heading =
            stale == 0
            ? "Alle gemeentekaarten zijn nagekeken"
            : "\(Dutch.count(stale, "gemeentekaart vraagt", "gemeentekaarten vragen")) om nakijken"
        var table = Table(
            "Gemeentekaarten", columns: ["Gemeente", "Nu te bellen", "Nagekeken", "Oudste onderdeel"])
        for row in model.rows {
            let state: HTML =
                row.staleCount == 0
                ? "<span class=\"tag covered\">helemaal</span>"
                : "<span class=\"tag attention\">\(Dutch.count(row.staleCount, "onderdeel", "onderdelen")) niet</span>"
            table.add([
                "<a href=\"/regio/gemeenten/\(row.municipality.code)\">\(row.municipality.name)</a>",
                answering(row.mayor), state,
                row.oldest.map { "\(Dutch.shortDate(Amsterdam.day(at: $0.at)))" } ?? "nooit alles",
            ])
        }
        return Page(heading: heading, breadcrumb: "<a href=\"/regio\">Regio</a>", body: table.html)
    }

    static func card(_ model: CardPage) -> Page {
        Page(
            heading: heading(model), breadcrumb: "<a href=\"/regio/gemeenten\">Gemeentekaarten</a>",
            body: """
                \(hidden(model))
                \(reachability(model))
                \(model.sections.filter { $0.section != .reachability }.map { section($0, model) })
                <p class="muted">Gemeentekaart van \(model.municipality.name), \(Dutch.moment(model.now)). Een onderdeel heet
                verouderd als het langer geleden is nagekeken dan de \(NormPages.link(.cardCheckEvery)).</p>
                """)
    }

    private static func heading(_ model: CardPage) -> String {
        switch model.staleCount {
        case 0: "\(model.municipality.name): de kaart is nagekeken"
        case CardSection.allCases.count: "\(model.municipality.name): de kaart is nog niet nagekeken"
        case let count:
            "\(model.municipality.name): \(Dutch.count(count, "onderdeel is", "onderdelen zijn")) niet recent nagekeken"
        }
    }

    private static func hidden(_ model: CardPage) -> HTML? {
        guard model.hidesNumbers else { return nil }
        return """
            <p class="muted">Privénummers staan hier niet. Wie dienst heeft voor deze gemeente, ziet ze zolang de dienst
            duurt.</p>
            """
    }

    // MARK: - Reachability

    private static func reachability(_ model: CardPage) -> HTML {
        let offices = model.offices.map { entry -> HTML in
            """
            <li class="card"><h3>\(entry.office.word.capitalisedFirst)</h3>\(standing(entry.standing))
            \(others(entry, model))</li>
            """
        }
        let add: HTML? =
            model.mayEdit
            ? """
            <a class="button quiet" href="\(path(model))/bestuurders/nieuw">Iemand toevoegen</a>
            """ : nil
        return """
            <section id="bereikbaarheid"><h2>\(CardSection.reachability.title)</h2>
            <ul class="cards board">\(offices)</ul>
            \(model.section(.reachability).map { checked($0, model, extra: add) })</section>
            """
    }

    private static func standing(_ standing: OfficeStanding) -> HTML {
        switch standing {
        case .present(let official): person(official)
        case .replaced(let other, let first, let until):
            """
            \(person(other))<p><span class="tag attention">vervangt</span> \(first.name) is met verlof tot
            \(Dutch.moment(until)).</p>
            """
        case .nobody(let until):
            "<p><span class=\"tag gap\">niemand</span> Iedereen is met verlof; de eerste is terug op \(Dutch.moment(until)).</p>"
        case .unknown: "<p><span class=\"tag unknown\">onbekend</span> Er staat niemand op de kaart.</p>"
        }
    }

    private static func person(_ official: Official) -> HTML {
        """
        <div class="person"><p><strong>\(official.name)</strong></p>\(call(official.phone, official.name, isHidden: official.isPrivate))</div>
        """
    }

    private static func call(_ phone: Phone?, _ name: String, isHidden: Bool) -> HTML {
        guard let phone else {
            return isHidden
                ? "<span class=\"muted\">nummer niet zichtbaar</span>"
                : "<span class=\"muted\">geen nummer</span>"
        }
        return """
            <a class="button quiet" href="tel:\(phone.e164)"><span class="visually-hidden">Bel \(name), </span>\(phone.display)</a>
            """
    }

    private static func answering(_ standing: OfficeStanding) -> HTML {
        switch standing {
        case .present(let official): "\(official.name)"
        case .replaced(let other, let first, _):
            "\(other.name) <span class=\"muted\">voor \(first.name)</span>"
        case .nobody: "<span class=\"tag gap\">niemand</span>"
        case .unknown: "<span class=\"tag unknown\">onbekend</span>"
        }
    }

    /// Everybody of the office with coming leave, for whoever keeps the card.
    private static func others(_ entry: CardPage.OfficeEntry, _ model: CardPage) -> HTML? {
        guard !entry.officials.isEmpty else { return nil }
        let items = entry.officials.map { official -> HTML in
            let leave = model.leaves.filter { $0.official == official.id }.map { leave -> HTML in
                let by = model.officials.first { $0.id == leave.replacement }
                let replacement: HTML? = by.map { other in "; \(other.name) vervangt" }
                return "<br><span class=\"muted\">verlof \(Dutch.period(leave.interval))\(replacement)</span>"
            }
            let edit: HTML? =
                model.mayEdit
                ? """
                 <a href="\(path(model))/bestuurders/\(official.id)">wijzig<span class="visually-hidden"> \(official.name)</span></a>
                """ : nil
            return "<li>\(official.name)\(edit)\(leave)</li>"
        }
        return "<ul>\(items)</ul>"
    }

    // MARK: - Sections

    private static func section(_ section: CardPage.Section, _ model: CardPage) -> HTML {
        let edit: HTML? =
            model.mayEdit
            ? section.section.form == .text
                ? """
                <a class="button quiet" href="\(path(model))/\(section.section.rawValue)/wijzigen">Wijzigen</a>
                """
                : """
                <a class="button quiet" href="\(path(model))/\(section.section.rawValue)/nieuw">Toevoegen</a>
                """ : nil
        return """
            <section class="card" id="\(section.section.rawValue)"><h2 class="first">\(section.section.title)</h2>
            \(section.section.form == .text ? text(section) : entries(section, model))
            \(checked(section, model, extra: edit))</section>
            """
    }

    private static func text(_ section: CardPage.Section) -> HTML {
        guard !section.text.isEmpty else {
            return "<p class=\"muted\">Nog niet ingevuld. \(section.section.hint)</p>"
        }
        let paragraphs = section.text.split(whereSeparator: \.isNewline).map { line -> HTML in
            "<p>\(String(line))</p>"
        }
        return HTML(paragraphs)
    }

    private static func entries(_ section: CardPage.Section, _ model: CardPage) -> HTML {
        guard !section.entries.isEmpty else {
            return "<p class=\"muted\">Nog niet ingevuld. \(section.section.hint)</p>"
        }
        let items = section.entries.map { entry -> HTML in
            let edit: HTML? =
                model.mayEdit
                ? """
                <a href="\(path(model))/regels/\(entry.id)">wijzig<span class="visually-hidden"> \(entry.name)</span></a>
                """ : nil
            let contact: HTML? =
                entry.contact.isEmpty && entry.phone == nil && !entry.isPrivate
                ? nil
                : """
                <div class="person"><p>\(entry.contact)</p>\(call(entry.phone, entry.contact, isHidden: entry.isPrivate))</div>
                """
            let note: HTML? = entry.note.isEmpty ? nil : "<p>\(entry.note)</p>"
            return """
                <li><p><strong>\(entry.name)</strong> <span class="muted">\(entry.address)</span> \(edit)</p>
                \(contact)\(note)</li>
                """
        }
        return "<ul class=\"entries\">\(items)</ul>"
    }

    /// Who looked last, with the button to look again; what is stale says so.
    private static func checked(_ section: CardPage.Section, _ model: CardPage, extra: HTML?) -> HTML {
        let state: HTML =
            if let check = section.check {
                section.isStale
                    ? "<span class=\"tag attention\">verouderd</span> Nagekeken op \(Dutch.date(Amsterdam.day(at: check.at))) door \(check.by)."
                    : "<span class=\"tag covered\">nagekeken</span> op \(Dutch.date(Amsterdam.day(at: check.at))) door \(check.by)."
            } else {
                "<span class=\"tag attention\">nooit nagekeken</span>"
            }
        let button: HTML? =
            model.mayEdit
            ? form(
                "\(path(model))/\(section.section.rawValue)/nagekeken", csrf: model.csrf,
                """
                <button class="quiet" type="submit">Nagekeken<span class="visually-hidden">: \(section.section.title)</span></button>
                """) : nil
        return "<p>\(state)</p><div class=\"actions\">\(extra)\(button)</div>"
    }

    static func path(_ model: CardPage) -> String { "/regio/gemeenten/\(model.municipality.code)" }
}
