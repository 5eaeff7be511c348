import Domain
import Storage
import Web

/// What to do when Oranje does not work, and who keeps the call list for that.
struct CallListPage: Sendable {
    let list: StoredCallList?
    let copies: [Copy]
    /// The visitor's own copy.
    let own: CallListCopy?
    let mayEdit: Bool
    /// For the planner: who can be made a holder.
    let people: [(id: ID<Functionary>, name: String)]

    struct Copy: Sendable {
        let holder: ID<CallListHolder>
        let name: String
        /// Nil until the next edition.
        let copy: CallListCopy?
    }

    /// - Throws: `WebFailure.forbidden` for whoever neither keeps a copy nor plans.
    init(_ visit: Visit, _ tx: Transaction) throws {
        mayEdit = visit.signedIn.may(.editRoster)
        let holders = try tx.callListHolders()
        let isHolder =
            visit.signedIn.person.map { person in holders.contains { $0.person == person } } ?? false
        guard mayEdit || isHolder || visit.signedIn.may(.followAlarm) else { throw WebFailure.forbidden }
        list = try tx.currentCallList(at: visit.now)
        let made = try list.map { try tx.callListCopies(of: $0.id) } ?? []
        own = visit.signedIn.person.flatMap { person in made.first { $0.person == person } }
        let register = mayEdit ? try tx.functionaries() : []
        let names = Dictionary(
            register.map { ($0.id, $0.name.full) }, uniquingKeysWith: { first, _ in first })
        people = register.map { ($0.id, $0.name.full) }
        copies =
            mayEdit
            ? holders.map { holder in
                Copy(
                    holder: holder.id, name: names[holder.person] ?? "",
                    copy: made.first { $0.person == holder.person })
            } : []
    }

    var heading: String {
        guard let list else { return "Er is nog geen bellijst voor als Oranje niet werkt" }
        return "De bellijst geldt tot \(Dutch.moment(list.validUntil))"
    }
}
