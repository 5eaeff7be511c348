import Domain
import Storage
import Web

extension Change {
    /// More than any municipality has.
    static let committedPeopleMax = 2_000

    /// What a municipality agrees to supply this year: by its secretary, or by the office.
    mutating func agreeCommitment(of municipality: Code<Municipality>, people: Int) throws {
        try actor.require(.seePlan)
        if case .account(let signedIn) = actor, !signedIn.may(.editPlan) {
            let isOwn = signedIn.grants.contains {
                $0.role == .municipalSecretary && $0.municipality == municipality
            }
            guard isOwn else { throw WebFailure.forbidden }
        }
        let today = Amsterdam.day(at: now)
        let before = try tx.commitments(at: now).first { $0.municipality == municipality }
        guard let before else { throw WebFailure.notFound }
        try tx.setCommitment(of: municipality, in: today.parts.year, people: people, on: today)
        try record(
            JournalEntry(
                "commitment.agreed", "municipality", municipality,
                before: ["mensen": before.agreedPeople.map(JournalValue.number) ?? .none],
                after: ["mensen": .number(people), "jaar": .number(today.parts.year)]))
    }

    /// On the first day of a month: one mail to each secretary with what the municipality gave, and where that is
    /// less than was agreed. On other days nothing.
    mutating func tellCommitments(for key: String) throws {
        guard let day = Day(iso: key), day.parts.day == 1 else { return }
        let names = try tx.municipalityNames()
        let address = try tx.siteAddress().map { " \($0.url("/betrokkenheid"))" } ?? ""
        let month = Dutch.monthText(day.adding(months: -1))
        for commitment in try tx.commitments(at: now) {
            let name = names[commitment.municipality] ?? commitment.municipality.text
            for secretary in try tx.secretaries(of: commitment.municipality) {
                try queueLetter(
                    to: secretary, key: "commitment \(key) \(commitment.municipality) \(secretary)",
                    subject: commitment.subject(name, month),
                    commitment.paragraphs(month) + [
                        "Het hele overzicht staat op de pagina Betrokkenheid.\(address)"
                    ])
            }
        }
    }

    /// On the first day of a quarter: takes the figures of the quarter that ended, unless somebody did already.
    mutating func takeEndedQuarter(for key: String) throws {
        guard let day = Day(iso: key), day.parts.day == 1, (day.parts.month - 1) % 3 == 0,
            try tx.region() != nil
        else {
            return
        }
        let ended = BasisQuarter(of: day.adding(days: -1))
        guard try !tx.takenQuarters().contains(where: { $0.quarter == ended }) else { return }
        try takeBasis(ended)
    }
}

extension Commitment {
    /// Minutes that were agreed and not worked in the month before.
    var missingMinutes: Int { max(0, (agreedHours ?? 0) * 60 - workedMinutes) }
    /// Somebody said how many people and how many hours.
    var isEstablished: Bool { agreedPeople != nil && agreedHours != nil }
    var missingPeople: Int { max(0, (agreedPeople ?? 0) - people) }

    fileprivate func subject(_ name: String, _ month: String) -> String {
        missingMinutes == 0
            ? "\(name): bijdrage aan bevolkingszorg in \(month)"
            : "\(name) leverde in \(month) \(Dutch.hours(minutes: missingMinutes)) uur te weinig"
    }

    fileprivate func paragraphs(_ month: String) -> [String] {
        let hours =
            agreedHours.map { "van de \($0) afgesproken uren" }
            ?? "; hoeveel is afgesproken, is niet vastgesteld"
        let agreed =
            agreedPeople.map { "afgesproken is \($0)" } ?? "hoeveel is afgesproken, is niet vastgesteld"
        return [
            "Uren voor het plan in \(month): \(Dutch.hours(minutes: workedMinutes)) \(hours).",
            "Mensen met een functie: \(people); \(agreed).",
            "In het afgelopen jaar: \(Dutch.count(dutyWeeks, "week", "weken")) piket, "
                + "\(Dutch.count(attended, "deelname", "deelnames")) aan opleiding of oefening, en "
                + "\(answered) van \(Dutch.count(called, "oproep", "oproepen")) bij een alarm beantwoord.",
        ]
    }
}
