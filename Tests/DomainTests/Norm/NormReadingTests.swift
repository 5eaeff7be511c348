import Testing

@testable import Domain

@Suite struct NormReadingTests {
    @Test(arguments: [
        ("90", NormUnit.minutes, 90), ("90 minuten", .minutes, 90), ("1,5 uur", .minutes, 90),
        ("2 uur", .minutes, 120), ("1 dag", .hours, 24), ("2 jaar", .months, 24), ("24 maanden", .years, 2),
        ("€ 25.000", .euros, 25_000), ("25.000 euro", .euros, 25_000), ("10 %", .percent, 10),
        ("12.00 uur", .timeOfDay, 720), ("8:30", .timeOfDay, 510), ("Maandag", .weekday, 1),
        ("8 uur per maand", .hoursPerMonth, 8), ("1 keer per jaar", .timesPerYear, 1),
        ("3 personen", .people, 3), ("52 weken", .weeks, 52), ("  7  dagen ", .days, 7),
    ])
    func `a number is read with or without its unit`(text: String, unit: NormUnit, number: Int) {
        #expect(NormReading.value(text, in: unit) == .success(number))
    }

    @Test(arguments: NormUnit.allCases)
    func `an empty text is no number and no fault`(unit: NormUnit) {
        #expect(NormReading.value("  ", in: unit) == .success(nil))
    }

    @Test(arguments: [
        ("negentig", NormUnit.minutes, NormFault.notANumber(text: "negentig")),
        ("1.00", .euros, .notANumber(text: "1.00")), ("1,55 uur", .minutes, .notANumber(text: "1,55 uur")),
        ("9999999999999999999999", .minutes, .notANumber(text: "9999999999999999999999")),
        ("-5", .minutes, .negative), ("−5 minuten", .minutes, .negative),
        ("1,5", .people, .notWhole(.people)),
        ("90 minuten", .hours, .notWhole(.hours)),
        ("2 kwartier", .minutes, .unknownUnit(text: "kwartier", .minutes)),
        ("10 %", .minutes, .unknownUnit(text: "%", .minutes)),
        ("3 maanden", .weeks, .unknownUnit(text: "maanden", .weeks)),
        ("25.00", .timeOfDay, .notANumber(text: "25.00")),
        ("zomerdag", .weekday, .notANumber(text: "zomerdag")),
    ])
    func `what cannot be read says why`(text: String, unit: NormUnit, fault: NormFault) {
        #expect(NormReading.value(text, in: unit) == .failure(fault))
    }
}
