import Testing

@testable import App

@Suite struct GatewayFaultsTests {
    private func faults(_ fill: (inout GatewaySetting) -> Void) -> [String: ChannelSettingFault] {
        var setting = GatewaySetting()
        setting.url = "https://sms.test/send"
        setting.body = "{\"to\":\"{{naar}}\"}"
        fill(&setting)
        return setting.faults
    }

    @Test func `what is in order has no faults`() {
        #expect(faults { _ in } == [:])
    }

    @Test(arguments: [
        ("ftp://sms.test/", ChannelSettingFault.noAddress), ("sms.test", .noAddress),
        ("https://{{naar}}.test/", .variableHost), ("https://{{geheim:a}}/x", .variableHost),
        ("http://sms.test/", .plainNotAllowed), ("https://u:w@sms.test/", .noAddress),
        ("https://sms.test/{{wat}}", .unknownPlace("wat")),
        ("http://127.0.0.1.kwaad.test/", .plainNotAllowed),
    ])
    func `an address is whole, encrypted, and chooses its own server`(url: String, fault: ChannelSettingFault)
    {
        #expect(faults { $0.url = url } == ["url": fault])
    }

    @Test(arguments: ["http://127.0.0.1:13013/x", "http://localhost/x", "http://[::1]/x"])
    func `on this machine itself nobody listens in between`(url: String) {
        #expect(faults { $0.url = url } == [:])
    }

    @Test func `each other field has its own faults`() {
        #expect(faults { $0.headers = "geen kopregel" } == ["kopregels": .badHeader("geen kopregel")])
        #expect(faults { $0.body = "{\"to\": {{naar}}" } == ["inhoud": .notJSON])
        #expect(faults { $0.acceptedPattern = "(" } == ["goed": .badPattern])
        #expect(faults { $0.referencePattern = "id" } == ["kenmerk": .noGroup])
        #expect(faults { $0.parallel = 0 } == ["gelijktijdig": .outOfBounds(min: 1, max: 64)])
        #expect(faults { $0.authority = "x" } == ["ca": .badAuthority])
    }

    @Test func `every shipped example is in order, and what is saved is read back the same`() throws {
        for preset in try GatewayPreset.all() {
            let setting = GatewaySetting(preset.fields)
            #expect(setting.faults == [:], "\(preset.code)")
            #expect(GatewaySetting(setting.fields) == setting)
            #expect(try !GatewayRequest(setting).secretNames.isEmpty)
        }
    }
}
