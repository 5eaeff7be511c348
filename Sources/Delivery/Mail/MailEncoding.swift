/// The encodings of mail: what passes through seven-bit lines of bounded length.
enum MailEncoding {
    /// RFC 2045 §6.7: a line of at most 76 characters, its soft end included.
    private static let lineMax = 76
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Text as quoted-printable; every line end of `text` becomes CR LF.
    static func quotedPrintable(_ text: String, into bytes: inout [UInt8]) {
        var column = 0
        var utf8 = Array(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").utf8)[...]
        while let byte = utf8.popFirst() {
            guard byte != UInt8(ascii: "\n") else {
                bytes += "\r\n".utf8
                column = 0
                continue
            }
            let endsLine = utf8.first == nil || utf8.first == UInt8(ascii: "\n")
            let isPlain = isPlain(byte) && !(endsLine && byte == UInt8(ascii: " "))
            let width = isPlain ? 1 : 3
            if column + width > lineMax - 1 {
                bytes += "=\r\n".utf8
                column = 0
            }
            if isPlain {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
            column += width
        }
        if column > 0 { bytes += "\r\n".utf8 }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (32...126).contains(byte) && byte != UInt8(ascii: "=")
    }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Base64 in lines of 76, each ended by CR LF.
    static func base64Lines(_ source: [UInt8], into bytes: inout [UInt8]) {
        // 57 bytes fill a line.
        for start in stride(from: 0, to: source.count, by: 57) {
            base64(source[start..<min(start + 57, source.count)], into: &bytes)
            bytes += "\r\n".utf8
        }
    }

    static func base64(_ source: ArraySlice<UInt8>, into bytes: inout [UInt8]) {
        var rest = source
        while !rest.isEmpty {
            let part = Array(rest.prefix(3))
            rest = rest.dropFirst(3)
            let value = part.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
            for index in 0..<4 {
                bytes.append(
                    index <= part.count ? alphabet[value >> (18 - 6 * index) & 63] : UInt8(ascii: "="))
            }
        }
    }
}
