import Testing

@testable import Domain

@Suite struct EmailAddressTests {
    @Test(arguments: [
        ("anna@elzenaar.example", "anna@elzenaar.example"), (" Anna@Duin.EXAMPLE ", "Anna@duin.example"),
        (
            "b.van.der.wilgen+piket@mail.gemeente-duin.example",
            "b.van.der.wilgen+piket@mail.gemeente-duin.example"
        ),
        ("o'linde@duin.example", "o'linde@duin.example"), ("x@xn--dun-goa.example", "x@xn--dun-goa.example"),
    ])
    func `an address keeps its case before the at sign only`(text: String, address: String) {
        #expect(EmailAddress(text)?.description == address)
    }

    @Test(arguments: [
        ("", EmailFault.empty), ("anna.duin.example", .noAt), ("anna@@duin.example", .severalAts),
        ("a@duin.example; b@duin.example", .severalAts), ("@duin.example", .localPart("")),
        (".anna@duin.example", .localPart(".anna")), ("an..na@duin.example", .localPart("an..na")),
        ("an na@duin.example", .localPart("an na")), ("änna@duin.example", .localPart("änna")),
        ("anna@duin", .domain("duin")), ("anna@duin..example", .domain("duin..example")),
        ("anna@-duin.example", .domain("-duin.example")), ("anna@10.0.0.1", .domain("10.0.0.1")),
        ("anna@duin.example.", .domain("duin.example.")), ("anna@du_in.example", .domain("du_in.example")),
    ])
    func `an address with a typing error is refused with its reason`(text: String, fault: EmailFault) {
        #expect(EmailAddress.parse(text) == .failure(fault))
    }

    @Test func `an address may be as long as mail servers take`() {
        let local = String(repeating: "a", count: 64)
        #expect(EmailAddress("\(local)@duin.example") != nil)
        #expect(EmailAddress("a\(local)@duin.example") == nil)
        let long = "\(local)@" + String(repeating: "duindoorn.", count: 19) + "example"
        #expect(EmailAddress.parse(long) == .failure(.tooLong(max: 254)))
    }
}
