/// How a message travels (*kanaal*). A mobile number can be reached by text and by voice, so this is not the
/// kind of a person's contact channel.
package enum ChannelKind: String, CaseIterable, Codable, Sendable {
    case mail, sms, voice, push
}

extension ContactChannel.Kind {
    /// The channel that a message to such an address takes first.
    package var channel: ChannelKind {
        switch self {
        case .mobile: .sms
        case .email: .mail
        case .voice: .voice
        }
    }
}
