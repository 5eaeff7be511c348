import Domain
import Storage
import TestSupport
import Testing

@testable import App

/// Channels of the sample region that lead to servers of the test.
extension TestRegion {
    func mailFields(port: Int) -> [String: String] {
        [
            "server": "127.0.0.1", "poort": "\(port)", "versleuteling": "none",
            "afzender": "piket@oranje.test", "seconden": "2",
        ]
    }

    @discardableResult
    func addChannel(
        _ kind: ChannelKind, _ form: ChannelSetup.Form, name: String = "Proef", rank: Int = 1,
        secrets: [String: String] = [:]
    ) async throws -> ID<ChannelSetup> {
        let draft = ChannelDraft(
            kind: kind, name: name, rank: rank, form: form, secrets: secrets, version: nil)
        return try await change(as: "beheer") { change in
            try change.saveChannel(nil, draft)
        }
    }

    func addMail(port: Int, name: String = "Post", rank: Int = 1) async throws {
        try await addChannel(.mail, .mail(MailSetting(mailFields(port: port))), name: name, rank: rank)
    }

    func addGateway(url: String, secrets: [String: String] = ["sleutel": "zeer-geheim"]) async throws -> ID<
        ChannelSetup
    > {
        let preset = try #require(try GatewayPreset.all().first { $0.code == "json-sms" })
        var setting = GatewaySetting(preset.fields)
        setting.url = url
        setting.totalSeconds = 2
        return try await addChannel(.sms, .gateway(setting), name: "Gateway", secrets: secrets)
    }

    func queueMail(_ key: String, to name: String = "anna", subject: String = "Herinnering") async throws
        -> Bool
    {
        let mail = QueuedMail(
            key: key, recipient: try #require(EmailAddress("\(name)@gemeente.test")), person: nil,
            subject: subject, text: "Uw dienst begint morgen.")
        return try await change(as: "bureau") { change in try change.queueMail(mail) }
    }

    func mailStates() async throws -> [MailState: Int] {
        try await read { tx in try tx.mailCounts() }
    }
}
