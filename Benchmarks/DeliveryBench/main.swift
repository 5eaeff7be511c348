import Delivery
import Domain
import Foundation

/// Hands `count` messages to a sink on loopback and tells the processor time a message, of this process only.
///
/// usage: delivery-bench http|smtp PORT [COUNT] [PARALLEL]
let arguments = CommandLine.arguments
guard arguments.count >= 3, let port = Int(arguments[2]) else {
    FileHandle.standardError.write(Data("delivery-bench http|smtp PORT [COUNT] [PARALLEL]\n".utf8))
    exit(2)
}
let isMail = arguments[1] == "smtp"
let count = arguments.count > 3 ? Int(arguments[3]) ?? 1000 : 1000
let parallel = arguments.count > 4 ? Int(arguments[4]) ?? 16 : 16

let courier = Courier()
let outlet = Outlet(name: "sink", parallel: parallel, waitingMax: 1_000_000, totalMilliseconds: 120_000)
let server = MailServer(
    host: "127.0.0.1", port: port, encryption: .none, user: nil, password: "", ownName: "oranje.test")
let text =
    "Gaslek in het centrum. Kom als coördinator opvang naar het gemeentehuis. Bevestig via de koppeling."

/// - Returns: whether it was accepted.
@Sendable func send(_ number: Int) async -> Bool {
    guard isMail else {
        let call = HTTPCall(
            method: .post, url: "http://127.0.0.1:\(port)/hook",
            headers: [
                .init("Content-Type", "application/json"), .init("Idempotency-Key", "alarm-1-\(number)"),
            ],
            body: "{\"to\":\"+316\(10_000_000 + number)\",\"body\":\"\(text)\"}")
        return (try? await courier.send(call, through: outlet).get().status) == 200
    }
    guard let sender = EmailAddress("piket@oranje.test"),
        let recipient = EmailAddress("p\(number)@gemeente.test")
    else { return false }
    let mail = MailMessage(
        senderName: "Bevolkingszorg", sender: sender, recipient: recipient, subject: "Alarm: gaslek",
        text: text,
        key: "alarm-1-\(number)", date: Instant(milliseconds: 1_795_388_400_000))
    let call = MailCall(
        server: server, sender: sender.description, recipient: recipient.description, content: mail.bytes)
    return (try? await courier.send(call, through: outlet).get().code) == 250
}

func processorMicroseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

// The first call loads and starts libcurl and its thread, which happens once in the life of a server.
_ = await send(0)
let (processorStart, start) = (processorMicroseconds(), ContinuousClock.now)
let accepted = await withTaskGroup(of: Bool.self) { group in
    for number in 1...count { group.addTask { await send(number) } }
    var accepted = 0
    for await isAccepted in group where isAccepted { accepted += 1 }
    return accepted
}
let took = ContinuousClock.now - start
let each = (processorMicroseconds() - processorStart) / Double(count)
await courier.close()
let line =
    "{\"messages\":\(count),\"accepted\":\(accepted),\"parallel\":\(parallel),"
    + "\"wall_ms\":\(Int(took / .milliseconds(1))),\"cpu_us_per_message\":\((each * 10).rounded() / 10)}\n"
FileHandle.standardOutput.write(Data(line.utf8))
