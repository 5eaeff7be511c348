import Domain
import Storage
import Web

struct DesignationResource: Hashable, Sendable {
    let id: ID<Designation>
    let function: Code<CrisisFunction>
    let scope: Designation.Scope
    let state: Designation.State
    let designatedBy: String
    let document: String
    let validFrom: Day?
    let validThrough: Day?

    static let schema = Schema<DesignationResource>.object(
        "Aanwijzing", "Dat een functionaris een crisisfunctie heeft (Bvr 2.1.3).",
        Property("aanwijzingId", \.id, .id(of: Designation.self), "Id."),
        Property("crisisfunctie", \.function, .functionCode, "De functie."),
        Property("bereik", \.scope, .designationScope, "Voor wie."),
        Property("staat", \.state, .designationState, "Of de aanwijzing telt."),
        Property("aangewezenDoor", \.designatedBy, .anyText, "Wie haar gaf; leeg als onbekend."),
        Property("document", \.document, .anyText, "Waar zij staat; leeg als onbekend."),
        Property("geldigVanaf", \.validFrom, Scalar.day.orNull, "Eerste dag; null als onbekend."),
        Property("geldigTotEnMet", \.validThrough, Scalar.day.orNull, "Laatste dag; null zonder einde."),
        make: DesignationResource.init)
}

extension DesignationResource {
    init(_ designation: Designation) {
        self.init(
            id: designation.id, function: designation.function, scope: designation.scope,
            state: designation.state,
            designatedBy: designation.designatedBy, document: designation.document,
            validFrom: designation.validFrom, validThrough: designation.validThrough)
    }
}

struct DesignationInput: Hashable, Sendable {
    let function: Code<CrisisFunction>
    let scope: Designation.Scope
    let state: Designation.State
    let designatedBy: String
    let document: String
    let validFrom: Day?
    let validThrough: Day?

    static let schema = Schema<DesignationInput>.object(
        "AanwijzingInvoer", "Wat van een aanwijzing wordt opgeslagen.",
        Property("crisisfunctie", \.function, .functionCode, "De functie."),
        Property("bereik", \.scope, .designationScope, "Voor wie."),
        Property("staat", \.state, .designationState, "Of de aanwijzing telt."),
        Property(
            "aangewezenDoor", \.designatedBy, .scalar(.text(0...PersonDraft.textMax)), absent: "",
            "Zoals “college van Schiedam”."),
        Property(
            "document", \.document, .scalar(.text(0...PersonDraft.textMax)), absent: "", "Waar zij staat."),
        Property("geldigVanaf", \.validFrom, Scalar.day.orNull, absent: .some(nil), "Eerste dag."),
        Property("geldigTotEnMet", \.validThrough, Scalar.day.orNull, absent: .some(nil), "Laatste dag."),
        make: DesignationInput.init
    ).refusing { endBeforeStart($0.validFrom, $0.validThrough) }

    /// - Throws: `ReferenceConflict` for a function that is not in the catalogue.
    func designation(
        _ id: ID<Designation>, of person: ID<Functionary>, _ tx: Transaction
    ) throws -> Designation {
        try tx.requireFunction(function)
        return Designation(
            id: id, person: person, function: function, scope: scope, designatedBy: designatedBy,
            document: document, validFrom: validFrom, validThrough: validThrough, state: state)
    }
}

struct CertificateResource: Hashable, Sendable {
    let id: ID<Certificate>
    let function: Code<CrisisFunction>
    /// Empty for the base level.
    let specialisation: String
    let state: Certificate.State
    let issuer: String
    let issued: Day?
    let validThrough: Day?

