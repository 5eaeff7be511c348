import Domain
import Web

enum CertificatePages {
    static func proof(_ model: CertificatePage, _ state: FormState) -> Page {
        let certificate = model.certificate
        let name =
            certificate.specialisation.isEmpty
            ? "basiscertificaat" : "specialisatie \(certificate.specialisation)"
        return Page(
            heading: heading(model),
            breadcrumb:
                "<a href=\"/mensen/\(model.person.id)/paspoort\">Paspoort van \(model.person.name.full)</a>",
            body: """
                \(state.summary)
                <div class="card"><dl class="facts">
                <dt>Voor</dt><dd>\(model.functionName), \(name)</dd>
                <dt>Staat</dt><dd>\(certificate.state.word)</dd>
                <dt>Uitgever</dt><dd>\(certificate.issuer.isEmpty ? "onbekend" : certificate.issuer)</dd>
                <dt>Behaald</dt><dd>\(certificate.issued.map(Dutch.date) ?? "onbekend")</dd>
                <dt>Geldig t/m</dt><dd>\(certificate.validThrough.map(Dutch.date) ?? "geen einddatum")</dd>
                \(certificate.withdrawnOn.map { day -> HTML in "<dt>Ingetrokken per</dt><dd>\(Dutch.date(day))</dd>" })
                <dt>Bewijs</dt><dd>\(file(model))</dd>
                <dt>Gecontroleerd</dt><dd>\(verified(model))</dd></dl>\(verify(model, state))</div>
                <h2>Bewijs inleveren</h2>
                <p>Een pdf of een foto van het certificaat. Daarna kijkt iemand anders ernaar; tot die tijd telt het
                certificaat al mee.</p>
                <form method="post" action="\(model.path)" enctype="multipart/form-data" novalidate>
                <input type="hidden" name="csrf" value="\(model.csrf)">
                \(Field("bestand", "Bestand", .file(accept: ".pdf,.png,.jpg,.jpeg"), isRequired: true).html(state))
                <div class="actions"><button type="submit">Inleveren</button></div></form>
                """, hasErrors: !state.errors.isEmpty)
    }

    private static func heading(_ model: CertificatePage) -> String {
        if model.proof.isVerified { return "Dit certificaat is gecontroleerd" }
        return model.proof.file == nil
            ? "Van dit certificaat is nog geen bewijs ingeleverd"
            : "Het bewijs van dit certificaat is nog niet gecontroleerd"
    }

    private static func file(_ model: CertificatePage) -> HTML {
        guard model.proof.file != nil else { return "nog niet ingeleverd" }
        return "<a href=\"\(model.path)/bestand\">\(model.proof.fileName ?? "bestand")</a>"
    }

    private static func verified(_ model: CertificatePage) -> HTML {
        guard let at = model.proof.verifiedAt else { return "nog niet door een tweede persoon" }
        return "\(Dutch.moment(at))"
    }

    private static func verify(_ model: CertificatePage, _ state: FormState) -> HTML? {
        guard !model.proof.isVerified else { return nil }
        let error = state.error(of: "controle").map { text -> HTML in
            "<p class=\"nl-form-field-error-message\" id=\"controle\">\(text)</p>"
        }
        guard model.mayVerify else {
            return """
                \(error)<p class="muted">Controleren doet iemand anders dan de persoon zelf en dan wie het vastlegde.</p>
                """
        }
        return """
            \(error)\(form("/mensen/\(model.person.id)/certificaat/\(model.certificate.id)/controle", csrf: model.csrf, """
                <div class="actions"><button type="submit">Ik heb dit gecontroleerd</button></div>
                """))
            """
    }
}
