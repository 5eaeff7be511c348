import Domain
import Storage

/// How a column of the database is read.
enum DossierColumn {
    case text(String)
    case number(String)
    case moment(String)
    case flag(String)

    func value(_ row: Row) throws -> DossierValue {
        switch self {
        case .text(let name): try row.optionalText(name).map { .text($0) } ?? .none
        case .number(let name): try row.optionalInteger(name).map { .number($0) } ?? .none
        case .moment(let name): try row.optionalInstant(name).map { .moment($0) } ?? .none
        case .flag(let name): .text(try row.flag(name) ? "ja" : "nee")
        }
    }
}

extension Transaction {
    func dossier(of person: Functionary) throws -> Dossier {
        let id = person.id
        return Dossier(
            person: person,
            sections: try register(id) + ambition(id) + wishes(id) + work(id) + dossierAlarms(id) + traces(id)
        )
    }

    func section(
        _ table: String, _ title: String, _ columns: KeyValuePairs<String, DossierColumn>, _ statement: SQL
    ) throws -> Dossier.Section {
        var section = Dossier.Section(table: table, title: title, columns: columns.map(\.key))
        section.rows = try rows(statement).map { row in try columns.map { try $0.value.value(row) } }
        return section
    }

    private func register(_ person: ID<Functionary>) throws -> [Dossier.Section] {
        [
            try section(
                "contact_channel", "Hoe je bereikbaar bent",
                [
                    "soort": .text("kind"), "adres": .text("address"),
                    "gecontroleerd": .moment("verified_at"),
                ],
                """
                SELECT kind, address, verified_at FROM contact_channel WHERE person = \(person) ORDER BY position
                """),
            try section(
                "contact_confirmation", "Bevestiging van je gegevens",
                ["gevraagd": .moment("asked_at"), "bevestigd": .moment("confirmed_at")],
                "SELECT asked_at, confirmed_at FROM contact_confirmation WHERE person = \(person)"),
            try section(
                "former_employment", "Eerdere werkgevers",
                [
                    "gemeente": .text("municipality"), "personeelsnummer": .text("personnel_number"),
                    "tot en met": .text("valid_through"),
                ],
                """
                SELECT municipality, personnel_number, valid_through FROM former_employment WHERE person = \(person)
                ORDER BY valid_through
                """),
            try section(
                "designation", "Aanwijzingen",
                [
                    "functie": .text("function"), "voor": .text("scope"), "door": .text("designated_by"),
                    "besluit": .text("document"), "vanaf": .text("valid_from"),
                    "tot en met": .text("valid_through"),
                    "staat": .text("state"),
                ],
                """
                SELECT function, scope, designated_by, document, valid_from, valid_through, state FROM designation
                WHERE person = \(person) ORDER BY function, id
                """),
            try section(
                "certificate", "Certificaten",
                [
                    "functie": .text("function"), "uitgever": .text("issuer"), "behaald": .text("issued"),
                    "geldig tot en met": .text("valid_through"), "staat": .text("state"),
                ],
                """
                SELECT function, issuer, issued, valid_through, state FROM certificate WHERE person = \(person)
                ORDER BY function, id
                """),
            try section(
                "absence", "Verhinderingen",
                ["van": .moment("starts_at"), "tot": .moment("ends_at"), "gemeld": .moment("recorded_at")],
                """
                SELECT starts_at, ends_at, recorded_at FROM absence WHERE person = \(person) ORDER BY starts_at
                """),
            try section(
                "departure", "Vertrek",
                ["laatste dag": .text("last_day"), "vastgelegd": .moment("recorded_at")],
                "SELECT last_day, recorded_at FROM departure WHERE person = \(person)"),
        ]
    }

