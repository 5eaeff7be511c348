import NIOCore

/// One connection that watches a topic: the first handler of its pipeline, so what it writes goes to the socket.
///
/// Unchecked: `ticket`, `topic` and `onClose` never change, the rest is touched on the channel's loop alone.
final class EventViewer: ChannelInboundHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    let ticket: String
    private let topic: EventTopic
    private let onClose: @Sendable () -> Void
    /// The last event that went out.
    private var sent: Int
    private var context: ChannelHandlerContext?
    private var stalledBeats = 0
    private(set) var isClosed = false
    weak var group: ViewerGroup?

    init(_ subscription: EventSubscription, onClose: @escaping @Sendable () -> Void) {
        topic = subscription.topic
        ticket = subscription.ticket
        sent = subscription.lastEventID ?? Int.min
        self.onClose = onClose
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        if !context.channel.isActive { close(context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        close(context)
        context.fireChannelInactive()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if let group { pump(group.kept) }
        context.fireChannelWritabilityChanged()
    }

    /// Sends what this viewer has not had, as far as it reads.
    func pump(_ kept: [FramedEvent]) {
        guard let context, !isClosed, context.channel.isWritable else { return }
        stalledBeats = 0
        var isWaiting = false
        for event in kept where event.number > sent {
            context.write(wrapOutboundOut(event.bytes), promise: nil)
            sent = event.number
            isWaiting = true
        }
        if isWaiting { context.flush() }
    }

    func beat(stalledMax: Int) {
        guard let context, !isClosed else { return }
        if context.channel.isWritable {
            context.writeAndFlush(wrapOutboundOut(FramedEvent.heartbeat), promise: nil)
            return
        }
        stalledBeats += 1
        if stalledBeats >= stalledMax { context.close(promise: nil) }
    }

    /// Ends the stream as a whole answer.
    func finish() {
        guard let context, !isClosed else { return }
        context.writeAndFlush(wrapOutboundOut(FramedEvent.end), promise: nil)
        context.close(promise: nil)
    }

    private func close(_ context: ChannelHandlerContext) {
        guard !isClosed else { return }
        isClosed = true
        self.context = nil
        topic.remove(self, on: context.eventLoop)
        onClose()
    }
}
