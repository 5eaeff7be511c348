import Domain
import Storage

extension Change {
    /// The people of `request`; those of a municipality that merged first work for its predecessors and then
    /// move.
    mutating func addSamplePeople(_ request: SampleRequest) throws {
        // Nobody stands on a roster yet: there is no coverage to lose.
        isNoticingGaps = true
        let plan = try samplePlan(request)
        let municipalities = try tx.municipalities()
        for (index, planned) in plan.people.enumerated() {
            let predecessors = municipalities.filter { $0.successor == planned.municipality }
            let employer =
                predecessors.isEmpty ? planned.municipality : predecessors[index % predecessors.count].code
            let id = try addPerson(
                PersonDraft(
                    municipality: employer, personnelNumber: planned.personnelNumber, name: planned.name,
                    workBase: employer,
                    channels: [
                        ContactChannel(kind: .mobile, address: planned.mobile),
                        ContactChannel(kind: .email, address: planned.email),
                    ]))
            try addPapers(planned, of: id, employer: municipalities.first { $0.code == employer }, request)
            for absence in planned.plannedAbsences { try recordAbsence(of: id, during: absence) }
        }
        for old in municipalities {
            // Mergers after the start are still to come.
            guard let new = old.successor, let last = old.validThrough, last < request.start else { continue }
            _ = try moveEmployees(of: old.code, to: new, from: last.adding(days: 1))
        }
    }

    private mutating func addPapers(
        _ planned: SamplePlan.Person, of id: ID<Functionary>, employer: Municipality?,
        _ request: SampleRequest
    ) throws {
        for function in planned.functions {
            try saveDesignation(
                Designation(
                    id: newID(), person: id, function: function,
                    scope: planned.isLocal(function) ? .local : function.text == "OVDBZ" ? .cluster : .region,
                    designatedBy: "College van \(employer?.name ?? "")",
                    document: planned.isLocal(function) && planned.paper == .unknown
                        ? "" : "Aanwijzingsbesluit \(function)",
                    validFrom: request.start.adding(days: -700), validThrough: nil, state: .designated))
            let paper: (state: Certificate.State, issued: Day?, through: Day?)
            switch planned.paper {
            case .unknown: continue
            case .requested: paper = (.requested, nil, nil)
            case .valid(let issued, let through): paper = (.held, issued, through)
            }
            try saveCertificate(
                Certificate(
                    id: newID(), person: id, function: function, issuer: "NIPV", issued: paper.issued,
                    validThrough: paper.through, state: paper.state))
        }
    }
}
