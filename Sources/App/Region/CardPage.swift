import Domain
import Storage
import Web

/// What the card of one municipality shows to this visitor. It needs nothing but itself: no script, no other page.
struct CardPage: Sendable {
    struct Section: Sendable {
        let section: CardSection
        let text: String
        let check: CardCheck?
        let version: Int
        let entries: [CardEntry]
        /// Never checked, or longer ago than the norm.
        let isStale: Bool
    }

    /// Who answers for an office now, and who else holds it.
    struct OfficeEntry: Sendable {
        let office: Official.Office
        let standing: OfficeStanding
        let officials: [Official]
    }

    let municipality: Municipality
    let sections: [Section]
    let offices: [OfficeEntry]
    let officials: [Official]
    let leaves: [OfficialLeave]
    /// Private numbers are left out for this visitor.
    let hidesNumbers: Bool
    let mayEdit: Bool
    let csrf: String
    let now: Instant

    init(_ visit: Visit, _ tx: Transaction) throws {
        try self.init(visit.code("gemeente"), visit, tx)
    }

    /// - Throws: `WebFailure.notFound` for a municipality that is not there, or whose card is not for this visitor.
    init(_ code: Code<Municipality>, _ visit: Visit, _ tx: Transaction) throws {
        try visit.actor.require(.seeCards, for: code)
        let found = try tx.municipalities().first { $0.code == code && $0.exists(on: visit.today) }
        guard let municipality = found else { throw WebFailure.notFound }
        self.municipality = municipality
        now = visit.now
        csrf = visit.signedIn.csrf
        mayEdit = visit.signedIn.may(.editCards) && visit.signedIn.reach(of: .editCards).includes(code)
        let hidesNumbers = try !visit.seesPrivateNumbers(of: code, tx)
        self.hidesNumbers = hidesNumbers
        let officials = try tx.officials(of: code).map { hidesNumbers ? $0.withoutPrivateNumber : $0 }
        let leaves = try tx.officialLeaves(from: visit.now).filter { leave in
            officials.contains { $0.id == leave.official }
        }
        self.officials = officials
        self.leaves = leaves
        offices = Official.Office.allCases.map { office in
            OfficeEntry(
                office: office, standing: OfficeStanding(office, officials, leaves, at: visit.now),
                officials: officials.filter { $0.office == office })
        }
        let stored = try tx.cardSections(of: code)
        let entries = Dictionary(
            grouping: try tx.cardEntries(of: code).map { hidesNumbers ? $0.withoutPrivateNumber : $0 },
            by: \.section)
        let daysMax = try tx.normSet().value(of: .cardCheckEvery, at: visit.now)
        sections = CardSection.allCases.map { section in
            let check = stored[section]?.check
            return Section(
                section: section, text: stored[section]?.text ?? "", check: check,
                version: stored[section]?.version ?? 0, entries: entries[section] ?? [],
                isStale: check?.isStale(at: visit.now, daysMax: daysMax) ?? true)
        }
    }

    var staleCount: Int { sections.count(where: \.isStale) }

    func section(_ section: CardSection) -> Section? { sections.first { $0.section == section } }
}

/// The cards of all municipalities that this visitor may open.
struct CardsPage: Sendable {
    struct Row: Sendable {
        let municipality: Municipality
        let staleCount: Int
        /// When the section that was checked longest ago was checked; nil when one never was.
        let oldest: CardCheck?
        let mayor: OfficeStanding
    }

    let rows: [Row]

    init(_ visit: Visit, _ tx: Transaction) throws {
        let reach = visit.signedIn.reach(of: .seeCards)
        let checks = try tx.cardChecks()
        let officials = Dictionary(
            grouping: try tx.officials().map(\.withoutPrivateNumber), by: \.municipality)
        let leaves = try tx.officialLeaves(from: visit.now)
        let daysMax = try tx.normSet().value(of: .cardCheckEvery, at: visit.now)
        rows = try tx.municipalities().filter { $0.exists(on: visit.today) && reach.includes($0.code) }.map {
            place in
            let checked = checks[place.code] ?? [:]
            let stale = CardSection.allCases.count {
                checked[$0]?.isStale(at: visit.now, daysMax: daysMax) ?? true
            }
            return Row(
                municipality: place, staleCount: stale,
                oldest: checked.count == CardSection.allCases.count
                    ? checked.values.min { $0.at < $1.at } : nil,
                mayor: OfficeStanding(.mayor, officials[place.code] ?? [], leaves, at: visit.now))
        }
    }
}

extension Visit {
    /// Private numbers of a municipality: for who plans, who alarms, who keeps the card, and whoever is on duty for it
    /// at this moment (spec P6, I12).
    func seesPrivateNumbers(of municipality: Code<Municipality>, _ tx: Transaction) throws -> Bool {
        if signedIn.may(.seeDutyNumbers) { return true }
        if signedIn.may(.editCards), signedIn.reach(of: .editCards).includes(municipality) { return true }
        // A token without a scope for people has not even this right.
        guard let person = signedIn.person, signedIn.may(.seeOwn) else { return false }
        let duties = try tx.duties(during: Interval(now, now.adding(minutes: 1)), person: person)
        let districts = Dictionary(
            try tx.lines().map { ($0.code, $0.district) }, uniquingKeysWith: { first, _ in first })
        return try duties.contains { stored in
            guard let district = districts[stored.duty.line] else { return false }
            return try tx.municipalities(of: district, on: today).contains(municipality)
        }
    }
}

extension Official {
    fileprivate var withoutPrivateNumber: Official {
        guard isPrivate, phone != nil else { return self }
        return Official(
            id: id, municipality: municipality, office: office, position: position, name: name, phone: nil,
            isPrivate: true)
    }
}

extension CardEntry {
    fileprivate var withoutPrivateNumber: CardEntry {
        guard isPrivate, phone != nil else { return self }
        return CardEntry(
            id: id, section: section, name: name, address: address, contact: contact, phone: nil,
            isPrivate: true,
            note: note)
    }
}