    private func ambition(_ person: ID<Functionary>) throws -> [Dossier.Section] {
        [
            try section(
                "candidacy", "Aanmeldingen voor een functie",
                [
                    "functie": .text("function"), "motivatie": .text("motivation"),
                    "gesprek": .text("intake_on"),
                    "staat": .text("state"), "antwoord": .text("answer"), "aangemeld": .moment("applied_at"),
                ],
                """
                SELECT function, motivation, intake_on, state, answer, applied_at FROM candidacy
                WHERE person = \(person) ORDER BY applied_at, id
                """),
            try section(
                "specialist", "Waarvoor je als specialist gebeld mag worden",
                [
                    "vakgebied": .text("field"), "toelichting": .text("remark"),
                    "gevraagd": .moment("proposed_at"), "toegestemd": .moment("consented_at"),
                ],
                """
                SELECT field, remark, proposed_at, consented_at FROM specialist WHERE person = \(person)
                ORDER BY field
                """),
            try section(
                "exemption", "Vrijstellingen",
                [
                    "functie": .text("function"), "waarvan": .text("subject"), "vanaf": .text("valid_from"),
                    "tot en met": .text("valid_through"), "reden": .text("reason"),
                ],
                """
                SELECT function, subject, valid_from, valid_through, reason FROM exemption WHERE person = \(person)
                ORDER BY granted_at, id
                """),
            try section(
                "acquaintance_opt_out", "Niet meetellen bij wie elkaar kent",
                ["gekozen": .moment("chosen_at")],
                "SELECT chosen_at FROM acquaintance_opt_out WHERE person = \(person)"),
            try section(
                "gap_notice", "Gatmeldingen door een feit over jou",
                [
                    "lijn": .text("line"), "van": .moment("starts_at"), "tot": .moment("ends_at"),
                    "gemeld": .moment("opened_at"),
                ],
                """
                SELECT line, starts_at, ends_at, opened_at FROM gap_notice WHERE person = \(person)
                ORDER BY starts_at, id
                """),
        ]
    }

    private func wishes(_ person: ID<Functionary>) throws -> [Dossier.Section] {
        [
            try section(
                "duty_wish", "Wensen voor het rooster",
                [
                    "wens": .text("wish"), "van": .moment("starts_at"), "tot": .moment("ends_at"),
                    "gemeld": .moment("recorded_at"),
                ],
                """
                SELECT wish, starts_at, ends_at, recorded_at FROM duty_wish WHERE person = \(person)
                ORDER BY starts_at, id
                """),
            try section(
                "duty_swap", "Diensten die je aanbood of overnam",
                [
                    "lijn": .text("line"), "van": .moment("starts_at"), "tot": .moment("ends_at"),
                    "aangeboden": .moment("offered_at"), "staat": .text("state"),
                ],
                """
                SELECT line, starts_at, ends_at, offered_at, state FROM duty_swap
                WHERE person = \(person) OR taken_by = \(person) ORDER BY offered_at, id
                """),
            try section(
                "duty_swap_asked", "Diensten die je zijn aangeboden",
                [
                    "lijn": .text("line"), "van": .moment("starts_at"), "tot": .moment("ends_at"),
                    "aangeboden": .moment("offered_at"), "staat": .text("state"),
                ],
                """
                SELECT s.line, s.starts_at, s.ends_at, s.offered_at, s.state
                FROM duty_swap_asked a JOIN duty_swap s ON s.id = a.swap
                WHERE a.person = \(person) ORDER BY s.offered_at, s.id
                """),
            try section(
                "calendar_feed", "Adressen voor je agenda",
                ["gemaakt": .moment("made_at")],
                "SELECT made_at FROM calendar_feed WHERE person = \(person) ORDER BY made_at, id"),
        ]
    }

