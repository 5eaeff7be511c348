import Testing

@testable import App

@Suite struct SignedTokenTests {
    private let token = SignedToken(context: "proef 1", key: Array(0..<32))
    private let payload: [UInt8] = [0, 255, 62, 63, 250, 251]

    @Test func `what was signed comes back, and fits an address`() {
        let text = token.text(payload)
        #expect(token.payload(text, bytes: payload.count) == payload)
        #expect(text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
    }

    @Test func `another key, context, length or any changed byte is refused`() {
        let text = token.text(payload)
        #expect(SignedToken(context: "proef 1", key: Array(1..<33)).payload(text, bytes: 6) == nil)
        #expect(SignedToken(context: "proef 2", key: Array(0..<32)).payload(text, bytes: 6) == nil)
        #expect(token.payload(text, bytes: 5) == nil && token.payload("", bytes: 6) == nil)
        for index in text.indices {
            var other = text
            other.replaceSubrange(index...index, with: text[index] == "A" ? "B" : "A")
            #expect(token.payload(other, bytes: 6) == nil, "\(other)")
        }
    }
}
