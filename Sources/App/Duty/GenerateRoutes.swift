import Domain
import HTTPTypes
import Storage
import Web

extension Routes {
    static let generation: [Route] = [
        Route(
            method: .post, path: "/rooster/concepten/beste", needs: .permission(.editRoster),
            action: .slow(generate))
    ]

    /// How long somebody waits for a page; the command searches longer.
    private static let secondsMost = 8.0

    @Sendable private static func generate(
        _ application: Application, _ visit: Visit, _ fields: FormFields
    ) async throws -> Answer {
        let lines = try await application.storage.read { tx in try tx.lines() }
        var errors: [FieldError] = []
        let first = Dutch.day(fields["van"])
        if first == nil { errors.append(FieldError("van", "Schrijf de datum als 23-11-2026.")) }
        if let first, DutyPeriod(weekOf: first).interval.start < visit.now {
            errors.append(FieldError("van", DutyRefusal.alreadyBegun.sentence))
        }
        let weeks = Int(fields["weken"]).flatMap { (1...DraftPages.weeksMax).contains($0) ? $0 : nil }
        if weeks == nil {
            errors.append(FieldError("weken", "Vul een getal in van 1 tot \(DraftPages.weeksMax)."))
        }
        let chosen = fields["lijn"].isEmpty ? lines : lines.filter { $0.code.text == fields["lijn"] }
        if chosen.isEmpty { errors.append(FieldError("lijn", DutyRefusal.unknownLine.sentence)) }
        guard errors.isEmpty, let first, let weeks else {
            return .refused(DraftPages.new(lines, visit.signedIn.csrf, FormState(fields, errors: errors)))
        }
        do {
            let outcome = try await application.generateRoster(
                RosterQuestion(
                    lines: chosen.map(\.code), from: first, weeks: weeks, seconds: secondsMost, seed: 1),
                by: visit.actor, tell: { _, _ in })
            return .redirect("/rooster/concept/\(outcome.roster)")
        } catch let refusal as DutyRefusal {
            let state = FormState(fields, errors: [FieldError("van", refusal.sentence)])
            return .refused(DraftPages.new(lines, visit.signedIn.csrf, state))
        }
    }
}