    private func work(_ person: ID<Functionary>) throws -> [Dossier.Section] {
        [
            try section(
                "duty", "Diensten",
                [
                    "lijn": .text("line"), "plaats": .text("slot"), "van": .moment("starts_at"),
                    "tot": .moment("ends_at"), "staat": .text("state"), "uitleg": .text("explanation"),
                ],
                """
                SELECT line, slot, starts_at, ends_at, state, explanation FROM duty WHERE person = \(person)
                ORDER BY starts_at, id
                """),
            try section(
                "relief_shift", "Ploegdiensten bij inzetten",
                [
                    "inzet": .text("deployment"), "functie": .text("function"), "van": .moment("starts_at"),
                    "tot": .moment("ends_at"), "staat": .text("state"), "gevraagd": .moment("asked_at"),
                    "geantwoord": .moment("answered_at"),
                ],
                """
                SELECT deployment, function, starts_at, ends_at, state, asked_at, answered_at FROM relief_shift
                WHERE person = \(person) ORDER BY starts_at, id
                """),
            try section(
                "enrolment", "Trainingen en oefeningen",
                [
                    "activiteit": .text("title"), "van": .moment("starts_at"), "tot": .moment("ends_at"),
                    "staat": .text("state"), "aanwezig": .text("presence"), "uitslag": .text("result"),
                    "minuten": .number("minutes"), "ingeschreven": .moment("enrolled_at"),
                ],
                """
                SELECT a.title, s.starts_at, s.ends_at, e.state, e.presence, e.result, e.minutes, e.enrolled_at
                FROM enrolment e JOIN activity_session s ON s.id = e.session JOIN activity a ON a.id = s.activity
                WHERE e.person = \(person) ORDER BY s.starts_at, e.id
                """),
            try section(
                "performed_activity", "Wat meetelt voor je vakbekwaamheid",
                [
                    "soort": .text("kind"), "functie": .text("function"), "dag": .text("performed_on"),
                    "minuten": .number("minutes"), "wat": .text("title"), "bron": .text("source"),
                ],
                """
                SELECT kind, function, performed_on, minutes, title, source FROM performed_activity
                WHERE person = \(person) ORDER BY performed_on, id
                """),
            try section(
                "session_opinion", "Wat je van sessies vond",
                [
                    "activiteit": .text("title"), "van": .moment("starts_at"), "nut": .number("usefulness"),
                    "geleerd": .text("learned"), "beter": .text("better"),
                ],
                """
                SELECT a.title, s.starts_at, o.usefulness, o.learned, o.better
                FROM session_opinion o JOIN enrolment e ON e.id = o.enrolment
                JOIN activity_session s ON s.id = e.session JOIN activity a ON a.id = s.activity
                WHERE e.person = \(person) ORDER BY s.starts_at, e.id
                """),
        ]
    }

    private func traces(_ person: ID<Functionary>) throws -> [Dossier.Section] {
        var journal = Dossier.Section(
            table: "journal", title: "Wat er over jou is gewijzigd",
            columns: ["wanneer", "wat", "was", "werd"])
        journal.rows = try journalRecords(about: person).map { record in
            [
                .moment(record.at), .text(record.action), record.before.map { .text($0) } ?? .none,
                record.after.map { .text($0) } ?? .none,
            ]
        }
        return [
            try section(
                "mail", "Mail aan jou, van de laatste tijd",
                ["onderwerp": .text("subject"), "tekst": .text("body"), "gemaakt": .moment("created_at")],
                "SELECT subject, body, created_at FROM mail WHERE person = \(person) ORDER BY created_at, id"),
            try section(
                "account", "Je account",
                [
                    "aanmeldnaam": .text("name"), "naam": .text("display_name"),
                    "gemaakt": .moment("created_at"),
                ],
                "SELECT name, display_name, created_at FROM account WHERE person = \(person) ORDER BY id"),
            try section(
                "read_confirmation", "Wat je bevestigde te hebben gelezen",
                ["wat": .text("subject"), "versie": .number("version"), "wanneer": .moment("confirmed_at")],
                """
                SELECT r.subject, r.version, r.confirmed_at FROM read_confirmation r JOIN account a ON a.id = r.account
                WHERE a.person = \(person) ORDER BY r.confirmed_at, r.subject
                """),
            try section(
                "data_view", "Wie je gegevens zag",
                ["wanneer": .moment("at"), "wie": .text("display_name"), "waar": .text("kind")],
                """
                SELECT v.at, a.display_name, v.kind FROM data_view v JOIN account a ON a.id = v.account
                WHERE v.person = \(person) ORDER BY v.at, v.kind
                """),
            journal,
        ]
    }
}
