import Domain
import Web

/// What a form of a review got wrong.
struct ReviewFormRefusal: Error {
    let errors: [FieldError]
}

/// The form of a review.
struct ScalingReviewForm: Sendable {
    private static let textMax = 4_000
    private static let hoursMax = 100_000

    let fields: FormFields

    init(_ fields: FormFields) {
        self.fields = fields
    }

    private func text(_ name: String) -> String { fields[name] }

    private func answer(_ name: String) -> ReviewAnswer? {
        ReviewAnswer.Verdict(rawValue: fields[name]).map { ReviewAnswer($0, grounds: text("waarom\(name)")) }
    }

    /// - Throws: `ReviewFormRefusal` with every fault.
    func review(_ model: ScalingReviewPage) throws -> ScalingReview {
        var errors = fields.overlong(Self.textMax)
        let day = Dutch.day(fields["besprokenop"])
        if day == nil, !fields["besprokenop"].isEmpty {
            errors.append(
                FieldError("besprokenop", "Dit is geen bestaande dag. Schrijf de datum als 23-11-2026."))
        }
        if let day, day > model.today {
            errors.append(
                FieldError("besprokenop", "Deze dag moet nog komen. Vul in op welke dag het is besproken."))
        }
        let shares = model.shares.map { share -> ScalingReview.Share in
            let hoursName = "uren-\(share.municipality)"
            let costName = "kosten-\(share.municipality)"
            let hours = fields[hoursName].isEmpty ? 0 : Int(fields[hoursName])
            if hours.map({ !(0...Self.hoursMax).contains($0) }) ?? true {
                errors.append(FieldError(hoursName, "Vul hele uren in, hoogstens \(Self.hoursMax)."))
            }
            let cost = Dutch.money(fields[costName])
            if !fields[costName].isEmpty, cost.map({ $0.cents < 0 }) ?? true {
                errors.append(FieldError(costName, "Schrijf een bedrag als 1.250,00, nul of meer."))
            }
            return ScalingReview.Share(
                municipality: share.municipality, hours: hours ?? 0, cents: cost?.cents)
        }
        guard errors.isEmpty else { throw ReviewFormRefusal(errors: errors) }
        return ScalingReview(
            dueOn: model.review.dueOn, wise: answer("verstandig"), legitimate: answer("legitiem"),
            lesson: text("les"), discussedWith: text("besprokenmet"), discussedOn: day?.iso,
            shares: shares.filter { $0.hours > 0 || $0.cents != nil }, isClosed: fields["klaar"] == "ja")
    }
}

extension ScalingReviewPage {
    /// The form as it opens.
    var fields: FormFields {
        var fields = FormFields([
            "verstandig": review.wise?.verdict.rawValue ?? "", "waaromverstandig": review.wise?.grounds ?? "",
            "legitiem": review.legitimate?.verdict.rawValue ?? "",
            "waaromlegitiem": review.legitimate?.grounds ?? "", "les": review.lesson,
            "besprokenmet": review.discussedWith.isEmpty
                ? model.state.flexible?.askedBy ?? "" : review.discussedWith,
            "besprokenop": review.discussedOn.flatMap { Day(iso: $0) }.map { Dutch.shortDate($0) } ?? "",
        ])
        for share in shares {
            fields.add("uren-\(share.municipality)", "\(share.hours)")
            let cost = share.cost.map { String(Dutch.money($0).dropFirst(2)) }
            fields.add("kosten-\(share.municipality)", cost ?? "")
        }
        return fields
    }
}
