import Domain
import Storage
import Web

extension Routes {
    static let mandates: [Route] = [
        .get("/vakbekwaamheid/mandaten", needs: .permission(.editPeople)) { visit, tx in
            .page(MandatePages.list(try MandatePage(visit, tx)))
        },
        .post("/vakbekwaamheid/mandaten", needs: .permission(.editPeople)) { visit, fields, change in
            do {
                guard let day = Dutch.day(fields["vanaf"]) else {
                    throw MandateFault.badDay(fields["vanaf"])
                }
                let municipality = Code<Municipality>(fields["gemeente"])
                // One decision of a college often covers every function.
                let functions =
                    fields["functie"].isEmpty
                    ? try MandatePage(visit, change.tx).missing(in: municipality)
                    : [Code(fields["functie"])]
                guard !functions.isEmpty else { throw MandateFault.nothingMissing }
                for function in functions {
                    try change.recordMandate(
                        of: municipality, for: function, document: fields["document"], from: day)
                }
            } catch let fault as MandateFault {
                let state = FormState(fields, errors: [FieldError(fault.field, fault.sentence)])
                return .refused(MandatePages.list(try MandatePage(visit, change.tx), state))
            }
            return .redirect(MandatePages.path, notice: "Het mandaat is vastgelegd.")
        },
        .post("/vakbekwaamheid/mandaten/:paper/intrekking", needs: .permission(.editPeople)) {
            visit, _, change in
            try change.withdrawMandate(try visit.id("paper"))
            return .redirect(MandatePages.path, notice: "Het mandaat geldt vanaf vandaag niet meer.")
        },
    ]
}
