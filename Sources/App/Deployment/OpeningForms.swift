import Domain
import Web

extension OpeningRequest {
    init(_ form: DeploymentForm) {
        let place = form.fields["gemeente"]
        let municipalities: [Code<Municipality>] = place.isEmpty ? [] : [Code(place)]
        let level = Int(form.fields["niveau"]).flatMap(GRIPLevel.init)
        let template = DeploymentTemplate.find(form.fields["sjabloon"])
        self.init(
            key: form.fields["sleutel"], title: form.fields["titel"].tidied, place: form.text("plaats"),
            municipalities: municipalities, isExercise: form.fields["oefening"] == "ja",
            mode: form.fields["niveau"] == "wacht" ? .watch : .small,
            declaration: level.map { Declaration(level: $0, municipalities: municipalities) },
            occurredAt: form.past("gebeurd"), template: template?.code)
    }

    /// A mayor's call: place and domain are enough.
    init(scaling form: DeploymentForm) {
        let domain = ScalingDomain(rawValue: form.fields["domein"]) ?? .other
        let template = DeploymentTemplate.find(form.fields["sjabloon"])
        let place = form.fields["gemeente"]
        self.init(
            key: form.fields["sleutel"],
            title: form.fields["titel"].isEmpty
                ? "Hulpvraag \(domain.word)" : form.fields["titel"].tidied,
            municipalities: place.isEmpty ? [] : [Code(place)], isExercise: form.fields["oefening"] == "ja",
            flexible: FlexibleScaling(
                domain: domain, askedBy: form.text("wie"),
                functions: DeploymentForm.firstFunctions, reason: form.text("reden", max: EntryDraft.textMax)),
            template: template?.code)
    }

    /// A few lines afterwards; it is over when it is written.
    init(small form: DeploymentForm) {
        let place = form.fields["gemeente"]
        let done = form.fields["gedaan"].tidied.shortened(to: 80)
        self.init(
            key: form.fields["sleutel"], title: done, place: form.text("plaats"),
            municipalities: place.isEmpty ? [] : [Code(place)], isExercise: form.fields["oefening"] == "ja",
            mode: .small)
    }
}

extension DeploymentForm {
    /// Whom a mayor's call asks first: who is on duty.
    static let firstFunctions: [Code<CrisisFunction>] = [Code("OVDBZ"), Code("ACBZ")]

    /// A small deployment that took longer than this is no small one.
    private static let smallMinutesMax = 2 * 24 * 60

    func small() throws -> SmallDeployment {
        SmallDeployment(
            askedBy: text("vrager"), done: text("gedaan", max: EntryDraft.textMax),
            handedTo: text("overgedragen"), minutes: try count("minuten", max: Self.smallMinutesMax),
            isAdvice: fields["advies"] == "ja")
    }
}
