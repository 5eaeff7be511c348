import Domain
import Storage
import Web

/// A form about the contact point that cannot be saved.
struct ContactPointRefusal: Error {
    let errors: [FieldError]
}

/// The longest name or text of a contact point.
private let contactTextMax = 120

extension ContactPoint {
    /// What the form says.
    ///
    /// - Throws: `ContactPointRefusal` with every fault.
    init(_ fields: FormFields, id: ID<ContactPoint>) throws(ContactPointRefusal) {
        var errors: [FieldError] = []
        func text(_ name: String, _ what: String) -> String {
            if fields[name].isEmpty { errors.append(FieldError(name, "Vul \(what) in.")) }
            if fields[name].count > contactTextMax {
                errors.append(FieldError(name, "Dit is te lang; gebruik hoogstens \(contactTextMax) tekens."))
            }
            return fields[name]
        }
        func day(_ name: String) -> Day? {
            let day = Dutch.day(fields[name])
            if day == nil, !fields[name].isEmpty {
                errors.append(FieldError(name, "Dit is geen bestaande dag. Schrijf de datum als 23-11-2026."))
            }
            return day
        }
        let name = text("naam", "de naam van het aanspreekpunt")
        let holder = text("wie", "wie het aanspreekpunt is")
        let deputy = text("vervanger", "wie vervangt")
        let hours = text("bereikbaar", "wanneer er iemand opneemt")
        let phone = Phone.parse(fields["telefoon"])
        if case .failure = phone {
            errors.append(FieldError("telefoon", "Dit is geen telefoonnummer. Schrijf het als 010 1234567."))
        }
        let mailbox = EmailAddress.parse(fields["email"])
        if case .failure = mailbox {
            errors.append(FieldError("email", "Dit is geen e-mailadres. Schrijf het als naam@regio.nl."))
        }
        let from = day("vanaf")
        if fields["vanaf"].isEmpty { errors.append(FieldError("vanaf", "Vul in vanaf wanneer dit geldt.")) }
        let (awayFrom, awayThrough) = (day("afwezig-van"), day("afwezig-tot"))
        if fields["afwezig-van"].isEmpty != fields["afwezig-tot"].isEmpty {
            errors.append(FieldError("afwezig-tot", "Vul beide dagen in, of geen van beide."))
        } else if let awayFrom, let awayThrough, awayThrough < awayFrom {
            errors.append(FieldError("afwezig-tot", "De laatste dag ligt voor de eerste."))
        }
        guard errors.isEmpty, let from, case .success(let phone) = phone, case .success(let mailbox) = mailbox
        else {
            throw ContactPointRefusal(errors: errors)
        }
        var away: Away?
        if let awayFrom, let awayThrough { away = Away(from: awayFrom, through: awayThrough) }
        self.init(
            id: id, validFrom: from, name: name, holder: holder, deputy: deputy, phone: phone,
            mailbox: mailbox,
            hours: hours, away: away)
    }
}

extension Change {
    /// From its day on; the one before stays as history.
    mutating func setContactPoint(_ point: ContactPoint) throws {
        try actor.require(.editRegion)
        let points = try tx.contactPoints()
        let before = points.first { $0.validFrom <= point.validFrom }
        try tx.save(point)
        let stored = try tx.contactPoints().first { $0.validFrom == point.validFrom } ?? point
        try record(
            JournalEntry(
                "contactPoint.set", "contactPoint", stored.id, before: before?.journalState,
                after: stored.journalState))
    }
}

extension ContactPoint {
    /// The names of the people are under a key of this contact point, so that they can be made unreadable.
    fileprivate var journalState: [String: JournalValue] {
        let key = ID<Functionary>(uuid: id.uuid)
        return [
            "naam": .text(name), "telefoon": .text(phone.e164), "email": .text(mailbox.description),
            "bereikbaar": .text(hours), "vanaf": .day(validFrom), "wie": .secret(holder, of: key),
            "vervanger": .secret(deputy, of: key), "afwezig van": .day(away?.from),
            "afwezig tot": .day(away?.through),
        ]
    }
}
