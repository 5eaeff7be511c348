import Domain
import Storage
import Web

extension API {
    /// Designations and certificates of one person.
    static let papers: [APIOperation] = designations + certificates

    private static let designations: [APIOperation] = [
        .list(
            "/functionarissen/{functionarisId}/aanwijzingen", needs: .signedIn, scope: .readPeople,
            .init(id: "leesAanwijzingen", group: .people, summary: "Aanwijzingen van een functionaris"),
            parameters: [APIParameter.person.described], of: DesignationResource.schema
        ) { call, tx in
            let person = try PersonPage(try call.path(.person), call.visit, tx).person
            return APIPage(try tx.designations(of: person.id).map(DesignationResource.init))
        },
        .add(
            "/functionarissen/{functionarisId}/aanwijzingen", needs: .permission(.editPeople),
            scope: .writePeople,
            .init(id: "maakAanwijzing", group: .people, summary: "Een aanwijzing vastleggen"),
            parameters: [APIParameter.person.described], input: DesignationInput.schema,
            of: DesignationResource.schema
        ) { call, input, change in
            let person = try call.editablePerson(change.tx)
            let designation = try input.designation(change.newID(), of: person.id, change.tx)
            try change.saveDesignation(designation)
            return (
                DesignationResource(designation),
                "/functionarissen/\(person.id)/aanwijzingen/\(designation.id)"
            )
        },
        .one(
            "/functionarissen/{functionarisId}/aanwijzingen/{aanwijzingId}", needs: .signedIn,
            scope: .readPeople,
            .init(id: "leesAanwijzing", group: .people, summary: "Een aanwijzing"),
            parameters: [APIParameter.person.described, APIParameter.designation.described],
            of: DesignationResource.schema, read: designation),
        .replace(
            "/functionarissen/{functionarisId}/aanwijzingen/{aanwijzingId}", needs: .permission(.editPeople),
            scope: .writePeople,
            .init(id: "wijzigAanwijzing", group: .people, summary: "Een aanwijzing wijzigen"),
            parameters: [APIParameter.person.described, APIParameter.designation.described],
            input: DesignationInput.schema, of: DesignationResource.schema, read: designation
        ) { call, input, change in
            let person = try call.editablePerson(change.tx)
            try change.saveDesignation(
                try input.designation(try call.path(.designation), of: person.id, change.tx))
        },
    ]

    private static let certificates: [APIOperation] = [
        .list(
            "/functionarissen/{functionarisId}/certificaten", needs: .signedIn, scope: .readPeople,
            .init(id: "leesCertificaten", group: .people, summary: "Certificaten van een functionaris"),
            parameters: [APIParameter.person.described], of: CertificateResource.schema
        ) { call, tx in
            let person = try PersonPage(try call.path(.person), call.visit, tx).person
            return APIPage(try tx.certificates(of: person.id).map(CertificateResource.init))
        },
        .add(
            "/functionarissen/{functionarisId}/certificaten", needs: .permission(.editPeople),
            scope: .writePeople,
            .init(id: "maakCertificaat", group: .people, summary: "Een certificaat vastleggen"),
            parameters: [APIParameter.person.described], input: CertificateInput.schema,
            of: CertificateResource.schema
        ) { call, input, change in
            let person = try call.editablePerson(change.tx)
            let certificate = try input.certificate(change.newID(), of: person.id, change.tx)
            try change.saveCertificate(certificate)
            return (
                CertificateResource(certificate),
                "/functionarissen/\(person.id)/certificaten/\(certificate.id)"
            )
        },
        .one(
            "/functionarissen/{functionarisId}/certificaten/{certificaatId}", needs: .signedIn,
            scope: .readPeople,
            .init(id: "leesCertificaat", group: .people, summary: "Een certificaat"),
            parameters: [APIParameter.person.described, APIParameter.certificate.described],
            of: CertificateResource.schema, read: certificate),
        .replace(
            "/functionarissen/{functionarisId}/certificaten/{certificaatId}", needs: .permission(.editPeople),
            scope: .writePeople,
            .init(id: "wijzigCertificaat", group: .people, summary: "Een certificaat wijzigen"),
            parameters: [APIParameter.person.described, APIParameter.certificate.described],
            input: CertificateInput.schema, of: CertificateResource.schema, read: certificate
        ) { call, input, change in
            let person = try call.editablePerson(change.tx)
            try change.saveCertificate(
                try input.certificate(try call.path(.certificate), of: person.id, change.tx))
        },
    ]

    @Sendable private static func designation(_ call: APICall, _ tx: Transaction) throws
        -> DesignationResource
    {
        let person = try PersonPage(try call.path(.person), call.visit, tx).person
        let id = try call.path(.designation)
        guard let designation = try tx.designations(of: person.id).first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        return DesignationResource(designation)
    }

    @Sendable private static func certificate(_ call: APICall, _ tx: Transaction) throws
        -> CertificateResource
    {
        let person = try PersonPage(try call.path(.person), call.visit, tx).person
        let id = try call.path(.certificate)
        guard let certificate = try tx.certificates(of: person.id).first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        return CertificateResource(certificate)
    }
}

extension APIParameter where Value == ID<Designation> {
    static let designation = APIParameter.path(
        "aanwijzingId", .id(of: Designation.self), "Id van de aanwijzing.")
}

extension APIParameter where Value == ID<Certificate> {
    static let certificate = APIParameter.path(
        "certificaatId", .id(of: Certificate.self), "Id van het certificaat.")
}
