import Domain
import Testing

@Suite struct SMSTextTests {
    @Test(arguments: [
        ("Kom op, één persoon, coördinator", SMSText.Alphabet.gsm7, 32, 1), ("€5", .gsm7, 3, 1),
        ("financiële", .ucs2, 10, 1), ("geïnformeerd", .ucs2, 12, 1), ("gas–lek", .ucs2, 7, 1),
        ("👍", .ucs2, 2, 1), ("", .gsm7, 0, 1),
    ])
    func `what seven bits can carry is counted in septets, the rest in UTF-16`(
        text: String, alphabet: SMSText.Alphabet, units: Int, parts: Int
    ) {
        let sms = SMSText(text)
        #expect(sms.alphabet == alphabet && sms.units == units && sms.parts == parts)
    }

    @Test(arguments: [
        ("a", 160, 1), ("a", 161, 2), ("a", 306, 2), ("a", 307, 3), ("€", 80, 1), ("€", 81, 2), ("ë", 70, 1),
        ("ë", 71, 2), ("ë", 134, 2), ("ë", 135, 3),
    ])
    func `a longer text takes parts that each give room to a header`(unit: String, count: Int, parts: Int) {
        #expect(SMSText(String(repeating: unit, count: count)).parts == parts)
    }
}