    static let schema = Schema<CertificateResource>.object(
        "Certificaat", "Een certificaat voor een crisisfunctie: het basisniveau of een specialisatie.",
        Property("certificaatId", \.id, .id(of: Certificate.self), "Id."),
        Property("crisisfunctie", \.function, .functionCode, "De functie."),
        Property("specialisatie", \.specialisation, .anyText, "Leeg voor het basisniveau."),
        Property("staat", \.state, .certificateState, "Of het certificaat telt."),
        Property("uitgever", \.issuer, .anyText, "Wie het gaf; leeg als onbekend."),
        Property(
            "behaalddatum", \.issued, Scalar.day.orNull, "Eerste dag waarop het telt; null als onbekend."),
        Property("geldigTotEnMet", \.validThrough, Scalar.day.orNull, "Laatste dag; null zonder einde."),
        make: CertificateResource.init)
}

extension CertificateResource {
    init(_ certificate: Certificate) {
        self.init(
            id: certificate.id, function: certificate.function, specialisation: certificate.specialisation,
            state: certificate.state, issuer: certificate.issuer, issued: certificate.issued,
            validThrough: certificate.validThrough)
    }
}

struct CertificateInput: Hashable, Sendable {
    let function: Code<CrisisFunction>
    /// Empty for the base level.
    let specialisation: String
    let state: Certificate.State
    let issuer: String
    let issued: Day?
    let validThrough: Day?

    static let schema = Schema<CertificateInput>.object(
        "CertificaatInvoer", "Wat van een certificaat wordt opgeslagen.",
        Property("crisisfunctie", \.function, .functionCode, "De functie."),
        Property(
            "specialisatie", \.specialisation, .scalar(.text(0...PersonDraft.textMax)), absent: "",
            "Leeg voor het basisniveau."),
        Property("staat", \.state, .certificateState, "Of het certificaat telt."),
        Property("uitgever", \.issuer, .scalar(.text(0...PersonDraft.textMax)), absent: "", "Zoals NIPV."),
        Property(
            "behaalddatum", \.issued, Scalar.day.orNull, absent: .some(nil),
            "Verplicht als de staat behaald is."),
        Property("geldigTotEnMet", \.validThrough, Scalar.day.orNull, absent: .some(nil), "Laatste dag."),
        make: CertificateInput.init
    ).refusing { input in
        let missing: [(pointer: String, code: String, sentence: String)] =
            input.state == .held && input.issued == nil
            ? [("/behaalddatum", "ontbreekt", "Een behaald certificaat heeft een dag waarop het is behaald.")]
            : []
        return missing + endBeforeStart(input.issued, input.validThrough)
    }

    /// - Throws: `ReferenceConflict` for a function that is not in the catalogue.
    func certificate(
        _ id: ID<Certificate>, of person: ID<Functionary>, _ tx: Transaction
    ) throws -> Certificate {
        try tx.requireFunction(function)
        return Certificate(
            id: id, person: person, function: function, specialisation: specialisation, issuer: issuer,
            issued: issued, validThrough: validThrough, state: state)
    }
}

/// A last day before the first.
private func endBeforeStart(_ first: Day?, _ last: Day?) -> [(
    pointer: String, code: String, sentence: String
)] {
    guard let first, let last, last < first else { return [] }
    return [("/geldigTotEnMet", "einde-voor-begin", "De laatste dag ligt voor de eerste.")]
}

extension Transaction {
    fileprivate func requireFunction(_ code: Code<CrisisFunction>) throws {
        guard try functions().contains(where: { $0.code == code }) else {
            throw ReferenceConflict(conflicts: [
                .unknownReference("/crisisfunctie", "Deze crisisfunctie is er niet.")
            ])
        }
    }
}

extension Scalar where Value == Designation.Scope {
    fileprivate static let designationScope = Scalar.choice(Designation.Scope.allCases, word: \.word)
}

extension Scalar where Value == Designation.State {
    fileprivate static let designationState = Scalar.choice(Designation.State.allCases, word: \.word)
}

extension Scalar where Value == Certificate.State {
    fileprivate static let certificateState = Scalar.choice(Certificate.State.allCases, word: \.word)
}
