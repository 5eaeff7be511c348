import Domain
import Storage
import Web

/// Why nobody is appointed, or nothing is taken up.
enum DeputyRefusal: Error, Equatable {
    case unknownHolder(String)
    case unknownDeputy(String)
    /// More than one account has this name.
    case ambiguous(field: DeputyDraft.Name, String)
    case noRole
    case roleNotHeld(String)
    case samePerson
    /// Who keeps the deputies appoints others, not themself.
    case appointsSelf
    case noFirstDay
    case noLastDay
    case endBeforeStart
    case past
    case tooLong(daysMax: Int)
    case notInForce
}

/// What the form of a deputyship says, before it is looked up.
struct DeputyDraft: Sendable {
    enum Name: String, Sendable {
        case holder = "voor"
        case deputy = "waarnemer"
    }

    /// The account whose role it is; nil when it was typed.
    let holder: ID<Account>?
    /// A sign-in name or a name in full.
    let holderText: String
    let deputyText: String
    let role: Role?
    let firstDay: Day?
    let lastDay: Day?
}

extension DeputyDraft {
    init(_ fields: FormFields, holder: ID<Account>?) {
        self.init(
            holder: holder, holderText: fields[Name.holder.rawValue],
            deputyText: fields[Name.deputy.rawValue],
            role: Role(rawValue: fields["rol"]), firstDay: Dutch.day(fields["van"]),
            lastDay: Dutch.day(fields["tot"]))
    }
}

extension Change {
    /// A year: whoever is away longer is followed up in the role itself.
    private static let daysMax = 366

    /// Appoints a deputy, for every municipality for which the holder has the role.
    ///
    /// - Throws: every `DeputyRefusal` at once, as `DeputyRefusals`.
    mutating func appointDeputy(_ draft: DeputyDraft) throws -> [ID<Deputyship>] {
        let accounts = try tx.accounts().filter { !$0.isDisabled }
        var refusals: [DeputyRefusal] = []
        func found(_ text: String, _ field: DeputyDraft.Name, _ unknown: DeputyRefusal) -> Account? {
            let wanted = text.folded
            let named = accounts.filter { $0.name.folded == wanted }
            let matches =
                named.isEmpty ? accounts.filter { $0.displayName.folded == wanted } : named
            if matches.count != 1 {
                refusals.append(matches.isEmpty ? unknown : .ambiguous(field: field, text))
            }
            return matches.count == 1 ? matches[0] : nil
        }
        let holder =
            draft.holder.map { id in accounts.first { $0.id == id } }
            ?? found(draft.holderText, .holder, .unknownHolder(draft.holderText))
        try requireAppointing(for: holder?.id)
        let deputy = found(draft.deputyText, .deputy, .unknownDeputy(draft.deputyText))
        if let holder, let deputy { refusals += standingIn(deputy.id, for: holder.id) }
        let grants = Self.grants(of: holder, for: draft.role, &refusals)
        refusals += days(draft)
        guard refusals.isEmpty, let holder, let deputy, let first = draft.firstDay, let last = draft.lastDay
        else {
            throw DeputyRefusals(all: refusals)
        }
        return try grants.map { grant in
            let deputyship = Deputyship(
                id: newID(), holder: holder.id, holderName: holder.displayName, grant: grant,
                deputy: deputy.id,
                deputyName: deputy.displayName, firstDay: first, lastDay: last, endedAt: nil)
            try tx.insert(deputyship, by: actor.journalText, at: now)
            try record(
                JournalEntry("deputy.appointed", "deputyship", deputyship.id, after: deputyship.journal))
            return deputyship.id
        }
    }

    /// The holder for a role of their own, or whoever keeps the deputies of the region.
    private func requireAppointing(for holder: ID<Account>?) throws {
        if case .account(let signedIn) = actor, signedIn.account == holder, signedIn.actingFor == nil {
            return
        }
        try actor.require(.manageDeputies)
    }

    /// Nobody gives themself the rights of another.
    private func standingIn(_ deputy: ID<Account>, for holder: ID<Account>) -> [DeputyRefusal] {
        if deputy == holder { return [.samePerson] }
        if case .account(let signedIn) = actor, signedIn.account == deputy { return [.appointsSelf] }
        return []
    }

    private static func grants(
        of holder: Account?, for role: Role?, _ refusals: inout [DeputyRefusal]
    ) -> [RoleGrant] {
        guard let role, role.mayHaveDeputy else {
            refusals.append(.noRole)
            return []
        }
        let grants = holder?.grants.filter { $0.role == role } ?? []
        if let holder, grants.isEmpty { refusals.append(.roleNotHeld(holder.displayName)) }
        return grants
    }

    private func days(_ draft: DeputyDraft) -> [DeputyRefusal] {
        guard let first = draft.firstDay, let last = draft.lastDay else {
            return (draft.firstDay == nil ? [.noFirstDay] : []) + (draft.lastDay == nil ? [.noLastDay] : [])
        }
        if last < first { return [.endBeforeStart] }
        if last < Amsterdam.day(at: now) { return [.past] }
        return last >= first.adding(days: Self.daysMax) ? [.tooLong(daysMax: Self.daysMax)] : []
    }

    /// By the holder, the deputy, or whoever keeps the deputies.
    mutating func endDeputyship(_ id: ID<Deputyship>) throws {
        guard let deputyship = try tx.deputyship(id) else { throw WebFailure.notFound }
        let isOwn =
            if case .account(let signedIn) = actor {
                [deputyship.holder, deputyship.deputy].contains(signedIn.account)
            } else { false }
        if !isOwn { try actor.require(.manageDeputies) }
        guard deputyship.endedAt == nil else { throw WebFailure.changedMeanwhile }
        try tx.endDeputyship(id, at: now)
        try record(
            JournalEntry(
                "deputy.ended", "deputyship", id, before: deputyship.journal,
                after: ["einde": .text(now.iso8601)]))
    }

    /// From here on this session has the rights of the role it stands in for, and no others.
    ///
    /// - Parameter token: of the session.
    mutating func takeUpDeputyship(_ id: ID<Deputyship>, token: String) throws -> Deputyship {
        guard case .account(let signedIn) = actor, let deputyship = try tx.deputyship(id),
            deputyship.deputy == signedIn.account
        else { throw WebFailure.notFound }
        guard deputyship.isInForce(at: now) else { throw DeputyRefusals(all: [.notInForce]) }
        try tx.setActing(id, token: token)
        try record(JournalEntry("deputyship.taken-up", "deputyship", id, after: deputyship.journal))
        return deputyship
    }

    mutating func layDownDeputyship(token: String) throws {
        guard case .account(let signedIn) = actor, let acting = signedIn.actingFor else { return }
        try tx.setActing(nil, token: token)
        try record(JournalEntry("deputyship.laid-down", "account", acting.account))
    }
}

/// Every reason at once, so that a form can show them all.
struct DeputyRefusals: Error, Equatable {
    let all: [DeputyRefusal]
}

extension Deputyship {
    /// Accounts stand in the journal by id, as everywhere.
    fileprivate var journal: [String: JournalValue] {
        [
            "functiehouder": .text("\(holder)"), "waarnemer": .text("\(deputy)"),
            "rol": .text(grant.role.rawValue),
            "gemeente": .code(grant.municipality), "van": .day(firstDay), "tot": .day(lastDay),
        ]
    }
}
