import Delivery
import Domain
import Storage
import Web

/// Why a participant gets a letter.
enum SessionOccasion: Equatable {
    case placed, waiting, movedUp, changed, withdrawn
    case cancelled(reason: String)
}

extension Change {
    /// Queues a letter to a participant, with what their calendar must do. Whoever has no address of mail hears
    /// nothing: their page says the same.
    mutating func tell(
        _ enrolment: Enrolment, _ occasion: SessionOccasion, _ session: ActivitySession, _ activity: Activity
    ) throws {
        guard let person = try tx.functionary(enrolment.person),
            let address = try tx.channels(of: enrolment.person).first(where: { $0.kind == .email })?.address,
            let recipient = EmailAddress(address)
        else { return }
        let letter = SessionLetter(occasion, session, activity)
        let sequence = try tx.nextInvitation(of: enrolment.id)
        let desk = try tx.contactPoint(on: Amsterdam.day(at: now))
        var invitation: MailMessage.Invitation?
        // Who waits has nothing to put in a calendar; who waited has nothing to take out.
        if occasion.concernsCalendar, enrolment.state != .waiting {
            invitation = letter.invitation(
                of: enrolment, sequence: sequence,
                to: CalendarEvent.Party(name: person.name.full, address: recipient),
                from: desk.map { CalendarEvent.Party(name: $0.name, address: $0.mailbox) }, at: now)
        }
        let office = try desk?.name ?? tx.region()?.officeName ?? ""
        try queueMail(
            QueuedMail(
                key: "enrolment \(enrolment.id) \(sequence)", recipient: recipient, person: person.id,
                subject: letter.subject,
                text: QueuedMail.letter(to: person.name.given, letter.paragraphs, from: office),
                invitation: invitation))
    }
}

extension SessionOccasion {
    fileprivate var concernsCalendar: Bool {
        switch self {
        case .placed, .movedUp, .changed, .withdrawn, .cancelled: true
        case .waiting: false
        }
    }

    fileprivate var takesAway: Bool {
        switch self {
        case .withdrawn, .cancelled: true
        case .placed, .waiting, .movedUp, .changed: false
        }
    }
}

/// What a letter about a session says.
struct SessionLetter {
    private let occasion: SessionOccasion
    private let session: ActivitySession
    private let activity: Activity

    init(_ occasion: SessionOccasion, _ session: ActivitySession, _ activity: Activity) {
        self.occasion = occasion
        self.session = session
        self.activity = activity
    }

    var subject: String {
        let when = Dutch.date(Amsterdam.day(at: session.interval.start))
        return switch occasion {
        case .placed, .movedUp: "Je plek: \(activity.title), \(when)"
        case .waiting: "Op de wachtlijst: \(activity.title), \(when)"
        case .changed: "Gewijzigd: \(activity.title), \(when)"
        case .withdrawn: "Afgemeld: \(activity.title), \(when)"
        case .cancelled: "Gaat niet door: \(activity.title), \(when)"
        }
    }

    var paragraphs: [String] {
        let what = "\(activity.title), \(Dutch.period(session.interval))"
        let place = session.place.isEmpty ? "" : "\nPlaats: \(session.place)"
        let leader = session.leader.isEmpty ? "" : "\nLeiding: \(session.leader)"
        let details = "\(what)\(place)\(leader)"
        let explanation = activity.explanation.isEmpty ? [] : [activity.explanation]
        let leave = "Kun je toch niet? Meld je af in Oranje; dan gaat je plek naar wie er wacht."
        return switch occasion {
        case .placed: ["Je bent ingeschreven:\n\(details)"] + explanation + [leave]
        case .movedUp: ["Er kwam een plek vrij en die is voor jou:\n\(details)"] + explanation + [leave]
        case .waiting:
            [
                "Deze sessie is vol. Je staat op de wachtlijst:\n\(details)",
                "Komt er een plek vrij, dan krijg je die vanzelf en hoor je het meteen.",
            ]
        case .changed: ["De tijd of plaats van je sessie is gewijzigd. Zo is het nu:\n\(details)", leave]
        case .withdrawn: ["Je staat niet meer op de lijst van:\n\(what)"]
        case .cancelled(let reason): ["Deze sessie gaat niet door:\n\(what)", "Reden: \(reason)"]
        }
    }

    /// What the calendar of the participant takes over. Without an organiser to answer to (RFC 5546 §3.2.2 asks
    /// for one) it is sent as an event to look at.
    ///
    /// Every participant has an event of their own: nobody's calendar learns who else comes.
    func invitation(
        of enrolment: Enrolment, sequence: Int, to attendee: CalendarEvent.Party,
        from organiser: CalendarEvent.Party?,
        at now: Instant
    ) -> MailMessage.Invitation {
        var event = CalendarEvent(
            uid: "\(enrolment.id)@oranje", sequence: sequence, interval: session.interval,
            title: activity.title)
        event.place = session.place
        event.explanation = activity.explanation
        event.isCancelled = occasion.takesAway
        event.organiser = organiser
        event.attendee = organiser == nil ? nil : attendee
        let method: MailMessage.Invitation.Method =
            organiser == nil ? .publish : event.isCancelled ? .cancel : .request
        let text = CalendarText.text(
            [event], method: CalendarText.Method(rawValue: method.rawValue), stamp: now)
        return MailMessage.Invitation(method: method, calendar: text)
    }
}
