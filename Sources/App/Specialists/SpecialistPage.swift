import Domain
import Storage
import Web

/// Whom the municipalities may call for what they know, and what nobody there covers (spec P7).
struct SpecialistPage: Sendable {
    let municipalities: [Place]
    let fields: [SpecialistField]
    /// Whom the visitor may ask.
    let candidates: [(id: ID<Functionary>, name: String)]
    let csrf: String

    struct Place: Sendable {
        let name: String
        let people: [Named]
        /// Fields for which nobody of the municipality agreed.
        let missing: [SpecialistField]
    }

    struct Named: Sendable {
        let specialist: Specialist
        let name: String
        let field: String
        let mayEdit: Bool
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        csrf = visit.signedIn.csrf
        fields = DeploymentFile.shipped.specialistFields
        let sees = visit.signedIn.reach(of: .seePeople)
        let edits = visit.signedIn.reach(of: .editPeople)
        let people = try tx.functionaries()
        let byID = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let specialists = Dictionary(grouping: try tx.specialists()) { byID[$0.person]?.municipality }
        candidates = people.filter { edits.includes($0.municipality) }.map { ($0.id, $0.name.full) }
        let fields = fields
        municipalities = try tx.municipalities().filter {
            $0.exists(on: visit.today) && sees.includes($0.code)
        }
        .map { municipality in
            let own = specialists[municipality.code] ?? []
            return Place(
                name: municipality.name,
                people: own.map {
                    Named(
                        specialist: $0, name: byID[$0.person]?.name.full ?? "",
                        field: SpecialistField.named($0.field)?.name ?? $0.field.text,
                        mayEdit: edits.includes(municipality.code))
                },
                missing: fields.filter { field in
                    !own.contains { $0.field == field.code && $0.mayBeCalled }
                })
        }
    }

    var callable: Int { municipalities.flatMap(\.people).count(where: \.specialist.mayBeCalled) }
}

/// For what somebody may be called themselves.
struct OwnSpecialistPage: Sendable {
    let rows: [(specialist: Specialist, field: String)]
    /// For which they are not asked yet.
    let open: [SpecialistField]
    let csrf: String
    let person: ID<Functionary>

    init(_ visit: Visit, _ tx: Transaction) throws {
        person = try visit.ownPerson()
        let own = try tx.specialists(of: person)
        rows = own.map { ($0, SpecialistField.named($0.field)?.name ?? $0.field.text) }
        open = DeploymentFile.shipped.specialistFields.filter { field in
            !own.contains { $0.field == field.code }
        }
        csrf = visit.signedIn.csrf
    }
}

/// Whom a deployment may call: people of its own municipalities first, what its template names on top.
struct SpecialistCalls: Sendable {
    let own: [Callee]
    let elsewhere: [Callee]
    /// What the template names and nobody of the own municipalities agreed to.
    let missing: [String]

    struct Callee: Sendable {
        let id: ID<Specialist>
        let name: String
        let field: String
        let remark: String
        let municipality: String
        let channels: [ContactChannel]
        let isWanted: Bool
    }

    init(template: DeploymentTemplate?, of municipalities: [Code<Municipality>], _ tx: Transaction) throws {
        let wanted = template?.specialists ?? []
        let names = try tx.municipalityNames()
        var own: [Callee] = []
        var elsewhere: [Callee] = []
        var covered: Set<Code<SpecialistField>> = []
        for specialist in try tx.specialists() where specialist.mayBeCalled {
            guard let person = try tx.functionary(specialist.person) else { continue }
            let isOwn = municipalities.contains(person.municipality)
            let isWanted = wanted.contains(specialist.field)
            guard isOwn || isWanted else { continue }
            let callee = Callee(
                id: specialist.id, name: person.name.full,
                field: SpecialistField.named(specialist.field)?.name ?? specialist.field.text,
                remark: specialist.remark, municipality: names[person.municipality] ?? "",
                channels: try tx.channels(of: person.id), isWanted: isWanted)
            if isOwn {
                own.append(callee)
                covered.insert(specialist.field)
            } else {
                elsewhere.append(callee)
            }
        }
        self.own = own.filter(\.isWanted) + own.filter { !$0.isWanted }
        self.elsewhere = elsewhere
        missing = wanted.filter { !covered.contains($0) }.map { SpecialistField.named($0)?.name ?? $0.text }
    }
}
