import Domain
import Web

extension BoardPaper {
    /// Nil when the form says what is wrong.
    init?(_ form: inout FormReading, id: ID<BoardPaper>) {
        let title = form.text("titel", "de titel")
        let kind = form.choice("soort", of: Subject.Kind.self)
        let principal = form.text("opdrachtgever", "de opdrachtgever")
        guard let kind else { return nil }
        // The thing itself opens its paper; what is made here is about nothing that Oranje holds.
        self.init(id: id, title: title, subject: Subject(kind), principal: principal)
    }
}

extension PaperVersion {
    /// The number is given when it is saved. Nil when the form says what is wrong.
    init?(_ form: inout FormReading) {
        let label = form.text("versie", "het versienummer", max: 20)
        let summary = form.text("toelichting", max: 2000)
        let day = form.day("dag")
        guard let day else { return nil }
        self.init(
            number: 1, label: label, day: day, summary: summary,
            keepsOutlines: form.fields["hoofdlijnen"] == "ja")
    }
}

extension PaperStep {
    init(_ fields: FormFields, id: ID<PaperStep>, bodies: [GoverningBody]) throws(FormRefusal) {
        var form = FormReading(fields)
        let body = form.choice("gremium", among: bodies) { $0.code.text }
        let role = form.choice("rol", of: PaperRole.self)
        let day = form.day("gepland", isRequired: false)
        guard form.errors.isEmpty, let body, let role else { throw FormRefusal(form.errors) }
        self.init(id: id, body: body.code, role: role, plannedOn: day)
    }
}

extension PaperOutcome {
    init(_ fields: FormFields, id: ID<PaperOutcome>, bodies: [GoverningBody]) throws(FormRefusal) {
        var form = FormReading(fields)
        let body = form.choice("gremium", among: bodies) { $0.code.text }
        let version = form.number("versie", "versies", in: 1...10_000)
        let day = form.day("dag")
        let verdict = form.choice("uitkomst", of: Verdict.self)
        let scope = form.choice("reikwijdte", of: PaperScopeKind.self)
        let part = form.text("deel", scope == .part ? "waarover het gremium sprak" : nil)
        let text = form.text("tekst", "de tekst", max: 4000)
        let agendaPoint = form.text("agendapunt", max: 20)
        guard form.errors.isEmpty, let body, let version, let day, let verdict, let scope else {
            throw FormRefusal(form.errors)
        }
        self.init(
            id: id, body: body.code, version: version, day: day, verdict: verdict,
            scope: Scope(scope, part: part), text: text, agendaPoint: agendaPoint)
    }
}

extension GoverningBody {
    /// - Parameter code: nil for a new one, whose code the form gives.
    init(_ fields: FormFields, code: Code<GoverningBody>?) throws(FormRefusal) {
        var form = FormReading(fields)
        let typed = code?.text ?? form.text("code", "de afkorting", max: 20).uppercased()
        if typed.contains(where: { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }) {
            form.refuse("code", "Gebruik alleen letters, cijfers en streepjes, zoals CAGEM.")
        }
        let name = form.text("naam", "de naam")
        let power = form.choice("bevoegdheid", of: Power.self)
        let chair = form.text("voorzitter", "hoe de voorzitter heet als ambt")
        let secretary = form.text("secretaris", "hoe de secretaris heet als ambt")
        let source = form.text("bron", "waar dit is vastgelegd")
        self.init(
            code: Code(typed), name: name, power: try form.finished(power), chairOffice: chair,
            secretaryOffice: secretary, source: source)
    }
}

extension ConversationRound {
    init(
        _ fields: FormFields, id: ID<ConversationRound>, bodies: [GoverningBody]
    ) throws(FormRefusal) {
        var form = FormReading(fields)
        let kind = form.choice("soort", of: Kind.self)
        let title = form.text("titel", "de titel")
        let first = form.day("van")
        let last = form.day("tot")
        if let first, let last, last < first { form.refuse("tot", "De laatste dag ligt voor de eerste.") }
        let body = fields["gremium"].isEmpty ? nil : form.choice("gremium", among: bodies) { $0.code.text }
        let chair = form.text("voorzitter")
        let partners = form.text("met", "met wie is gesproken", max: 400)
        let count = form.number("aantal", "gesprekspartners", in: 1...10_000, isRequired: false)
        guard form.errors.isEmpty, let kind, let first, let last else { throw FormRefusal(form.errors) }
        self.init(
            id: id, kind: kind, title: title, firstDay: first, lastDay: last, body: body?.code, chair: chair,
            partners: partners, partnerCount: count, version: Int(fields["stand"]) ?? 1)
    }
}

extension RedThread {
    init(
        _ fields: FormFields, id: ID<RedThread>, round: ID<ConversationRound>
    ) throws(FormRefusal) {
        var form = FormReading(fields)
        let theme = form.text("thema", "het thema", max: 60)
        let text = form.text("tekst", "wat er werd gezegd", max: 2000)
        self.init(id: id, round: round, theme: theme, text: try form.finished(text))
    }
}

extension FormFields {
    init(_ body: GoverningBody) {
        self.init([
            "code": body.code.text, "naam": body.name, "bevoegdheid": body.power.rawValue,
            "voorzitter": body.chairOffice, "secretaris": body.secretaryOffice, "bron": body.source,
        ])
    }

    init(_ round: ConversationRound) {
        self.init([
            "soort": round.kind.rawValue, "titel": round.title, "van": Dutch.shortDate(round.firstDay),
            "tot": Dutch.shortDate(round.lastDay), "gremium": round.body?.text ?? "",
            "voorzitter": round.chair, "met": round.partners,
            "aantal": round.partnerCount.map(String.init) ?? "", "stand": "\(round.version)",
        ])
    }
}
