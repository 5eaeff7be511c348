import Testing

@testable import Domain

@Suite struct AlarmReplyTests {
    @Test(arguments: [
        ("JA 20", 20), ("ja 20 min", 20), ("Ja 20min.", 20), ("ja, 20", 20),
        ("Ja ik kom over een half uur", 30),
        ("ja over een kwartier", 15), ("Jep, drie kwartier", 45), ("ja 1,5 uur", 90),
        ("kom over anderhalf uur", 90),
        ("ja 1 uur 15", 75), ("20", 20), ("ja, over een uur", 60), ("ja over 20 a 30 minuten", 30),
        ("Ja, niet eerder dan 40 min", 40), ("JA20", 20), ("ja over twintig minuten", 20),
        ("  ja\n45  ", 45), ("over 10 min ter plaatse", 10), ("ja over 'n half uur", 30),
        ("20, ben onderweg", 20),
    ])
    func `a yes with a time is read as people type it`(text: String, minutes: Int) {
        #expect(AlarmReply(text: text) == .coming(minutes: minutes, isRemote: false))
    }

    @Test(arguments: ["JA", "ja!", "Ok", "ik kom eraan", "onderweg", "J", "Oké"])
    func `a yes without a time leaves the time open`(text: String) {
        #expect(AlarmReply(text: text) == .coming(minutes: nil, isRemote: false))
    }

    @Test func `from a distance is a way to come`() {
        #expect(AlarmReply(text: "op afstand") == .coming(minutes: nil, isRemote: true))
        #expect(AlarmReply(text: "Ja, vanuit thuis over 10 min") == .coming(minutes: 10, isRemote: true))
        #expect(AlarmReply(text: "aan het werk, op afstand") == .atWork(isRemote: true))
    }

    @Test(arguments: [
        "nee", "NEE", "Neen.", "N", "ik kan niet", "ik kom niet", "helaas verhinderd", "nee, ben niet thuis",
        "ben niet beschikbaar", "kan helaas niet komen",
    ])
    func `a no is a no`(text: String) {
        #expect(AlarmReply(text: text) == .declined)
    }

    @Test(arguments: ["aanwezig", "Ben er", "ter plaatse", "Aan het werk", "aan 't werk", "ja aanwezig"])
    func `being there is at work`(text: String) {
        #expect(AlarmReply(text: text) == .atWork(isRemote: false))
    }

    @Test(arguments: ["overgenomen", "ik neem over"])
    func `a named human takes it`(text: String) {
        #expect(AlarmReply(text: text) == .taken)
    }

    @Test(arguments: [
        "", "?", "ja?", "wie is dit", "ja of nee", "nee 20", "nee wel op afstand", "ja maar ik kan niet",
        "112112",
        "om 14.30", "ja 14:30", "ik ben er niet", "👍", "20000",
    ])
    func `what can mean two things is asked back`(text: String) {
        #expect(AlarmReply(text: text) == .unclear)
    }

    @Test(arguments: [
        ("1", AlarmReply.coming(minutes: nil, isRemote: false)), ("2", .declined),
        (" 3#", .coming(minutes: nil, isRemote: true)),
        ("4", .atWork(isRemote: false)), ("5", .taken), ("9", .unclear), ("", .unclear), ("12", .unclear),
    ])
    func `a key that was pressed is read as the voice told`(pressed: String, expected: AlarmReply) {
        #expect(AlarmReply(digit: pressed) == expected)
    }

    @Test(arguments: [
        "Nee, dat lukt niet.\r\n\r\nOp ma 23 nov 2026 om 03:12 schreef Piket:\r\n> Antwoord JA met je minuten",
        "nee\n\n> ALARM. Antwoord JA (JA 20)", "Nee\n-----Oorspronkelijk bericht-----\nAntwoord JA",
        "nee\n\nVan: Piket <piket@regio.example>\nAntwoord JA",
    ])
    func `of a mail only the answer at the top counts`(text: String) {
        #expect(AlarmReply(mail: text) == .declined)
    }

    /// The forms that people type; each was met in a list of answers or follows from one by a slip.
    @Test(arguments: [
        "JA 20", "ja 20 min", "Ja, 20 minuten", "ja20", "JA  20.", "j 20", "Ja hoor, over 20 min!", "ok 20",
        "Ik kom, 20 min", "20", "20 minuten", "ja ik ben er over twintig minuten",
    ])
    func `twenty minutes is twenty minutes however it is typed`(text: String) {
        #expect(AlarmReply(text: text) == .coming(minutes: 20, isRemote: false))
    }
}
