import CCurl
import Foundation
import Synchronization

/// Makes calls over HTTP and SMTP, all on one thread of its own, so that nothing waits on the cooperative
/// pool. The thread begins with the first call and ends with `close`. Saying goodbye to a mail server can hold
/// it up, so mail has a courier of its own.
package final class Courier: Sendable {
    private struct Inbox {
        /// Made with the first call: it takes two files of the process.
        var multi: Multi?
        var tickets: [Ticket] = []
        var hasCancellation = false
        /// The thread is not asleep, or was woken already.
        var isAwake = false
        var isRunning = false
        var isClosing = false
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    private let inbox = Mutex(Inbox())

    package init() {}

    package func send(_ call: HTTPCall, through outlet: Outlet) async -> Result<HTTPReply, CallFailure> {
        switch await send(Order(.http(call), outlet)) {
        case .success(.http(let reply)): .success(reply)
        case .success(.mail): .failure(CallFailure(.garbled))
        case .failure(let failure): .failure(failure)
        }
    }

    package func send(_ call: MailCall, through outlet: Outlet) async -> Result<MailReply, CallFailure> {
        switch await send(Order(.mail(call), outlet)) {
        case .success(.mail(let reply)): .success(reply)
        case .success(.http): .failure(CallFailure(.garbled))
        case .failure(let failure): .failure(failure)
        }
    }

    private func send(_ order: Order) async -> Result<Reply, CallFailure> {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                add(Ticket(order: order, continuation: continuation))
            }
        } onCancel: {
            order.isCancelled.store(true, ordering: .releasing)
            wake { $0.hasCancellation = true }
        }
    }

    private func add(_ ticket: Ticket) {
        let isTaken = wake { inbox in
            guard !inbox.isClosing else { return false }
            inbox.tickets.append(ticket)
            if !inbox.isRunning {
                inbox.isRunning = true
                let multi = Multi()
                inbox.multi = multi
                start(multi)
            }
            return true
        }
        if !isTaken { ticket.continuation.resume(returning: .failure(CallFailure(.stopping))) }
    }

    /// Changes what the thread will see, and wakes it when it sleeps.
    @discardableResult
    private func wake<Value: Sendable>(_ change: (inout sending Inbox) -> Value) -> Value {
        let (result, sleeper) = inbox.withLock { inbox in
            let result = change(&inbox)
            defer { inbox.isAwake = true }
            return (result, inbox.isAwake ? nil : inbox.multi)
        }
        sleeper?.wake()
        return result
    }

    /// Refuses what still waits, lets what is under way end within five seconds, and ends the thread.
    package func close() async {
        await withCheckedContinuation { continuation in
            let isRunning = wake { inbox in
                inbox.isClosing = true
                if inbox.isRunning { inbox.closers.append(continuation) }
                return inbox.isRunning
            }
            if !isRunning { continuation.resume() }
        }
    }

    private func start(_ multi: Multi) {
        let thread = Thread { [self] in
            let loop = TransferLoop(multi)
            loop.run(
                next: { [self] in
                    inbox.withLock { inbox in
                        defer {
                            inbox.tickets = []
                            inbox.hasCancellation = false
                        }
                        return TransferLoop.News(
                            tickets: inbox.tickets, hasCancellation: inbox.hasCancellation,
                            isClosing: inbox.isClosing)
                    }
                },
                maySleep: { [self] in
                    inbox.withLock { inbox in
                        guard inbox.tickets.isEmpty, !inbox.hasCancellation else { return false }
                        inbox.isAwake = false
                        return true
                    }
                })
            let closers = inbox.withLock { inbox in
                inbox.isRunning = false
                return inbox.closers
            }
            for closer in closers { closer.resume() }
            // Only now it may say goodbye to servers, which can take long when one hangs.
            withExtendedLifetime(loop) {}
        }
        thread.name = "koerier"
        thread.start()
    }
}

/// One call to be made.
final class Order: Sendable {
    enum Call: Sendable {
        case http(HTTPCall)
        case mail(MailCall)
    }

    let call: Call
    let outlet: Outlet
    let isCancelled = Atomic<Bool>(false)

    init(_ call: Call, _ outlet: Outlet) {
        self.call = call
        self.outlet = outlet
    }
}

enum Reply: Sendable {
    case http(HTTPReply)
    case mail(MailReply)
}

/// An order with whoever waits for it.
struct Ticket: Sendable {
    let order: Order
    let continuation: CheckedContinuation<Result<Reply, CallFailure>, Never>

    func end(_ result: Result<Reply, CallFailure>) {
        continuation.resume(returning: result)
    }
}
