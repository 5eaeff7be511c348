import Foundation

/// Processor time that the calling thread has used, in milliseconds: unlike a clock it does not count other
/// programs.
package func threadProcessorMilliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}
