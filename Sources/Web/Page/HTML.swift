/// Text that is safe to send as HTML: literals as written, interpolated text escaped by its type.
///
/// A literal is a `StaticString`, so a `String` that exists only at run time can never become markup outside
/// this target (ADR 3).
package struct HTML: ExpressibleByStringInterpolation, Sendable {
    package private(set) var bytes: [UInt8]

    package init() {
        bytes = []
    }

    package init(stringLiteral text: StaticString) {
        bytes = text.withUTF8Buffer(Array.init)
    }

    package init(stringInterpolation: StringInterpolation) {
        bytes = stringInterpolation.html.bytes
    }

    package init(_ parts: some Sequence<HTML>) {
        bytes = []
        for part in parts { bytes += part.bytes }
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package var isEmpty: Bool { bytes.isEmpty }

    package static func += (left: inout HTML, right: HTML) {
        left.bytes += right.bytes
    }

    fileprivate mutating func append(literal: StaticString) {
        literal.withUTF8Buffer { bytes += $0 }
    }

    fileprivate mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { utf8 in
            for byte in utf8 {
                switch byte {
                case UInt8(ascii: "&"): append(literal: "&amp;")
                case UInt8(ascii: "<"): append(literal: "&lt;")
                case UInt8(ascii: ">"): append(literal: "&gt;")
                case UInt8(ascii: "\""): append(literal: "&quot;")
                case UInt8(ascii: "'"): append(literal: "&#39;")
                default: bytes.append(byte)
                }
            }
        }
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var html = HTML()

        package init(literalCapacity: Int, interpolationCount: Int) {
            html.bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            html.append(literal: literal)
        }

        /// Disfavoured, so that a literal inside an interpolation (`\(isOwn ? "<b>" : "")`) is markup like
        /// the literal around it; text that exists only at run time has no other way in than this one.
        @_disfavoredOverload
        package mutating func appendInterpolation(_ text: String) {
            html.append(escaping: text)
        }

        /// Numbers and codes; what can be read back from its text. Not every `CustomStringConvertible`: of a list
        /// of optional parts that is the text `[Optional(…)]`.
        @_disfavoredOverload
        package mutating func appendInterpolation(_ text: some LosslessStringConvertible) {
            html.append(escaping: text.description)
        }

        package mutating func appendInterpolation(_ part: HTML) {
            html += part
        }

        package mutating func appendInterpolation(_ part: HTML?) {
            if let part { html += part }
        }

        package mutating func appendInterpolation(_ parts: [HTML]) {
            for part in parts { html += part }
        }

        package mutating func appendInterpolation(_ parts: [HTML?]) {
            for case let part? in parts { html += part }
        }
    }
}
