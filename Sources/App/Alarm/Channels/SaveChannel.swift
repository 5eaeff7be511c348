import Domain
import Storage
import Web

/// A channel as a form asks for it.
struct ChannelDraft: Sendable {
    let kind: ChannelKind
    let name: String
    let rank: Int
    let form: ChannelSetup.Form
    /// Only those that were typed; the others stay as they are.
    let secrets: [String: String]
    /// Of the setup that was opened; nil for a new one.
    let version: Int?
}

/// Why a channel cannot be saved.
enum ChannelRefusal: Error, Equatable, Sendable {
    /// By the name of the form's field.
    case faults([String: ChannelSettingFault])
}

extension Change {
    /// - Parameter id: nil makes a new channel.
    mutating func saveChannel(
        _ id: ID<ChannelSetup>?, _ draft: ChannelDraft
    ) throws -> ID<ChannelSetup> {
        try actor.require(.manageChannels)
        var faults = draft.form.faults
        if draft.name.isEmpty { faults["naam"] = .empty }
        guard faults.isEmpty else { throw ChannelRefusal.faults(faults) }
        let old = try id.map { id in
            guard let setup = try tx.channelSetup(id) else { throw WebFailure.notFound }
            return setup
        }
        guard old?.version == draft.version else { throw WebFailure.changedMeanwhile }
        let setup = ChannelSetup(
            id: old?.id ?? newID(), kind: old?.kind ?? draft.kind, name: draft.name, rank: draft.rank,
            isOpen: old?.isOpen ?? true, form: draft.form, version: old?.version ?? 1)
        let sealed = try sealed(draft, setup)
        if old == nil {
            try tx.insert(setup, sealed: sealed, at: now)
        } else if try !tx.update(setup, sealed: sealed, at: now) {
            throw WebFailure.changedMeanwhile
        }
        // Which fields, never what is in them: a header can hold a key that somebody typed in the wrong place.
        let before = old?.form.fields ?? [:]
        let changed = setup.form.fields.filter { before[$0.key] != $0.value }.keys.sorted()
        try record(
            JournalEntry(
                old == nil ? "channel.added" : "channel.changed", "channel", setup.id,
                after: [
                    "soort": .text(setup.kind.rawValue), "naam": .text(setup.name),
                    "velden": .text(changed.joined(separator: " ")),
                    "geheimen": .text(draft.secrets.keys.sorted().joined(separator: " ")),
                ]))
        return setup.id
    }

    /// The secrets that the setting names: those typed now, else those known. Nothing else is kept.
    private mutating func sealed(_ draft: ChannelDraft, _ setup: ChannelSetup) throws -> String {
        let names = setup.form.secretNames
        guard !names.isEmpty else { return "" }
        let box = try secretBox()
        var secrets = try box.secrets(tx.sealedSecrets(of: setup.id), of: setup.id)
        secrets.merge(draft.secrets) { _, new in new }
        let kept = secrets.filter { names.contains($0.key) && !$0.value.isEmpty }
        return try box.seal(StoredFields.text(kept), for: "kanaal \(setup.id)", randomness: &randomness)
    }

    mutating func setChannel(_ id: ID<ChannelSetup>, isOpen: Bool) throws {
        try actor.require(.manageChannels)
        guard let old = try tx.channelSetup(id) else { throw WebFailure.notFound }
        let setup = ChannelSetup(
            id: id, kind: old.kind, name: old.name, rank: old.rank, isOpen: isOpen, form: old.form,
            version: old.version)
        guard try tx.update(setup, sealed: tx.sealedSecrets(of: id), at: now) else {
            throw WebFailure.changedMeanwhile
        }
        try record(JournalEntry(isOpen ? "channel.opened" : "channel.closed", "channel", id))
    }

    /// Makes the secret with which a provider hands over replies and reports. An older one counts no longer.
    ///
    /// - Returns: the secret, which is nowhere kept.
    mutating func makeInboundSecret(of id: ID<ChannelSetup>) throws -> String {
        try actor.require(.manageChannels)
        guard try tx.channelSetup(id) != nil else { throw WebFailure.notFound }
        let secret = randomness.bytes(24).hexadecimal
        try tx.setInboundHash(InboundSecret.hash(secret), of: id)
        try record(JournalEntry("channel.inbound-secret-made", "channel", id))
        return secret
    }

    /// That a beheerder sent a message to try the channel; not to whom.
    mutating func recordTrial(of id: ID<ChannelSetup>, _ outcome: DeliveryOutcome) throws {
        try actor.require(.manageChannels)
        try record(
            JournalEntry("channel.tried", "channel", id, after: ["uitkomst": .text(outcome.code)]))
    }
}

extension SecretBox {
    /// - Parameter sealed: empty when there are none.
    func secrets(_ sealed: String, of id: ID<ChannelSetup>) throws -> [String: String] {
        sealed.isEmpty ? [:] : try StoredFields.fields(open(sealed, for: "kanaal \(id)"))
    }
}
