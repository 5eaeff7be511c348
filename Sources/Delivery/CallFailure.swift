/// Why a call gave no answer that counts.
package struct CallFailure: Error, Equatable, Sendable {
    package enum Cause: Equatable, Sendable {
        case unreachable
        case timedOut
        case connectionLost
        /// The server's certificate is not trusted.
        case certificate
        /// No encrypted connection where one is demanded.
        case encryption
        case credentials
        /// A mail server said no.
        case refused(Stage, code: Int, text: String)
        /// What came back is not the protocol.
        case garbled
        case queueFull
        case stopping
        case cancelled
        /// The call itself is impossible: an address that is none, another protocol.
        case impossible(String)
    }

    /// At which command of SMTP a server said no.
    package enum Stage: Equatable, Sendable {
        case greeting, sender, recipient, content
    }

    package let cause: Cause
    /// The request or the end of the message was on its way when it went wrong.
    package let perhapsSent: Bool

    package init(_ cause: Cause, perhapsSent: Bool = false) {
        self.cause = cause
        self.perhapsSent = perhapsSent
    }
}
