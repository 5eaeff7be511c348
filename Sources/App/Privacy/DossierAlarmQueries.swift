import Domain
import Storage

extension Transaction {
    /// What alarms and tests of channels know of somebody.
    func dossierAlarms(_ person: ID<Functionary>) throws -> [Dossier.Section] {
        [
            try section(
                "alarm_callee", "Alarmen waarin je bent gevraagd",
                [
                    "plaats": .text("place"), "gealarmeerd": .moment("raised_at"), "staat": .text("state"),
                    "gevraagd": .moment("called_at"), "geantwoord": .moment("answered_at"),
                    "aan het werk": .moment("at_work_at"), "oefening": .flag("is_exercise"),
                ],
                """
                SELECT a.place, a.raised_at, c.state, c.called_at, c.answered_at, c.at_work_at, a.is_exercise
                FROM alarm_callee c JOIN alarm a ON a.id = c.alarm WHERE c.person = \(person) ORDER BY a.raised_at, a.id
                """),
            try section(
                "alarm_candidate", "Waarom je in een alarm meetelde",
                [
                    "plaats": .text("place"), "gealarmeerd": .moment("raised_at"),
                    "reden": .text("inclusion"),
                    "reisminuten": .number("travel_minutes"), "let op": .text("warnings"),
                ],
                """
                SELECT a.place, a.raised_at, c.inclusion, c.travel_minutes, c.warnings
                FROM alarm_candidate c JOIN alarm_post p ON p.id = c.post JOIN alarm a ON a.id = p.alarm
                WHERE c.person = \(person) ORDER BY a.raised_at, p.id
                """),
            try section(
                "alarm_exclusion", "Waarom je in een alarm niet meetelde",
                ["plaats": .text("place"), "gealarmeerd": .moment("raised_at"), "reden": .text("sentence")],
                """
                SELECT a.place, a.raised_at, c.sentence
                FROM alarm_exclusion c JOIN alarm_post p ON p.id = c.post JOIN alarm a ON a.id = p.alarm
                WHERE c.person = \(person) ORDER BY a.raised_at, p.id
                """),
            try section(
                "alarm_message", "Berichten van alarmen aan jou",
                [
                    "via": .text("kind"), "adres": .text("address"), "tekst": .text("body"),
                    "verstuurd": .moment("sent_at"),
                ],
                """
                SELECT kind, address, body, sent_at FROM alarm_message WHERE person = \(person) ORDER BY created_at, id
                """),
            try section(
                "alarm_answer", "Je antwoorden op alarmen",
                ["ontvangen": .moment("received_at"), "via": .text("way"), "tekst": .text("text")],
                """
                SELECT received_at, way, text FROM alarm_answer WHERE person = \(person) ORDER BY received_at, id
                """),
            try section(
                "contact_test_line", "Proeven of je kanalen werken",
                [
                    "proef": .moment("starts_at"), "via": .text("kind"), "adres": .text("address"),
                    "bevestigd": .moment("answered_at"),
                ],
                """
                SELECT t.starts_at, l.kind, l.address, l.answered_at
                FROM contact_test_line l JOIN contact_test t ON t.id = l.test
                WHERE l.person = \(person) ORDER BY l.number
                """),
            try section(
                "call_list_copy", "Bellijsten waarvan je een exemplaar kreeg",
                ["gemaakt": .moment("made_at"), "geopend": .moment("opened_at")],
                """
                SELECT l.made_at, c.opened_at FROM call_list_copy c JOIN call_list l ON l.id = c.list
                WHERE c.person = \(person) ORDER BY l.made_at, l.id
                """),
        ]
    }
}
