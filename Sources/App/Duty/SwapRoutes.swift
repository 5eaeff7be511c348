import Domain
import HTTPTypes
import Storage
import Web

extension Routes {
    static let swaps: [Route] = [
        .get("/rooster/mijn", needs: .permission(.seeOwn)) { visit, tx in
            .page(OwnDutyPages.page(try OwnDutyPage(visit, tx), visit.signedIn.csrf))
        },
        .get("/rooster/ruilen", needs: .permission(.editRoster)) { visit, tx in
            .page(OwnDutyPages.inbox(try SwapInboxPage(visit, tx), visit.signedIn.csrf))
        },
        .get("/rooster/dienst/:id/ruil", needs: .permission(.seeOwn)) { visit, tx in
            .page(OwnDutyPages.offer(try OfferPage(visit, tx), visit.signedIn.csrf, FormState()))
        },
        .post("/rooster/dienst/:id/ruil", needs: .permission(.seeOwn), offer),
        .post("/rooster/ruil/:id/overname", needs: .permission(.seeOwn)) { visit, _, change in
            guard let person = visit.signedIn.person else { throw WebFailure.notFound }
            return try tellingSwap("De dienst is nu van jou.") {
                try change.takeSwap(try visit.id("id"), by: person)
            }
        },
        .post("/rooster/ruil/:id/intrekking", needs: .permission(.seeOwn)) { visit, _, change in
            try tellingSwap("Het aanbod is ingetrokken.", back(visit)) {
                try change.withdrawSwap(try visit.id("id"))
            }
        },
        .post("/rooster/mijn/wensen", needs: .permission(.seeOwn), wish),
        .post("/rooster/mijn/wensen/:id/intrekking", needs: .permission(.seeOwn)) { visit, _, change in
            try change.withdrawWish(try visit.id("id"))
            return .redirect("/rooster/mijn", notice: "De wens is ingetrokken.")
        },
        .post("/rooster/agenda", needs: .permission(.seeOwn)) { visit, _, change in
            guard let person = visit.signedIn.person else { throw WebFailure.notFound }
            let path = "/agenda/\(try change.makeCalendarFeed(person: person, line: nil))"
            return .page(OwnDutyPages.address(try change.tx.siteAddress()?.url(path) ?? path, of: nil))
        },
        .post("/rooster/lijn/:line/agenda", needs: .permission(.seeRoster)) { visit, _, change in
            let line: Code<DutyLine> = visit.code("line")
            guard try change.tx.lines().contains(where: { $0.code == line }) else {
                throw WebFailure.notFound
            }
            let path = "/agenda/\(try change.makeCalendarFeed(person: nil, line: line))"
            return .page(OwnDutyPages.address(try change.tx.siteAddress()?.url(path) ?? path, of: line))
        },
        .post("/rooster/agenda/:id/intrekking", needs: .permission(.seeOwn)) { visit, _, change in
            try change.revokeCalendarFeed(try visit.id("id"))
            return .redirect("/rooster/mijn", notice: "Het adres is ingetrokken.")
        },
        Route(method: .get, path: "/agenda/:token", needs: .nobody, action: .open(CalendarFeed.show)),
    ]

    /// Back to where the button stood.
    private static func back(_ visit: Visit) -> String {
        visit.signedIn.person == nil ? "/rooster/ruilen" : "/rooster/mijn"
    }

    @Sendable private static func offer(
        _ visit: Visit, _ fields: FormFields, _ change: inout Change
    ) throws -> Answer {
        let model = try OfferPage(visit, change.tx)
        func refused(_ field: String, _ sentence: String) -> Answer {
            .refused(
                OwnDutyPages.offer(
                    model, visit.signedIn.csrf, FormState(fields, errors: [FieldError(field, sentence)])))
        }
        var part: Interval?
        if !fields["van"].isEmpty || !fields["tot"].isEmpty {
            guard let first = Dutch.day(fields["van"]) else { return refused("van", dayHint) }
            guard let last = Dutch.day(fields["tot"]) else { return refused("tot", dayHint) }
            part = Interval(from: first, through: last).clamped(to: model.duty.duty.interval)
        }
        let person = ID<Functionary>(fields["aan"])
        if person == nil, !fields["aan"].isEmpty { return refused("aan", SwapRefusal.nobodyAsked.sentence) }
        do {
            try change.offerDuty(
                model.duty.id, part: part, to: [person].compactMap(\.self), isForPool: person == nil)
            return .redirect(back(visit), notice: "De dienst is aangeboden.")
        } catch let refusal as SwapRefusal {
            return refused("aan", refusal.sentence)
        }
    }

    private static let dayHint = "Schrijf de datum als 23-11-2026."

    @Sendable private static func wish(
        _ visit: Visit, _ fields: FormFields, _ change: inout Change
    ) throws -> Answer {
        let model = try OwnDutyPage(visit, change.tx)
        var errors: [FieldError] = []
        let wish = DutyWish(rawValue: fields["wens"])
        if wish == nil { errors.append(FieldError("wens", "Kies een wens.")) }
        let first = Dutch.day(fields["van"])
        if first == nil { errors.append(FieldError("van", dayHint)) }
        let last = Dutch.day(fields["tot"])
        if last == nil { errors.append(FieldError("tot", dayHint)) }
        if let first, let last, last < first || last < visit.today {
            errors.append(FieldError("tot", "Kies een laatste dag die nog komt en niet voor de eerste ligt."))
        }
        guard errors.isEmpty, let wish, let first, let last else {
            return .refused(OwnDutyPages.page(model, visit.signedIn.csrf, FormState(fields, errors: errors)))
        }
        try change.recordWish(wish, of: model.person, during: Interval(from: first, through: last))
        return .redirect("/rooster/mijn", notice: "De wens is vastgelegd.")
    }

    private static func tellingSwap(
        _ notice: String, _ path: String = "/rooster/mijn", _ body: () throws -> Void
    ) throws -> Answer {
        do {
            try body()
            return .redirect(path, notice: notice)
        } catch let refusal as SwapRefusal {
            return .redirect(path, notice: refusal.sentence)
        }
    }
}
