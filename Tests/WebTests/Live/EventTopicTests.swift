import NIOCore
import Testing

@testable import Web

@Suite struct EventTopicTests {
    @Test func `whoever comes back gets what they missed, in order`() {
        let topic = EventTopic(keptMax: 3)
        for word in ["een", "twee", "drie", "vier"] { topic.publish(data: word) }
        #expect(topic.events(after: 2).map(\.number) == [3, 4])
        #expect(topic.events(after: nil).map(\.number) == [2, 3, 4])
        #expect(topic.events(after: 4).isEmpty)
    }

    @Test func `an event that is not newer than the last is nothing`() {
        let topic = EventTopic(keptMax: 1)
        topic.publish(number: 7, data: "7")
        topic.publish(number: 7, data: "nog eens")
        topic.publish(number: 6, data: "ouder")
        #expect(topic.last == 7)
        #expect(topic.events(after: nil).map(\.text) == ["id: 7\ndata: 7\n\n"])
    }

    @Test func `an event is framed as one chunk with its length in hexadecimal`() {
        let event = FramedEvent(number: 12, name: "nieuw", data: "abc")
        #expect(event.text == "id: 12\nevent: nieuw\ndata: abc\n\n")
        #expect(String(buffer: event.bytes) == "1f\r\n\(event.text)\r\n")
        #expect(event.text.utf8.count == 0x1f)
    }

    @Test func `without viewers nobody is asked for a ticket`() {
        let topic = EventTopic(keptMax: 1)
        #expect(topic.viewerCount == 0)
        #expect(topic.tickets.isEmpty)
    }
}
