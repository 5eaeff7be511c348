import Testing

@testable import Web

@Suite struct FormFieldsTests {
    @Test func `a form comes in as the browser sent it`() {
        let fields = FormFields(urlEncoded: "naam=Anna+van+den+Berg&land=%C3%A9%C3%A9n&leeg=&kaal")
        #expect(fields["naam"] == "Anna van den Berg")
        #expect(fields["land"] == "één")
        #expect(fields["leeg"] == "")
        #expect(fields["kaal"] == "")
        #expect(fields["onbekend"] == "")
    }

    @Test func `a name that comes twice keeps both values, in order`() {
        let fields = FormFields(urlEncoded: "rol=a&rol=b&naam=x")
        #expect(fields.all("rol") == ["a", "b"])
        #expect(fields["rol"] == "a")
        #expect(fields.all("niets") == [])
    }

    @Test func `spaces around a value are dropped, but not from a password`() {
        let fields = FormFields(urlEncoded: "naam=++Anna%09&wachtwoord=+geheim+")
        #expect(fields["naam"] == "Anna")
        #expect(fields.raw("wachtwoord") == " geheim ")
    }

    @Test func `an equals sign and an ampersand inside a value survive`() {
        let fields = FormFields(urlEncoded: "a=b=c&d=%26%3D")
        #expect(fields["a"] == "b=c")
        #expect(fields["d"] == "&=")
    }

    @Test(arguments: ["%", "%4", "%zz", "100%"])
    func `a stray percent sign stays what it is`(text: String) {
        #expect(FormFields(urlEncoded: "a=\(text)")["a"] == text)
    }

    @Test func `bytes that are no UTF-8 become the replacement character`() {
        #expect(FormFields(urlEncoded: "a=%E9n")["a"] == "\u{FFFD}n")
    }

    @Test func `nothing is empty`() {
        #expect(FormFields(urlEncoded: "").isEmpty)
        #expect(FormFields().isEmpty)
        #expect(!FormFields(["a": ""]).isEmpty)
    }

    @Test(arguments: ["Anna & Bo = één+één", "a/b?c#d", "😀 \" ' <", "~-._"])
    func `what is encoded for an address is read back whole`(text: String) {
        let encoded = queryEncoded(text)
        #expect(encoded.allSatisfy { $0.isASCII && !" &+=#?/<>\"'".contains($0) })
        #expect(FormFields(urlEncoded: "m=\(encoded)")["m"] == text)
    }
}
