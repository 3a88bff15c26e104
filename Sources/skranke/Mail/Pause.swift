import Glibc

/// Lets time pass on a thread that has nothing else to do.
enum Pause {
    static func quarterSecond() { _ = poll(nil, 0, 250) }
}
